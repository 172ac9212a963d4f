import Chronology
import Documents
package import Findings

/// The head of the file cannot be read, or contradicts itself.
package struct FrontMatterRule: ReviewRule {
  package let identifier = "front-matter"
  package let severity = FindingSeverity.error
  package let summary = "the front matter cannot be read, or contradicts itself"
  package let reason =
    "Lists, pages and measures are built from these keys; what cannot be read is missing from all of them."
  package let question = "What should stand here?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    let matter = context.document.frontMatter
    let problems = matter.problems.map { problem in
      context.finding(self, at: Self.point(problem.line, problem.column), problem.message, question: problem.hint)
    }
    return problems + stamps(matter, context) + severities(matter, context)
  }

  private static func point(_ line: Int, _ column: Int) -> TextSpan {
    TextSpan(line: line, column: column, endLine: line, endColumn: column)
  }

  private func span(_ entry: FrontMatter.Entry) -> TextSpan {
    TextSpan(
      line: entry.line, column: entry.column, endLine: entry.line,
      endColumn: entry.column + entry.value.unicodeScalars.count)
  }

  private func stamps(_ matter: FrontMatter, _ context: ReviewContext) -> [Finding] {
    var result: [Finding] = []
    for (early, late) in [("started", "detected"), ("started", "ended"), ("detected", "ended")] {
      guard let first = matter[early].flatMap({ Instant(rfc3339: $0) }), let entry = matter.entry(late),
        let second = Instant(rfc3339: entry.value), second < first, late == "ended" || early == "started"
      else { continue }
      // Something can be seen before it hurts; nothing ends before it begins.
      guard late == "ended" else { continue }
      result.append(
        context.finding(
          self, at: span(entry), "'\(late)' is earlier than '\(early)'", question: "Which of the two is right?"))
      break
    }
    return result
  }

  private func severities(_ matter: FrontMatter, _ context: ReviewContext) -> [Finding] {
    guard let entry = matter.entry("severity"), !entry.value.isEmpty else { return [] }
    let digits = entry.value.filter(\.isNumber)
    if let number = Int(digits), (0...9).contains(number) { return [] }
    if entry.value.contains(where: \.isLetter), digits.isEmpty { return [] }
    return [
      context.finding(
        self, at: span(entry), "severity '\(entry.value)' is not one of 1 to 5", severity: .warning,
        question: "How bad was it for users, 1 being the worst?")
    ]
  }

  package var examples: [RuleExample] {
    [
      RuleExample(
        "---\nstarted: 2024-03-02T10:00:00Z\nended: ⟦2024-03-02T09:00:00Z⟧\n---\n", in: nil,
        why: "it ends before it begins"),
      RuleExample("---\nseverity: ⟦42⟧\n---\n", in: nil, why: "no such severity"),
      RuleExample("⟦⟧---\ntitle: A\n\nText.\n", in: nil, why: "the closing line is missing"),
      RuleExample("---\na: 1\n⟦⟧a: 2\n---\n", in: nil, why: "a key twice"),
      RuleExample(
        "---\ntitle: \"A: b\"\nstarted: 2024-03-02T10:00:00Z\nended: 2024-03-02T11:00:00Z\nseverity: SEV2\n---\n",
        in: nil, why: "in order"),
      RuleExample("# A\n\nNo front matter at all.\n", in: nil, why: "it is optional"),
    ]
  }
}
