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

extension Factor.Catch.Means {
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
