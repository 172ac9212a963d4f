import Accounts
import Chronology
import Desk
import Findings
import Incidents
import Plans
import Reading
import Testing

/// What an auditor is shown, and to whom.
struct AuditTests {
  private static let plan = """
    ---
    title: Mails are not sent
    when: mails wait, DNS of the mail provider is away
    roles: [operations, legal]
    recover-within: 1 h
    review-by: 2027-01-01
    ---
    ## Steps
    | # | do | who | until one sees | within | after | if it fails |
    |---|----|-----|----------------|--------|-------|-------------|
    | 1 | Stop the queue | operations | 'paused' | 5 min | | call |
    """

  private func line(
    _ scene: DeskScene, _ control: String, _ index: Int, for caller: Caller, from: CivilDate? = nil,
    until: CivilDate? = nil
  ) async throws -> AuditChecklist.Line {
    let list = try await scene.desk.auditChecklist(from: from, until: until, for: caller)
    return try #require(list.controls.first { $0.number == control }?.lines[index])
  }

  @Test func `private incidents are counted for those alone who may know of them, and drills are no incidents`()
    async throws
  {
    let scene = try DeskScene()
    try await scene.declare("Payments fail")
    try await scene.declare("A leak", isPrivate: true)
    try await scene.declare("A drill", isDrill: true)
    let own = try await line(scene, "5.25", 0, for: scene.ana)
    #expect(own.proofs.map(\.title) == ["A leak", "Payments fail"])
    let other = try await line(scene, "5.25", 0, for: scene.rea)
    #expect(other.proofs.map(\.title) == ["Payments fail"])
    #expect(try await line(scene, "5.29", 1, for: scene.rea).state == .noOccasion)
    #expect(try await line(scene, "5.29", 1, for: scene.ana).state == .shown)
    #expect(
      try await line(scene, "5.24", 3, for: scene.rea).shows.hasSuffix(
        "1 drill was led like an incident in these days."))
  }

  @Test func `only the days that were asked for are counted`() async throws {
    let scene = try DeskScene()
    try await scene.declare("Early")
    scene.clock.pass(minutes: 60 * 24 * 40)
    try await scene.declare("Late")
    let today = CivilDate(scene.clock.now)
    let week = CivilDate(daysSinceEpoch: today.daysSinceEpoch - 7)
    #expect(try await line(scene, "5.25", 0, for: scene.rea, from: week).proofs.map(\.title) == ["Late"])
    #expect(try await line(scene, "5.25", 0, for: scene.rea, until: week).proofs.map(\.title) == ["Early"])
    // Days in the wrong order are no days.
    #expect(
      try await line(scene, "5.25", 0, for: scene.rea, from: today, until: week).state == .noOccasion)
  }

  @Test func `how much there is in the record is for administrators`() async throws {
    let scene = try DeskScene()
    try await scene.declare()
    #expect(try await !line(scene, "5.28", 1, for: scene.rea).shows.contains("newest event"))
    #expect(try await line(scene, "5.28", 1, for: scene.adm).shows.contains("The newest event is number"))
  }

  @Test func `a postmortem and its actions stand beside their incident`() async throws {
    let scene = try DeskScene()
    let (incident, postmortem) = try await scene.postmortem()
    _ = try await scene.desk.perform(.changeState(StateChange(state: .resolved)), on: incident, by: scene.ana)
    let begun = try await line(scene, "5.27", 0, for: scene.rea)
    #expect(begun.missing == ["Not final yet: \(postmortem)."])
    try await scene.finish(postmortem)
    #expect(try await line(scene, "5.27", 0, for: scene.rea).state == .shown)
  }

  @Test func `plans, roles and covers are those of the readiness page`() async throws {
    let scene = try DeskScene()
    _ = try await scene.desk.writePlan(WrittenText(name: "mail", text: Self.plan), by: scene.ana)
    let read = try await line(scene, "5.24", 0, for: scene.rea)
    #expect(read.proofs.map(\.name) == ["mail"])
    let report = try await scene.desk.readinessReport(for: scene.rea)
    #expect(report.covers.first { $0.role.id == "legal" }?.planCount == 1)
    #expect(report.covers.first { $0.role.id == "security" }?.isNeeded == false)
  }

  @Test func `a plan points to what to read next`() async throws {
    let scene = try DeskScene()
    _ = try await scene.desk.writePlan(WrittenText(name: "mail", text: Self.plan), by: scene.ana)
    let next = try await scene.desk.nextReads(for: scene.rea)
    #expect(
      next.first?.reasons.contains { $0.hasPrefix("Your plan mail speaks of DNS") } == true, "\(next.map(\.reasons))")
    _ = try await scene.desk.retirePlan("mail", reason: "gone", by: scene.ana)
    #expect(try await scene.desk.nextReads(for: scene.rea).allSatisfy { $0.reasons.isEmpty })
  }

  @Test func `roles are added by who may change the policy, and the check of plans knows them at once`() async throws {
    let scene = try DeskScene()
    var policy = Policy.standard
    policy.roles.removeAll { $0.id == "legal" }
    _ = try await scene.desk.setPolicy(policy, by: scene.adm)
    _ = try await scene.desk.writePlan(WrittenText(name: "mail", text: Self.plan), by: scene.ana)
    #expect(try await scene.desk.plan("mail", for: scene.rea).findings.contains { $0.rule == "unknown-role" })
    #expect(await outcome { try await scene.desk.addRoles([.init(id: "legal")], by: scene.ana) } == "notAllowed")
    _ = try await scene.desk.addRoles([.init(id: "legal")], by: scene.adm)
    #expect(try await !scene.desk.plan("mail", for: scene.rea).findings.contains { $0.rule == "unknown-role" })
    #expect(await outcome { try await scene.desk.addRoles([.init(id: "legal")], by: scene.adm) } == "nothing-new")
  }
}
