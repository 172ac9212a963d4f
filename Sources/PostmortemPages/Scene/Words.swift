import Postmortems

extension PostmortemStage {
  var words: String {
    switch self {
    case .draft: "Draft"
    case .inReview: "In review"
    case .final: "Final"
    }
  }
}

extension PostmortemGate {
  /// What has to be so, as a sentence that is true once the gate is open.
  var words: String {
    switch self {
    case .findings: "The reviewer’s rules find no error"
    case .uncited: "Every claim says where it can be seen"
    case .actions: "Every action has an owner, a date and a way to verify it"
    case .accounts: "Everybody who was asked has told what they saw"
    case .reviewers: "Every named reviewer has approved this revision"
    }
  }

  /// The same in one or two words.
  var name: String {
    switch self {
    case .findings: "Findings"
    case .uncited: "Evidence"
    case .actions: "Actions"
    case .accounts: "Accounts"
    case .reviewers: "Reviewers"
    }
  }
}

extension Factor.Sureness {
  var words: String {
    switch self {
    case .shown: "Shown by evidence"
    case .likely: "Likely"
    case .possible: "Possible"
    }
  }

  static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension Factor.Catch.Means {
  var words: String {
    switch self {
    case .test: "A test"
    case .review: "A review"
    case .errorHandling: "Better handling of the error"
    case .integration: "Continuous integration"
    case .automation: "Automation"
    }
  }

  var question: String {
    switch self {
    case .test: "Would a test have caught it? Why was there none?"
    case .review: "Would a second reader have caught it? What did they have to go by?"
    case .errorHandling: "Would better handling of the error have kept it small?"
    case .integration: "Would continuous integration have stopped it? What does it not run?"
    case .automation: "Which automation was missing, and why?"
    }
  }
}

extension TimelineLine.Basis {
  var words: String {
    switch self {
    case .stamped: "as the source wrote it"
    case .derived: "worked out"
    case .recorded: "recorded as it happened"
    case .said: "somebody said so"
    case .estimated: "estimated"
    case .unknown: "not known"
    }
  }

  var sentence: String {
    switch self {
    case .stamped: "The source wrote this instant with its zone."
    case .derived: "The zone or the year was worked out, or a clock was corrected."
    case .recorded: "Mayday recorded it when it happened."
    case .said: "Somebody said when it was."
    case .estimated: "This is an estimate."
    case .unknown: "It is not known how this instant is known."
    }
  }

  static var choices: [(value: String, words: String)] { allCases.map { ($0.rawValue, $0.words) } }
}

extension TimelineLine.Origin {
  var words: String {
    switch self {
    case .moment: "evidence"
    case .entry: "record"
    case .account: "account"
    case .written: "written"
    }
  }
}

extension ActionState {
  /// What whoever presses it wants.
  func words(from state: ActionState) -> String {
    switch self {
    case .proposed: "Propose it again"
    case .accepted: state == .proposed ? "Accept" : "Open it again"
    case .declined: "Decline"
    case .done: "It is done"
    case .verified: "It is verified"
    }
  }
}

extension PublicationAudience {
  var words: String {
    switch self {
    case .internal: "the company"
    case .stakeholders: "stakeholders"
    case .public: "the public"
    }
  }

  var name: String {
    switch self {
    case .internal: "Internal"
    case .stakeholders: "Stakeholders"
    case .public: "Public"
    }
  }
}
