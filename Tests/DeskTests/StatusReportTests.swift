import Accounts
import Chronology
import Desk
import Findings
import Incidents
import Journal
import PublicStatus
import RecordViews
import Testing

/// What the public is told, made from what the record knows.
struct StatusReportTests {
  @Test func `published updates for customers, and nothing else`() async throws {
    let scene = try DeskScene()
    try await scene.list("shop", "search")
    let id = try await scene.declare("Payments fail", severity: 2)
    let drill = try await scene.declare("Drill", isDrill: true)
    try await scene.declare("Nobody was told")
    #expect(try await scene.desk.statusReport().incidents.isEmpty)
    try await scene.tell(id, .investigating, components: ["shop": .partialOutage])
    try await scene.tell(id, .identified, to: .internal, components: ["search": .majorOutage])
    try await scene.tell(drill, components: ["search": .majorOutage])
    let report = try await scene.desk.statusReport()
    #expect(report.components.map(\.state) == [.partialOutage, .operational])
    let incident = try #require(report.incidents.first)
    #expect(report.incidents.count == 1)
    #expect(incident.title == "Payments fail")
    #expect(incident.impact == .major)
    #expect(incident.state == .investigating)
    #expect(incident.updates.count == 1)
    #expect(
      incident.updates[0].changes == [ComponentChange(component: "shop", from: .operational, to: .partialOutage)])
    #expect(!incident.id.text.contains("1") || incident.id.text.count == 12)
  }

  @Test func `a resolved incident, its corrections, and one that was taken back`() async throws {
    let scene = try DeskScene()
    try await scene.list("shop")
    let id = try await scene.declare()
    let first = try await scene.tell(id, components: ["shop": .majorOutage])
    scene.clock.pass(minutes: 10)
    let second = try await scene.tell(id, .identified)
    _ = try await scene.desk.perform(
      .correctUpdate(UpdateCorrected(update: first, text: UpdateText(broken: "All payments fail."), reason: "worse")),
      on: id, by: scene.ana)
    _ = try await scene.desk.perform(
      .withdrawUpdate(UpdateWithdrawn(update: second, reason: "it was not that")), on: id, by: scene.ana)
    #expect(try await scene.desk.statusReport().incidents.first?.state == .investigating)
    scene.clock.pass(minutes: 10)
    try await scene.tell(id, .resolved, components: ["shop": .operational], nextInMinutes: nil)
    let end = scene.clock.now
    scene.clock.pass(minutes: 10)
    let incident = try #require(try await scene.desk.statusReport().incidents.first)
    #expect(incident.state == .resolved)
    #expect(incident.resolved == end)
    #expect(incident.updates.map(\.state) == [.resolved, .identified, .investigating])
    #expect(incident.updates[1].withdrawn?.reason == "it was not that")
    #expect(incident.updates[2].corrections.map(\.reason) == ["worse"])
    #expect(incident.updates[2].text.broken == "All payments fail.")
    #expect(incident.components == ["shop"])
    #expect(try await scene.desk.statusReport().components[0].since == end)
  }

  @Test func `what is merged leads on, when the public knows the other one`() async throws {
    let scene = try DeskScene()
    let ids = try await [scene.declare("Cards fail"), scene.declare("Payments fail")]
    try await scene.tell(ids[0])
    _ = try await scene.desk.perform(
      .changeState(StateChange(state: .merged, into: ids[1].number)), on: ids[0], by: scene.ana)
    #expect(try await scene.desk.statusReport().incidents.map(\.state) == [.investigating])
    scene.clock.pass(minutes: 1)
    try await scene.tell(ids[1])
    let report = try await scene.desk.statusReport()
    let cards = try #require(report.incidents.first { $0.title == "Cards fail" })
    #expect(cards.state == .resolved)
    #expect(cards.updates.first?.text.more.contains("Payments fail") == true)
  }

  @Test func `days before a component was listed are unknown`() async throws {
    let scene = try DeskScene()
    scene.clock.pass(minutes: 1440 * 3)
    try await scene.list("shop")
    scene.clock.pass(minutes: 1440)
    let id = try await scene.declare()
    try await scene.tell(id, components: ["shop": .degraded])
    scene.clock.pass(minutes: 60)
    try await scene.tell(id, .identified, components: ["shop": .majorOutage])
    scene.clock.pass(minutes: 1440)
    try await scene.tell(id, .resolved, components: ["shop": .operational])
    scene.clock.pass(minutes: 1440)
    let report = try await scene.desk.statusReport()
    let days = try #require(report.components.first?.days)
    #expect(days.count == StatusReport.historyDays)
    #expect(days.suffix(5).map(\.worst) == [nil, .operational, .majorOutage, .majorOutage, .operational])
    #expect(days.suffix(5).map(\.incidents.count) == [0, 0, 1, 1, 0])
    #expect(days.last?.isoDate == String(scene.clock.now.rfc3339.prefix(10)))
    #expect(days[days.count - 2].incidents == report.incidents.map(\.id))
  }

  @Test func `components follow a maintenance through its life`() async throws {
    let scene = try DeskScene()
    try await scene.list("shop", "search", "mail")
    _ = try await scene.desk.setComponentState(
      ComponentStateChange(component: "search", condition: .degraded), by: scene.ana)
    let from = scene.clock.now.advanced(bySeconds: 3600)
    var plan = MaintenancePlan(
      title: "New disks", text: "Short breaks.", from: from, until: from.advanced(bySeconds: 3600),
      components: ["shop", "search"])
    let number = try #require(try await scene.desk.scheduleMaintenance(plan, by: scene.ana).number)
    plan.until = from.advanced(bySeconds: 7200)
    _ = try await scene.desk.rescheduleMaintenance(number, plan, by: scene.ana)
    #expect(try await scene.desk.statusReport().components.map(\.state) == [.operational, .degraded, .operational])
    _ = try await scene.desk.progressMaintenance(number, MaintenanceProgress(state: .inProgress), by: scene.ana)
    #expect(try await scene.desk.statusReport().components.map(\.state) == [.maintenance, .degraded, .operational])
    let skipped = await outcome {
      try await scene.desk.progressMaintenance(number, MaintenanceProgress(state: .cancelled), by: scene.ana)
    }
    #expect(skipped == "wrong-state")
    _ = try await scene.desk.progressMaintenance(
      number, MaintenanceProgress(state: .completed, note: "All new."), by: scene.ana)
    let report = try await scene.desk.statusReport()
    #expect(report.components.map(\.state) == [.operational, .degraded, .operational])
    let maintenance = try #require(report.maintenances.first)
    #expect(maintenance.state == .completed)
    #expect(maintenance.ended == scene.clock.now)
    #expect(maintenance.until == plan.until)
    #expect(maintenance.revision == 3)
    #expect(maintenance.updates.first?.text.more == "All new.")
    let over = await outcome { [plan] in
      try await scene.desk.rescheduleMaintenance(number, plan, by: scene.ana)
    }
    #expect(over == "wrong-state")
    let missing = await outcome {
      try await scene.desk.progressMaintenance(9, MaintenanceProgress(state: .inProgress), by: scene.ana)
    }
    #expect(missing == "unknownMaintenance")
  }

  @Test func `a new title is not public before the next word, nor after the views are built anew`() async throws {
    let scene = try DeskScene()
    let id = try await scene.declare()
    try await scene.tell(id)
    let told = try #require(try await scene.desk.statusReport().incidents.first?.title)
    _ = try await scene.desk.perform(
      .revise(IncidentRevision(title: "PSP-4711: Max broke it")), on: id, by: scene.ana)
    #expect(try await scene.desk.statusReport().incidents.first?.title == told)
    let draft = UpdateDraft(update: 0, audience: .customers, state: .monitoring, text: UpdateText(broken: "x"))
    let findings = try await scene.desk.reviewUpdate(draft, of: id, for: scene.rea)
    #expect(findings.contains { $0.path == "update/title" && $0.rule == "named-person" })
    try await scene.tell(id, .monitoring)
    #expect(try await scene.desk.statusReport().incidents.first?.title == "PSP-4711: Max broke it")
  }

  @Test func `it is not over while the page says that a component does not work`() async throws {
    let scene = try DeskScene()
    try await scene.list("checkout", "search")
    let id = try await scene.declare()
    try await scene.tell(id, .identified, components: ["checkout": .majorOutage])
    var draft = UpdateDraft(
      update: 0, audience: .customers, state: .resolved,
      text: UpdateText(broken: "Paying by card failed for some orders.", doing: "We have taken a change back."))
    func held() async throws -> [String?] {
      try await scene.desk.reviewUpdate(draft, of: id, for: scene.rea).filter { $0.rule == "still-broken" }.map(\.fix)
    }
    #expect(try await held() == ["checkout=operational"])
    draft.components = ["checkout": .operational]
    #expect(try await held().isEmpty)
    // What another incident broke is not this one's to mend.
    draft.components = [:]
    let other = try await scene.declare()
    try await scene.tell(other, .identified, components: ["checkout": .partialOutage, "search": .degraded])
    #expect(try await held().isEmpty)
  }
}
