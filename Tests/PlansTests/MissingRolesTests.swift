import Findings
import Incidents
import Plans
import Testing

struct MissingRolesTests {
  /// A policy as teams agreed on it before plans called upon anybody else.
  static let old: Policy = {
    var policy = Policy.standard
    policy.roles = policy.roles.filter { ["commander", "communications", "operations", "scribe"].contains($0.id) }
    return policy
  }()

  private static let plan = PlanCheckTests.plan(
    [
      "| 1 | A | operations | a light | 5 min | | call |", "| 2 | B | Legal | a light | 5 min | | call |",
      "| 3 | C | wizard | a light | 5 min | | call |",
    ], head: "roles: [operations, legal, support, wizard]")

  @Test func `roles with a card are missing, others are for somebody to describe`() {
    #expect(MissingRoles.all(in: [Self.plan], policy: Self.old).map(\.id) == ["support", "legal"])
    #expect(MissingRoles.all(in: [Self.plan], policy: .standard).isEmpty)
    var renamed = Self.old
    renamed.roles.append(RoleDefinition(id: "counsel", name: "Legal", duty: "Knows the clocks."))
    #expect(MissingRoles.all(in: [Self.plan], policy: renamed).map(\.id) == ["support"])
  }

  @Test func `one finding names all roles that are missing, and the command that adds them`() throws {
    let roles = Set(Self.old.roles.map(\.id))
    let found = PlanCheck.findings(Self.plan, path: "p", context: PlanContext(roles: roles))
      .filter { $0.rule == "unknown-role" }
    #expect(found.count == 1)
    #expect(found.first?.message == "the plan needs 'legal', 'support' and 'wizard', which are no roles here")
    #expect(found.first?.fix?.hasSuffix("mayday policy add-role legal support") == true)
    let single = PlanCheckTests.plan([PlanCheckTests.good], head: "roles: [operations, wizard]")
    let one = PlanCheck.findings(single, path: "p", context: PlanContext(roles: roles))
    #expect(one.map(\.message) == ["the plan needs 'wizard', which is no role here"])
    #expect(one.first?.fix?.contains("mayday") == false)
  }
}
