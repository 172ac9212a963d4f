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

extension Factor.Sureness {
  package var words: String {
    switch self {
    case .shown: "Shown by evidence"
    case .likely: "Likely"
    case .possible: "Possible"
    }
  }

  package static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension Factor.Catch.Means {
  package var words: String {
    switch self {
    case .test: "A test"
    case .review: "A review"
    case .errorHandling: "Better handling of the error"
    case .integration: "Continuous integration"
    case .automation: "Automation"
    }
  }
}

extension TimelineLine.Basis {
  package var words: String {
    switch self {
    case .stamped: "as the source wrote it"
    case .derived: "worked out"
    case .recorded: "recorded as it happened"
    case .said: "somebody said so"
    case .estimated: "estimated"
    case .unknown: "not known"
    }
  }

  package static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension TimelineLine.Origin {
  package var words: String {
    switch self {
    case .moment: "evidence"
    case .entry: "record"
    case .account: "account"
    case .written: "written"
    }
  }
}

extension PostmortemGate {
  /// What has to be so, as a sentence that is true once the gate is open.
  package var words: String {
    switch self {
    case .findings: "The reviewer’s rules find no error"
    case .uncited: "Every claim says where it can be seen"
    case .actions: "Every action has an owner, a date and a way to verify it"
    case .accounts: "Everybody who was asked has told what they saw"
    case .reviewers: "Every named reviewer has approved this revision"
    }
  }

  /// The same in one or two words.
  package var name: String {
    switch self {
    case .findings: "Findings"
    case .uncited: "Evidence"
    case .actions: "Actions"
    case .accounts: "Accounts"
    case .reviewers: "Reviewers"
    }
  }
}

extension PublicationAudience {
  package var words: String {
    switch self {
    case .internal: "the company"
    case .stakeholders: "stakeholders"
    case .public: "the public"
    }
  }

  package var name: String {
    switch self {
    case .internal: "Internal"
    case .stakeholders: "Stakeholders"
    case .public: "Public"
    }
  }
}
