import Incidents
import PageKit

/// Who is told, by whom, how soon, how often, and with which words, audience by audience.
struct ProtocolTables: Sendable {
  let policy: Policy
  var isPaper = false

  private static let headings = ["Severity", "Who speaks", "First word within", "Then every", "Who agrees"]

  var html: HTML {
    Tag.div(.class("protocol-tables")) {
      if policy.protocols.isEmpty {
        Tag.p(.class("gap-block")) { "Nothing is agreed on: no word is due to anybody." }
      }
      for audience in Audience.allCases {
        let rules = policy.protocols.filter { $0.audience == audience }.sorted { $0.severity < $1.severity }
        if !rules.isEmpty { part(audience, rules) }
      }
      questions
    }
  }

  private func part(_ audience: Audience, _ rules: [CommunicationProtocol]) -> HTML {
    Tag.section(.class("protocol-part")) {
      Tag.h3 { "To \(audience.words)" }
      Tag.table(.class("register stacking")) {
        Tag.thead { Tag.tr { for heading in Self.headings { Tag.th(.set("scope", "col")) { heading } } } }
        Tag.tbody { for rule in rules { row(rule) } }
      }
      templates(rules)
    }
  }

  private func row(_ rule: CommunicationProtocol) -> HTML {
    let cells = [
      policy.severityName(rule.severity), policy.role(rule.speaker)?.name ?? rule.speaker,
      rule.firstWithinMinutes.map(minutes) ?? "none is due", rule.everyMinutes.map(minutes) ?? "as promised",
      rule.approval == .secondPerson ? "a second person" : "nobody has to",
    ]
    return Tag.tr {
      for (heading, cell) in zip(Self.headings, cells) { Tag.td(.column(heading)) { cell } }
    }
  }

  private func minutes(_ minutes: Int) -> String { Wording.duration(seconds: Double(minutes) * 60) }

  /// What a new update begins with; what several severities share stands once.
  @HTMLBuilder private func templates(_ rules: [CommunicationProtocol]) -> HTML {
    let filled = rules.filter { !Self.lines($0.template).isEmpty }
    let texts = filled.map(\.template).reduce(into: [UpdateText]()) { if !$0.contains($1) { $0.append($1) } }
    for text in texts {
      let names = filled.filter { $0.template == text }.map { policy.severityName($0.severity) }
      Tag.div(.class("protocol-template")) {
        Tag.p(.class("section-note")) {
          names.count == rules.count ? "A new word begins with" : "At \(names.joined(separator: ", ")) it begins with"
        }
        Tag.dl {
          for line in Self.lines(text) {
            Tag.div {
              Tag.dt { line.question }
              Tag.dd { line.words }
            }
          }
        }
      }
    }
  }

  private static func lines(_ text: UpdateText) -> [(question: String, words: String)] {
    UpdateQuestion.allCases.compactMap { question in
      let words = question.text(of: text)
      return words.isEmpty ? nil : (question.words, words)
    }
  }

  /// What every word answers, whoever it is for.
  private var questions: HTML {
    Tag.section(.class("protocol-part")) {
      Tag.h3 { "Every word answers" }
      Tag.ol(.class("protocol-questions")) {
        for question in UpdateQuestion.allCases where question != .more {
          Tag.li {
            question.words
            if !isPaper, !question.isInstant { Tag.span(.class("section-note")) { " \(question.example)" } }
          }
        }
      }
    }
  }
}
