package import Findings

/// One thing that the reviewer looks for.
///
/// A rule is its documentation and its tests at once: `mayday rules` prints what stands here, and a test holds every rule
/// to its examples.
package protocol ReviewRule: Sendable {
  /// In kebab case; stands in findings, in suppressions, and behind `mayday rules`.
  var identifier: String { get }
  var severity: FindingSeverity { get }
  /// What it finds, in one sentence without a full stop.
  var summary: String { get }
  /// Why it matters, in one or two sentences.
  var reason: String { get }
  /// What moves the author on.
  var question: String { get }
  /// Samples that must fire, and as many of the kind that must not.
  var examples: [RuleExample] { get }

  /// All findings in a document, in any order.
  func check(_ context: ReviewContext) -> [Finding]
}

/// A sample for a rule: what it must find there, and nothing else.
package struct RuleExample: Sendable {
  /// Markdown in which `⟦` and `⟧` enclose each passage that must be found; without marks nothing must be.
  package var marked: String
  /// The section in which the sample stands; nil when it is a whole document.
  package var section: SectionName?
  /// Why it must fire, or why not.
  package var why: String

  package init(_ marked: String, in section: SectionName? = .rootCause, why: String) {
    self.marked = marked
    self.section = section
    self.why = why
  }

  /// The section by its heading, so that examples need no parser.
  package enum SectionName: String, Sendable {
    case summary = "Executive summary"
    case rootCause = "Root cause analysis"
    case timeline = "Timeline of events"
    case actions = "Action items and remediations"
    case lessons = "Lessons learned"
  }

  package var mustFire: Bool { marked.contains("⟦") }

  /// The sample without its marks, as a document of its own.
  package var document: String {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    guard let section else { return text }
    return "# Orders charged twice\n\n## \(section.rawValue)\n\n\(text)\n"
  }

  /// Where the marked passages stand in ``document``, in order.
  package var spans: [TextSpan] {
    let lead = section == nil ? 0 : 4
    var line = 1 + lead
    var column = 1
    var start: (line: Int, column: Int)?
    var result: [TextSpan] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = (line, column)
      case "⟧":
        if let start {
          result.append(TextSpan(line: start.line, column: start.column, endLine: line, endColumn: column))
        }
      case "\n":
        line += 1
        column = 1
      default: column += 1
      }
    }
    return result
  }
}
