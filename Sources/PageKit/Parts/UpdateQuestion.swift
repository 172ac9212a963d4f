package import Chronology
package import Incidents

/// What a person needs to hear, asked of whoever writes, one question for each field of an update.
package enum UpdateQuestion: String, CaseIterable, Sendable {
  case broken, affected, since, doing, meanwhile
  case nextBy = "next-by"
  case apology, more

  /// The name of the field in a form.
  package var field: String { self == .nextBy ? "text.nextBy" : "text.\(rawValue)" }

  /// Where the reviewer's findings say that they stand.
  package var path: String { "update/\(rawValue)" }

  /// Where findings on the headline and on components say that they stand: neither is a question here.
  package static let headlinePath = "update/title"
  package static let componentsPath = "update/components"

  package var isInstant: Bool { self == .since || self == .nextBy }

  package var words: String {
    switch self {
    case .broken: "What does not work, as those who use it see it?"
    case .affected: "Who is affected, and how many?"
    case .since: "Since when?"
    case .doing: "What are we doing about it?"
    case .meanwhile: "What can people do meanwhile?"
    case .nextBy: "When does the next word come, at the latest?"
    case .apology: "That we are sorry"
    case .more: "Anything else they need?"
    }
  }

  package var example: String {
    switch self {
    case .broken: "Like: Tickets cannot be bought on the website; the page stops after the seat is chosen."
    case .affected: "Like: Everybody who buys online, about 40 orders a minute. Ticket offices are not affected."
    case .since: "When people began to feel it, not when we noticed. Empty: not known."
    case .doing: "Like: We have taken this morning’s change back and watch whether orders go through."
    case .meanwhile: "Like: Buy at a ticket office, or wait. ‘Nothing’ is an answer too."
    case .nextBy: "Also if there is nothing new by then. Empty: no further word is promised."
    case .apology: "In plain words, without ‘any inconvenience’."
    case .more: "Only what helps them."
    }
  }

  package func text(of update: UpdateText) -> String {
    switch self {
    case .broken: update.broken
    case .affected: update.affected
    case .doing: update.doing
    case .meanwhile: update.meanwhile
    case .apology: update.apology
    case .more: update.more
    case .since, .nextBy: ""
    }
  }

  package func instant(of update: UpdateText) -> Instant? {
    switch self {
    case .since: update.since
    case .nextBy: update.nextBy
    default: nil
    }
  }
}
