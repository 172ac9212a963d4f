package import Postmortems

extension Factor.Kind {
  package var words: String {
    switch self {
    case .trigger: "Set it off"
    case .condition: "Made it possible"
    case .detection: "Kept us from seeing it"
    case .response: "Made it last longer or reach further"
    }
  }

  package static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension ActionKind {
  package var words: String {
    switch self {
    case .stopNow: "Stop it now"
    case .prevent: "Prevent it"
    case .detect: "See it within minutes"
    case .soften: "Make it hurt less"
    case .process: "Change how we work"
    }
  }

  package static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension ActionTerm {
  package var words: String {
    switch self {
    case .immediate: "Immediate"
    case .longTerm: "Long term"
    }
  }

  package static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension ActionState {
  package var words: String {
    switch self {
    case .proposed: "Proposed"
    case .accepted: "Accepted"
    case .declined: "Declined"
    case .done: "Done, not verified"
    case .verified: "Verified"
    }
  }
}
