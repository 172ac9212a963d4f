import Chronology
import Findings
import Incidents
import Interchange
import TerminalPages
import Testing

/// What commands print, held against files that can be read.
struct AnswerTests {
  private let terminal = Snapshot.terminal

  private var zone: DisplayZone {
    get throws { try #require(DisplayZone("Europe/Berlin")) }
  }

  @Test func `a declaration says what is open and what to type next`() throws {
    let text = DeclaredText(
      incident: try Bakery().answer(at: "03:02"), policy: .standard, zone: try zone, now: try Bakery.at("03:02"))
    try Snapshot.check(text.render(for: terminal), "declared")
  }

  @Test func `what is running fits in a few lines, late words first`() throws {
    let bakery = try Bakery.wholeStory()
    let other = try Bakery(declared: "03:38")
    let text = RunningText(
      incidents: [try bakery.answer(at: "03:40"), try other.answer(at: "03:40")], asOf: nil, zone: try zone,
      now: try Bakery.at("03:40"))
    try Snapshot.check(text.render(for: terminal), "running")
  }

  @Test func `nothing running is one calm line`() throws {
    let text = RunningText(incidents: [], asOf: nil, zone: try zone, now: try Bakery.at("03:40"))
    #expect(
      text.render(for: terminal) == "No incident is running. 2031-05-06 03:40 Europe/Berlin")
  }

  @Test func `one incident whole tells both instants, corrections, dissent and what was missed`() throws {
    let text = IncidentText(
      incident: try Bakery.wholeStory().answer(at: "03:40"), zone: try zone, now: try Bakery.at("03:40"))
    try Snapshot.check(text.render(for: terminal), "incident")
  }

  @Test func `an incident as it was known says so on its face`() throws {
    let text = IncidentText(
      incident: try Bakery().answer(at: "05:00", asOf: "03:03"), zone: try zone, now: try Bakery.at("05:00"))
    try Snapshot.check(text.render(for: terminal), "incident-as-of")
  }

  @Test func `who had a role then is told for then`() throws {
    let roles = try Bakery.wholeStory().answer(at: "03:40").roles
    let text = RolesText(roles: roles, at: try Bakery.at("03:12"), zone: try zone, now: try Bakery.at("03:40"))
    try Snapshot.check(text.render(for: terminal), "roles-at")
  }

  @Test func `a list tells state, length and marks`() throws {
    var over = try Bakery.wholeStory()
    try over.perform(.changeState(StateChange(state: .resolved)), by: "kim", at: "04:10")
    let summaries = [try Bakery(declared: "03:38").answer(at: "05:00").summary, try over.answer(at: "05:00").summary]
    let text = IncidentListText(
      incidents: summaries, hasMore: true, asOf: nil, zone: try zone, now: try Bakery.at("05:00"))
    try Snapshot.check(text.render(for: terminal), "incidents")
  }

  @Test func `a change tells its number, and when it was written where that differs`() throws {
    var bakery = try Bakery()
    let before = bakery.incident.version
    try bakery.perform(
      .note(NoteWritten(text: "E-41 is on the panel."), at: try Bakery.at("02:50")), by: "ben", at: "03:10")
    let change = ChangeAnswer(
      incident: try bakery.answer(at: "03:10").summary, version: bakery.incident.version,
      entry: bakery.incident.entries.last { $0.version > before })
    let text = ChangeText(change: change, advice: "What next.", zone: try zone, now: try Bakery.at("03:10"))
    #expect(
      text.render(for: terminal)
        == "INC-7 #2  02:50 E-41 is on the panel. (written 03:10)\n  What next.")
  }

  private func preview(held: [String], findings: [Finding]) throws -> PreviewAnswer {
    var bakery = try Bakery()
    try bakery.perform(
      .draftUpdate(UpdateDraft(update: 0, audience: .customers, state: .investigating, text: Bakery.words)), by: "kim",
      at: "03:25")
    let update = UpdateAnswer(try #require(bakery.incident.updates.first))
    return PreviewAnswer(
      update: update, places: ["the status page", "the Atom feed"],
      markdown: "**\(Bakery.words.broken)** \(Bakery.words.affected)\n\n\(Bakery.words.doing)\n\nWe are sorry.",
      findings: findings, held: held, needsApproval: true)
  }

  @Test func `an update is shown as it goes out, with what stands in its way`() throws {
    let sheet = UpdateSheet(
      preview: try preview(held: ["loud"], findings: []), zone: try zone, now: try Bakery.at("03:26"))
    try Snapshot.check(sheet.render(for: terminal), "update")
  }

  @Test func `findings of a draft stand below it as a review prints them`() throws {
    let finding = Finding(
      path: "update/affected", span: TextSpan(line: 1, column: 1, endLine: 1, endColumn: 6), rule: "vague-count",
      severity: .warning, message: "a share without a number", reason: "Readers ask whether they are meant.",
      question: "How many, of how many?")
    let drafted = DraftedText(incident: "INC-7", preview: try preview(held: [], findings: [finding]))
    try Snapshot.check(drafted.render(for: terminal), "drafted")
  }

  @Test func `components, maintenance and policy are tables that fit`() throws {
    var board = StatusBoard()
    let stamp = EventStamp(version: 1, recorded: try Bakery.at("01:00"), actor: "ana")
    board.apply(
      .listed(
        ComponentList(
          settings: StatusSettings(name: "Bakery", url: "https://status.example.org"),
          components: [
            ComponentDefinition(id: "orders", name: "Orders in the app", group: "Shop"),
            ComponentDefinition(id: "app", name: "App", group: "Shop"), ComponentDefinition(id: "till", name: "Till"),
          ])), stamp)
    board.apply(
      .stateChanged(ComponentStateChange(component: "orders", condition: .partialOutage)),
      EventStamp(version: 2, recorded: try Bakery.at("03:05"), actor: "ana"))
    try Snapshot.check(
      ComponentsText(components: ComponentsAnswer(board), zone: try zone, now: try Bakery.at("03:40"))
        .render(for: terminal), "components")
    var work = Maintenance(
      number: 3,
      plan: MaintenancePlan(
        title: "New oven controller", text: "The oven is off; orders wait until it is on again.",
        from: try Bakery.at("22:00"), until: try Bakery.at("23:30"), components: ["orders"]))
    work.apply(.scheduled(work.plan), stamp)
    work.apply(.progressed(MaintenanceProgress(state: .inProgress, note: "We have begun.")), stamp)
    try Snapshot.check(
      MaintenancesText(maintenances: [MaintenanceAnswer(work)], zone: try zone, now: try Bakery.at("03:40"))
        .render(for: terminal), "maintenances")
    try Snapshot.check(PolicyText(policy: .standard, version: 0).render(for: terminal), "policy")
  }

  @Test func `moments and suspects carry the names by which they are picked and judged`() throws {
    let moment = MomentAnswer(
      id: "m3f2a90c1", at: try Bakery.at("02:58:11"), kind: "first", title: "queue: 'no consumer for tray' 12 times",
      reason: "never seen before; 12 times in the first minute", count: 12, rank: 1, reference: "queue.log:118",
      isPicked: true)
    try Snapshot.check(
      MomentsText(moments: [moment], hiddenCount: 3, zone: try zone).render(for: terminal), "moments")
    let suspect = SuspectAnswer(
      id: "C-1", title: "C-1 queue limit: 200 → 20", at: try Bakery.at("02:49"), score: 0.825,
      reasons: ["9 min before the onset", "names the failing queue"], standing: .confirmed,
      reason: "the failures end with it")
    try Snapshot.check(
      SuspectsText(suspects: [suspect], zone: try zone, now: try Bakery.at("03:40")).render(for: terminal), "suspects")
  }

  @Test func `nothing that people write reaches the terminal as a command to it`() throws {
    var bakery = try Bakery()
    let hostile = "\u{202E}evil \u{9B}2J"
    try bakery.perform(.note(NoteWritten(text: "a\nb \u{202E}turned"), at: nil), by: "ben", at: "03:10")
    try bakery.perform(.assignRole(RoleAssignment(role: "commander", person: "\u{2066}kim")), by: "ben", at: "03:11")
    let text = IncidentText(incident: try bakery.answer(at: "03:12"), zone: try zone, now: try Bakery.at("03:12"))
      .render(for: terminal)
    #expect(!text.unicodeScalars.contains { hostile.unicodeScalars.contains($0) && $0.value > 0x7F })
    #expect(!text.contains("\u{2066}"))
  }
}
