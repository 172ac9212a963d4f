package import Chronology
package import Documents
package import Findings
package import Plans

/// A failure to rehearse: the situation, what comes when, what a good response shows, and what really happened.
///
/// It holds the answer: responders are given ``forResponders(released:)``.
package struct Scenario: Sendable {
  /// The whole document, byte for byte.
  package var document: MarkdownDocument
  /// Names the scenario: lower-case letters, digits and `-`; from the front matter, else made from the title.
  package var name: String
  package var title: String
  /// Name of the plan that it rehearses.
  package var plan: String?
  /// Level of the incident that it plays; 1 is the worst.
  package var severity: Int?
  /// How long it is played.
  package var minutes: Int?
  /// Components that fail, by identifier or name.
  package var components: [String]
  /// Words that, written by a responder, show that the right idea is there.
  package var idea: [String]
  /// The instant at which its story begins, where its files tell of a certain day.
  package var starts: Instant?
  /// What responders are told at the start, as Markdown.
  package var situation: String
  /// In the order of the document.
  package var injects: [Inject]
  package var expectations: [Expectation]
  /// Files of evidence that come with injects, in the order of the document.
  package var files: [ScenarioFile]
  /// What really happened, as Markdown; for the facilitator alone.
  package var facilitator: String
  /// What could not be read: findings of the reader, each with its place.
  package var problems: [PlanProblem]

  package var text: String { document.text }

  package func inject(_ number: String) -> Inject? { injects.first { $0.number == number } }
}

/// Something that comes while the scenario is played.
package struct Inject: Hashable, Sendable {
  /// As the scenario numbers it: `3`.
  package var number: String
  /// Seconds of drill time from the start; nil where that could not be read.
  package var atSeconds: Int?
  /// Nil for a word that says nothing here.
  package var kind: InjectKind?
  /// As the scenario writes the kind.
  package var kindText: String
  /// Who or what it comes from; empty where nobody is named.
  package var from: String
  /// What responders read, as it stands in the document; a `<br>` of the cell is a line end.
  package var text: String
  /// Names of the files that come with it.
  package var files: [String] = []
  package var span: TextSpan
}

/// What kind of thing comes.
package enum InjectKind: String, Codable, CaseIterable, Hashable, Sendable {
  case alert
  case customer
  case journalist
  case colleague
  case supplier
  case management
  case authority
  /// A second failure.
  case failure
  /// Lines of a log, the output of a command, a file.
  case evidence
}

/// Something that a good response shows.
package struct Expectation: Hashable, Sendable {
  /// How it is told whether it was met.
  package enum Measure: Codable, Hashable, Sendable {
    case declared
    case lead
    case firstWord
    case idea
    case mitigated
    /// A step of the plan is ticked, by its number.
    case step(String)
    /// The facilitator judges it.
    case facilitator
  }

  /// Seconds of drill time from the start.
  package var withinSeconds: Int?
  package var text: String
  /// Nil for words that say nothing here.
  package var measure: Measure?
  /// As the scenario writes it.
  package var measureText: String
  package var span: TextSpan
}

extension Expectation.Measure {
  /// `step 3`, `first word`.
  package var words: String {
    switch self {
    case .declared: "declared"
    case .lead: "lead"
    case .firstWord: "first word"
    case .idea: "idea"
    case .mitigated: "mitigated"
    case .step(let number): "step \(number)"
    case .facilitator: "facilitator"
    }
  }

  /// Reads `step 3`, `First word`; nil for anything else.
  package init?(_ text: String) {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.map(String.init)
    switch words {
    case ["declared"]: self = .declared
    case ["lead"]: self = .lead
    case ["first", "word"]: self = .firstWord
    case ["idea"]: self = .idea
    case ["mitigated"]: self = .mitigated
    case ["facilitator"]: self = .facilitator
    default:
      guard words.count == 2, words[0] == "step", words[1].first?.isNumber == true, words[1].count <= 12 else {
        return nil
      }
      self = .step(words[1])
    }
  }
}
