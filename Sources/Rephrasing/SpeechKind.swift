package import Findings

/// In which way words close a conversation.
///
/// The last four are rules of the reviewer, which explains them.
package enum SpeechKind: String, CaseIterable, Hashable, Sendable {
  case lookingForWho = "looking-for-who"
  case accusingQuestion = "accusing-question"
  case shuttingDown = "shutting-down"
  case reproach
  case tryHarder = "try-harder"
  case bareCause = "bare-cause"
  case blame
  case hindsight
  case humanError = "human-error"
  case vagueAction = "vague-action"

  /// How much they close: of several findings on the same words the strongest is told.
  var weight: Int {
    switch self {
    case .lookingForWho: 9
    case .accusingQuestion, .shuttingDown: 8
    case .reproach, .blame: 7
    case .hindsight: 5
    case .humanError: 4
    case .bareCause: 3
    case .tryHarder: 2
    case .vagueAction: 1
    }
  }

  /// What explains it; nil for a rule of the reviewer.
  package var rule: FindingRule? {
    switch self {
    case .lookingForWho:
      FindingRule(
        rawValue, .warning, "words that ask for a name",
        "Once a name is wanted, everybody looks after their own, and what happened is told by nobody.",
        "What could be seen at that moment by whoever stood there?")
    case .accusingQuestion:
      FindingRule(
        rawValue, .warning, "a question that holds its verdict already",
        "Whoever is asked to defend themselves defends themselves; what they saw stays untold.",
        "What did it look like from where you stood?")
    case .shuttingDown:
      FindingRule(
        rawValue, .warning, "words after which nobody says anything more",
        "What is not said now is said nowhere, and the next one does not try.", "What makes you say so?")
    case .reproach:
      FindingRule(
        rawValue, .warning, "words that say to somebody's face what they are or were to do",
        "A reproach is answered with an excuse or with silence; either way nothing is learnt.",
        "What was in the way?")
    case .tryHarder:
      FindingRule(
        rawValue, .warning, "an order to take more care",
        "Care runs out by the end of a long day. Nothing about the work has changed then.",
        "What would make the careful way the easy one?")
    case .bareCause:
      FindingRule(
        rawValue, .warning, "a lack of something stands as the cause",
        "What was lacking can be said of every incident; what made this one happen is still to be found.",
        "At which step would it have made a difference, and how?")
    case .blame, .hindsight, .humanError, .vagueAction: nil
    }
  }
}
