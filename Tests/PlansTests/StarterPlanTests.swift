import Findings
import Incidents
import Plans
import ShippedDocuments
import Testing

/// The plans that Mayday ships, held against the rules by which it judges those of others.
struct StarterPlanTests {
  /// Roles that a record has from its first day.
  static let roles = Set(Policy.standard.roles.map(\.id))

  static var plans: [Plan] { ShippedDocument.all(of: .plan).map { Plan(parsing: $0.text) } }

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

  @Test func `a team that begins has every role that our plans name, and none that is of no use`() {
    #expect(MissingRoles.all(in: Self.plans, policy: .standard).isEmpty)
    for plan in Self.plans {
      #expect(plan.namedRoles.subtracting(Self.roles) == [], "\(plan.name)")
      // Whoever speaks is somebody whom one can name too.
      #expect(Set(plan.communications.compactMap(\.speaker)).subtracting(Self.roles) == [], "\(plan.name)")
      // What the head asks for is used by a step, and the other way round.
      #expect(Set(plan.roles) == Set(plan.steps.flatMap(\.responsible)), "\(plan.name)")
    }
    let named = Self.plans.reduce(into: Set<String>()) { $0.formUnion($1.namedRoles) }
    #expect(Self.roles.subtracting(named) == [])
  }
}
