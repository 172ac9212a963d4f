import PageKit
import Postmortems

extension ActionKind {
  var words: String {
    switch self {
    case .stopNow: "Stop it now"
    case .prevent: "Prevent it"
    case .detect: "See it within minutes"
    case .soften: "Make it hurt less"
    case .process: "Change how we work"
    }
  }

  static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension ActionTerm {
  var words: String {
    switch self {
    case .immediate: "Immediate"
    case .longTerm: "Long term"
    }
  }
}

extension ActionState {
  var words: String {
    switch self {
    case .proposed: "Proposed"
    case .accepted: "Accepted"
    case .declined: "Declined"
    case .done: "Done, not verified"
    case .verified: "Verified"
    }
  }
}

extension Factor.Kind {
  var words: String {
    switch self {
    case .trigger: "Set it off"
    case .condition: "Made it possible"
    case .detection: "Kept us from seeing it"
    case .response: "Made it last longer or reach further"
    }
  }

  static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension ChecklistLine.Expectation {
  /// What counts as good, for whoever writes the line.
  var words: String {
    switch self {
    case .done: "Ticked off"
    case .yes: "The answer must be yes"
    case .no: "The answer must be no"
    case .words: "Any answer in words"
    case .check: "A guard must hold"
    }
  }

  /// The first is what a line without a choice is.
  static var choices: [(value: String, words: String)] {
    allCases.map { ($0 == .done ? "" : $0.rawValue, $0.words) }
  }
}

/// How many rows lists of these pages show before they are asked for more.
enum LessonLimits {
  /// Actions of one group of the board.
  static let groupRowsMax = 25
  /// Actions of a group that is shown alone.
  static let rowsMax = 300
  static let runRowsMax = 12
  static let stripMax = 48
  static let resultRowsMax = 20
  /// Rows of a checklist that is about to be begun.
  static let newLines = 6
}
