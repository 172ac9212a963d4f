import Chronology
import Documents
import Findings

extension PlanReader {
  /// The keys that mean something here.
  static let keys: Set<String> = [
    "plan", "title", "when", "likelihood", "impact", "owner", "review-by", "recover-within", "roles", "components",
    "patterns", "status", "tags",
  ]

  mutating func readFrontMatter() {
    let head = document.frontMatter
    for problem in head.problems {
      object(
        "plan-front-matter", Self.point(problem.line, problem.column), problem.message, problem.hint)
    }
    plan.trigger = head["when"]
    plan.owner = head["owner"]
    plan.roles = head.entry("roles")?.values ?? []
    plan.components = head.entry("components")?.values ?? []
    plan.patterns = head.entry("patterns")?.values ?? []
    plan.likelihood = choice("likelihood", Likelihood.allCases)
    plan.impact = choice("impact", PlanImpact.allCases)
    if let entry = head.entry("review-by"), !entry.value.isEmpty {
      plan.reviewBy = CivilDate(entry.value)
      if plan.reviewBy == nil {
        object(
          "plan-front-matter", Self.span(entry), "'review-by' is '\(entry.value)', which is no day",
          "Write it as 2027-03-01.")
      }
    }
    if let entry = head.entry("recover-within"), !entry.value.isEmpty {
      plan.recoverWithinSeconds = PlanDuration.seconds(entry.value)
      if plan.recoverWithinSeconds == nil {
        object(
          "plan-front-matter", Self.span(entry), "'recover-within' is '\(entry.value)', which is no duration",
          "Write it as 4 h or 90 min.")
      }
    }
  }

  mutating func checkName() {
    guard let entry = document.frontMatter.entry("plan"), !PlanName.isValid(entry.value) else { return }
    object(
      "plan-front-matter", Self.span(entry), "'plan' is '\(entry.value)', which names nothing",
      "Use up to \(PlanLimits.nameScalarsMax) lower-case letters, digits and hyphens: wrong-certificate.")
    plan.name = PlanName.made(from: entry.value)
  }

  private mutating func choice<Value: RawRepresentable<String>>(_ key: String, _ values: [Value]) -> Value? {
    guard let entry = document.frontMatter.entry(key), !entry.value.isEmpty else { return nil }
    if let value = Value(rawValue: entry.value.lowercased()) { return value }
    object(
      "plan-front-matter", Self.span(entry), "'\(key)' is '\(entry.value)'",
      "Choose one of: \(values.map(\.rawValue).joined(separator: ", ")).")
    return nil
  }

  static func point(_ line: Int, _ column: Int) -> TextSpan {
    TextSpan(line: line, column: column, endLine: line, endColumn: column + 1)
  }

  static func span(_ entry: FrontMatter.Entry) -> TextSpan { point(entry.line, entry.column) }
}
