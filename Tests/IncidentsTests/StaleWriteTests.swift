import Chronology
import Incidents
import Testing

/// Two people with the same page open: what one leaves alone says nothing against what the other writes.
struct StaleWriteTests {
  private let seen = IncidentRevision(
    title: "Payments fail at checkout", severity: 2, impact: "", components: [], isDrill: false)

  @Test func `a field that was left alone does not take back what somebody else wrote`() throws {
    var scene = try Scene()
    try scene.perform(
      .revise(IncidentRevision(title: "Card payments fail", components: ["checkout", "search"])), by: "kim")
    var sent = seen
    sent.impact = "One order in three cannot be paid."
    try scene.perform(.revise(sent, seen: seen))
    #expect(scene.incident.facts.title == "Card payments fail")
    #expect(scene.incident.components == ["checkout", "search"])
    #expect(scene.incident.facts.impact == "One order in three cannot be paid.")
    #expect(scene.refusal(of: .revise(seen, seen: seen)) == .nothingNew)
  }

  @Test func `a field that both changed is refused with what stands there now`() throws {
    var scene = try Scene()
    try scene.perform(.revise(IncidentRevision(title: "Card payments fail", severity: 1)), by: "kim")
    var sent = seen
    sent.title = "Payments are slow"
    #expect(scene.refusal(of: .revise(sent, seen: seen)) == .changedMeanwhile)
    // Both came to the same.
    sent.title = "Card payments fail"
    #expect(scene.refusal(of: .revise(sent, seen: seen)) == .nothingNew)
    // Whoever has seen it may replace it; without a word on what was seen it is replaced as ever.
    sent.title = "Payments are slow"
    var now = seen
    now.title = "Card payments fail"
    #expect(scene.refusal(of: .revise(sent, seen: now)) == nil)
    #expect(scene.refusal(of: .revise(IncidentRevision(title: "Payments are slow"))) == nil)
  }

  @Test func `a role is handed over from whoever had it when one looked`() throws {
    var scene = try Scene()
    let lead = RoleAssignment(role: "commander", person: "ana")
    try scene.perform(.assignRole(RoleAssignment(role: "commander", person: "kim"), seen: ""))
    #expect(scene.refusal(of: .assignRole(lead, seen: "")) == .changedMeanwhile)
    #expect(scene.refusal(of: .assignRole(lead, seen: "kim")) == nil)
    #expect(scene.refusal(of: .assignRole(lead)) == nil)
    #expect(scene.refusal(of: .assignRole(RoleAssignment(role: "commander", person: "kim"), seen: "")) == .nothingNew)
  }
}
