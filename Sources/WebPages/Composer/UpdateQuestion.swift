import Chronology
import Findings
import Incidents

/// What a person needs to hear, asked of whoever writes, one question for each field of an update.
enum UpdateQuestion: String, CaseIterable, Sendable {
  case broken, affected, since, doing, meanwhile
  case nextBy = "next-by"
  case apology, more

  /// The name of the field in a form.
  var field: String { self == .nextBy ? "text.nextBy" : "text.\(rawValue)" }

  /// Where the reviewer's findings say that they stand.
  var path: String { "update/\(rawValue)" }

  var isInstant: Bool { self == .since || self == .nextBy }

  var words: String {
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

  var example: String {
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

  func text(of update: UpdateText) -> String {
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

  func instant(of update: UpdateText) -> Instant? {
    switch self {
    case .since: update.since
    case .nextBy: update.nextBy
    default: nil
    }
  }
}

/// The questions as the fields of a form, each with what the reviewer says of its answer beside it.
struct UpdateQuestions: Sendable {
  let form: ActionForm
  let text: UpdateText
  let findings: [Finding]

  var html: HTML {
    Tag.div(.class("questions")) {
      for question in UpdateQuestion.allCases {
        Tag.div(.class("question-row", beside(question).isEmpty ? "" : "has-findings")) {
          field(question)
          cards(beside(question), of: question.text(of: text), "this answer: \(question.words)")
        }
      }
      let elsewhere = findings.filter { finding in !UpdateQuestion.allCases.contains { $0.path == finding.path } }
      cards(elsewhere, of: "", "the update as a whole")
    }
  }

  private func beside(_ question: UpdateQuestion) -> [Finding] { findings.filter { $0.path == question.path } }

  private func field(_ question: UpdateQuestion) -> HTML {
    if question.isInstant {
      return form.instant(question.field, question.words, value: question.instant(of: text), hint: question.example)
    }
    let isLine = question == .apology
    return form.field(
      question.field, question.words, isLine ? .line() : .lines, value: question.text(of: text),
      hint: question.example, lengthMax: IncidentLimits.textScalarsMax)
  }

  private func cards(_ findings: [Finding], of text: String, _ what: String) -> HTML? {
    guard !findings.isEmpty else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Tag.aside(.class("findings"), .label("What the reviewer says of \(what)")) {
      for finding in findings {
        FindingCard(
          finding: finding,
          lineText: lines.indices.contains(finding.span.line - 1) ? String(lines[finding.span.line - 1]) : nil,
          isInDocument: false
        ).html
      }
    }
  }
}
