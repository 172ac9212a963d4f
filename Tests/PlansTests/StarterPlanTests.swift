import Findings
import Plans
import ShippedDocuments
import Testing

/// The plans that Mayday ships, held against the rules by which it judges those of others.
struct StarterPlanTests {
  /// Roles that a record has from its first day, and those that a small company adds.
  static let roles: Set<String> = [
    "commander", "communications", "operations", "scribe", "legal", "security", "support", "management",
  ]

  @Test func `no plan of ours would let people down`() throws {
    let documents = ShippedDocument.all(of: .plan)
    #expect(documents.count == 10)
    for document in documents {
      let plan = Plan(parsing: document.text)
      #expect(plan.name == document.name)
      #expect((8...16).contains(plan.steps.count), "\(plan.name) has \(plan.steps.count) steps")
      for finding in PlanCheck.findings(plan, path: document.name, context: PlanContext(roles: Self.roles)) {
        guard finding.severity > .note else { continue }
        Issue.record("\(finding.path):\(finding.span.line): \(finding.message) [\(finding.rule)]")
      }
    }
  }
}
