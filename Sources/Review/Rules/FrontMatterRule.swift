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
    return problems + unreadable(context) + backwards(context) + severities(matter, context)
  }

  private static func point(_ line: Int, _ column: Int) -> TextSpan {
    TextSpan(line: line, column: column, endLine: line, endColumn: column)
  }

  private func span(_ entry: FrontMatter.Entry) -> TextSpan {
    TextSpan(
      line: entry.line, column: entry.column, endLine: entry.line,
      endColumn: entry.column + entry.value.unicodeScalars.count)
  }

  private static let instantKeys = ["started", "detected", "ended"]

  /// Times without a date, and a zone that nobody knows.
  private func unreadable(_ context: ReviewContext) -> [Finding] {
    let matter = context.document.frontMatter
    var result: [Finding] = []
    for key in Self.instantKeys {
      guard let entry = matter.entry(key), !entry.value.isEmpty else { continue }
      var scanner = TimeScanner(Array(entry.value.unicodeScalars))
      if scanner.all().contains(where: \.isDated) { continue }
      result.append(
        context.finding(
          self, at: span(entry), "'\(key)' is no date that can be read: '\(entry.value)'", severity: .warning,
          question: "On which day, at what time, in which zone?", fix: "\(key): 2024-03-02T10:05:00Z"))
    }
    let someDay = CivilDate(year: 2024, month: 1, day: 1)
    if let entry = matter.entry("zone"), let zone = context.document.frontMatterZone,
      zone.offsetSeconds(on: someDay, secondOfDay: 0) == nil
    {
      result.append(
        context.finding(
          self, at: span(entry), "zone '\(entry.value)' is not known", severity: .warning,
          question: "Which place or offset is meant?", fix: "zone: Europe/Berlin"))
    }
    return result
  }

  /// Something can be seen before it hurts; nothing ends before it begins.
  private func backwards(_ context: ReviewContext) -> [Finding] {
    let matter = context.document.frontMatter
    guard let entry = matter.entry("ended"), let ended = Instant(rfc3339: entry.value) else { return [] }
    let earlier = ["started", "detected"].first { key in
      matter[key].flatMap { Instant(rfc3339: $0) }.map { ended < $0 } ?? false
    }
    guard let earlier else { return [] }
    return [
      context.finding(
        self, at: span(entry), "'ended' is earlier than '\(earlier)'", question: "Which of the two is right?")
    ]
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
      RuleExample("---\nstarted: ⟦around noon⟧\n---\n", in: nil, why: "no day"),
      RuleExample("---\nzone: ⟦Berlin time⟧\n---\n", in: nil, why: "no zone that is known by that name"),
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
