import Chronology
import Foundation
import Incidents
import Testing

struct PolicyTests {
  @Test func `what a team begins with can be used`() {
    #expect(Policy.standard.problems.isEmpty)
  }

  @Test func `a policy that cannot work says where`() {
    var policy = Policy.standard
    policy.roles.removeAll { $0.id == "commander" }
    policy.severities[0].colour = "red"
    policy.levelWhenNotSaid = 8
    policy.protocols[0].severity = 9
    policy.protocols[1].everyMinutes = 0
    let places = Set(policy.problems.map(\.place))
    #expect(
      places.isSuperset(of: ["roles", "severities/0/colour", "levelWhenNotSaid", "protocols/0/severity", "protocols/1"])
    )
  }

  @Test func `every role that a team begins with has a card for somebody who never did it`() {
    for role in Policy.standard.roles {
      let sentences = role.duty.components(separatedBy: ". ")
      #expect(sentences.count == 3, "\(role.id)")
      #expect(sentences.last?.hasPrefix("First: ") == true, "\(role.id)")
      #expect(role.gist.count < role.duty.count && role.gist.hasSuffix("."), "\(role.id)")
    }
    #expect(RoleDefinition(id: "a", name: "A", duty: "One sentence alone").gist == "One sentence alone")
    // What only plans call upon is asked of nobody by a severity.
    #expect(
      Set(Policy.standard.severities.flatMap(\.roles)) == ["commander", "communications", "operations", "scribe"])
  }

  @Test func `a role is added behind the others, with its card or with words of one's own`() throws {
    var policy = Policy.standard
    policy.roles = Array(policy.roles.prefix(4))
    try policy.add([.init(id: "legal"), .init(id: "legal"), .init(id: "scribe")])
    try policy.add([.init(id: "field-service", duty: "Drives there.")])
    #expect(
      policy.roles.map(\.name) == ["Commander", "Communications", "Operations", "Scribe", "Legal", "Field service"])
    #expect(policy.role("legal") == Policy.standard.role("legal"))
    #expect(policy.problems.isEmpty)
    func code(_ wanted: [Policy.WantedRole]) -> IncidentRefusal.Code? {
      var copy = policy
      do { try copy.add(wanted) } catch { return error.code }
      return nil
    }
    #expect(code([.init(id: "legal")]) == .nothingNew)
    #expect(code([.init(id: "wizard")]) == .invalidPolicy)
    #expect(code((0..<30).map { .init(id: "r\($0)", duty: "Helps.") }) == .limitPassed)
  }

  @Test func `maintenance goes on in its order`() throws {
    let plan = MaintenancePlan(title: "New disks", from: Scene.start, until: Scene.start.advanced(bySeconds: 3600))
    let maintenance = Maintenance(number: 1, plan: plan)
    #expect(throws: IncidentRefusal.self) { try maintenance.checked(MaintenanceProgress(state: .completed)) }
    #expect(try maintenance.checked(MaintenanceProgress(state: .inProgress)).state == .inProgress)
    #expect(throws: IncidentRefusal.self) {
      try MaintenancePlan(title: "x", from: Scene.start, until: Scene.start).checked(components: [])
    }
  }

  @Test func `a component is in the state that was last said, and unknown before it was listed`() {
    var board = StatusBoard()
    let stamp = EventStamp(version: 1, recorded: Scene.start, actor: "ana")
    board.apply(.listed(ComponentList(components: [ComponentDefinition(id: "checkout", name: "Checkout")])), stamp)
    #expect(board.condition(of: "checkout") == .operational)
    #expect(board.since["checkout"] == Scene.start)
    board.apply(
      .stateChanged(ComponentStateChange(component: "checkout", condition: .partialOutage, incident: 7)),
      EventStamp(version: 2, recorded: Scene.start.advanced(bySeconds: 60), actor: "ana"))
    #expect(board.condition(of: "checkout") == .partialOutage)
  }
}
