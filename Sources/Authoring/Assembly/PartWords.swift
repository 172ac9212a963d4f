import Postmortems

/// The words that stand for kinds, states and the like where parts are written out.
enum PartWords {
  static func words(_ basis: TimelineLine.Basis) -> String {
    switch basis {
    case .stamped: "stamped"
    case .derived: "worked out"
    case .recorded: "recorded"
    case .said: "said"
    case .estimated: "estimated"
    case .unknown: "not known"
    }
  }

  static func words(_ kind: Factor.Kind) -> String {
    switch kind {
    case .trigger: "set it off"
    case .condition: "made it possible"
    case .detection: "kept us from seeing it"
    case .response: "made it last or reach further"
    }
  }

  static func question(_ means: Factor.Catch.Means) -> String {
    switch means {
    case .test: "Would a test have caught it?"
    case .review: "Would a review have caught it?"
    case .errorHandling: "Would better handling of the error have caught it?"
    case .integration: "Would continuous integration have caught it?"
    case .automation: "Which automation was missing, and why?"
    }
  }

  static func words(_ kind: ActionKind) -> String {
    switch kind {
    case .stopNow: "stop it now"
    case .prevent: "prevent"
    case .detect: "detect"
    case .soften: "soften"
    case .process: "process"
    }
  }

  static func words(_ term: ActionTerm) -> String {
    switch term {
    case .immediate: "immediate"
    case .longTerm: "long-term"
    }
  }

  /// An action that is verified is done as well, and readers of tables look for that word.
  static func words(_ state: ActionState) -> String {
    state == .verified ? "done and verified" : state.rawValue
  }

  /// The value whose words these are; nil for words of another kind.
  static func value<Value: CaseIterable>(_ text: String, _ words: (Value) -> String) -> Value? {
    let plain = text.trimmingSpaces.lowercased()
    return Value.allCases.first { words($0).lowercased() == plain }
  }
}
