package import Documents
package import Findings

/// Runs rules over a document.
package struct Reviewer: Sendable {
  /// All rules for a postmortem, by identifier.
  package static let standard = Reviewer(rules: [
    BlameRule(), EmptySectionRule(), FrontMatterRule(), HindsightRule(), HumanErrorRule(), MissingSectionRule(),
    NoDueDateRule(),
    NoOwnerRule(), NoZoneRule(), PlaceholderRule(), TimeOrderRule(), VagueActionRule(),
  ])

  package let rules: [any ReviewRule]

  package init(rules: [any ReviewRule]) {
    self.rules = rules
  }

  /// What the rules find, by line, then column, then rule.
  ///
  /// A passage that the author has let pass with a comment on the line before it is left out, and so are hindsight and
  /// human error where the same words are blame: one question at a time.
  package func review(_ document: PostmortemDocument, path: String) -> [Finding] {
    let context = ReviewContext(document: document, path: path)
    let allowances = Allowances(document)
    let all = rules.flatMap { $0.check(context) }
    let blamed = Set(all.filter { $0.rule == "blame" }.map(\.span.line))
    let kept = all.filter { !["hindsight", "human-error"].contains($0.rule) || !overlapsBlame($0, blamed, all) }
    return kept.filter { !allowances.cover($0) }.sorted {
      ($0.span.line, $0.span.column, $0.rule, $0.message) < ($1.span.line, $1.span.column, $1.rule, $1.message)
    }
  }

  private func overlapsBlame(_ finding: Finding, _ blamed: Set<Int>, _ all: [Finding]) -> Bool {
    guard blamed.contains(finding.span.line) else { return false }
    return all.contains { other in
      other.rule == "blame" && other.span.line == finding.span.line && other.span.column < finding.span.endColumn
        && finding.span.column < other.span.endColumn
    }
  }
}
