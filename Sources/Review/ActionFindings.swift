import Documents
import Findings

/// How findings on actions are gathered.
enum ActionFindings {
  /// From so many on, actions that all lack the same thing are one finding: the author has one thing to do.
  static let togetherMin = 3

  static func findings(
    _ missing: [ActionItem], of open: [ActionItem], lacking thing: String, rule: some ReviewRule,
    _ context: ReviewContext,
    fix: String
  ) -> [Finding] {
    if missing.count == open.count, missing.count >= togetherMin, let first = missing.first {
      return [
        context.finding(rule, at: first.span, "none of the \(open.count) open actions has \(article(thing))", fix: fix)
      ]
    }
    return missing.map { context.finding(rule, at: $0.span, "this action has no \(thing)", fix: fix) }
  }

  private static func article(_ thing: String) -> String { thing == "owner" ? "an owner" : "a \(thing)" }
}
