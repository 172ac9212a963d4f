import Accounts
import Chronology
import Desk
import Incidents
import Journal
import Postmortems
import RecordViews
import Testing

struct GuardTests {
  private static let red = GuardReport(standing: .broken, summary: "7 of 8 hosts run 649bdfb; srv8 runs 2003", place: "ci")
  private static let green = GuardReport(standing: .holds, summary: "8 of 8 hosts run 649bdfb", place: "ci")
  private static let open = GuardReport(standing: .unknown, summary: "no answer within 10 s", place: "ci")

  private func known(_ action: ActionID? = nil, incident: Int? = nil) -> GuardDeclaration {
    GuardDeclaration(name: "one-build", title: "All servers run the same build", incident: incident, action: action)
  }

  @Test(
    arguments: [
      ("http: https://shop.example.org/health\nexpect:\n  status: 200\n", "done", "a request"),
      ("promql: up == 1\nserver: http://prom.example.org\nexpect:\n  value: \"> 0\"\n", "done", "a query"),
      ("command: rm -rf /\n", "invalid-text", "a command never comes from the record"),
      ("text: POWER_PEG\nmust: not-appear\npaths: [router]\n", "invalid-text", "nor a look into its files"),
      ("pattern: 'POWER'\nmust: not-appear\npaths: [router]\n", "invalid-text", "nor a pattern"),
      (
        "http: https://x.example.org\nheaders:\n  Authorization: Bearer ${TOKEN}\nenv: [TOKEN]\n", "invalid-text",
        "nor variables of a machine"
      ),
      ("http: https://x.example.org\n- name: other\n  title: x\n  command: id\n", "invalid-text", "a second guard"),
      ("htpp: https://x.example.org\n", "invalid-text", "a key that is none"),
    ])
  func `only requests and queries are declared in the record`(text: String, expected: String, why: String) async throws {
    let scene = try DeskScene()
    var declaration = known()
    declaration.definition = text
    let found = await outcome { try await scene.desk.declareGuard(declaration, by: scene.adm) }
    if expected == "done", found != "done" {
      do { _ = try await scene.desk.declareGuard(declaration, by: scene.adm) } catch { Issue.record("\(error)") }
    }
    #expect(found == expected, "\(why)")
    #expect(await outcome { try await scene.desk.declareGuard(declaration, by: scene.ana) } == "notAllowed")
  }

  @Test func `the same result is not recorded again within some hours`() async throws {
    let scene = try DeskScene()
    var recorded: [Bool] = []
    for (minutes, report) in [
      (0.0, Self.green), (60, Self.green), (1, Self.red), (1, Self.red), (1, Self.open), (1, Self.green), (361, Self.green),
    ] {
      scene.clock.pass(minutes: minutes)
      recorded.append(try await scene.desk.reportGuard("one-build", report, knownAs: known(), by: scene.ana).isRecorded)
    }
    #expect(recorded == [true, false, true, false, true, true, true])
    let record = try #require(try await scene.desk.guardRecord("one-build", for: scene.rea))
    #expect(record.results.map(\.content.standing) == [.holds, .holds, .unknown, .broken, .holds])
    #expect(record.brokenCount == 1)
    #expect(record.declaration.title == "All servers run the same build")
  }

  @Test(arguments: [ActionState.done, .verified])
  func `red opens an action again that was done, in the same append`(state: ActionState) async throws {
    let scene = try DeskScene()
    let action = try await scene.postmortem(of: try await scene.declare())
    try await scene.step(action, .done)
    if state == .verified { try await scene.step(action, .verified) }
    let before = try await scene.journal.head().position.number
    let receipt = try await scene.desk.reportGuard("one-build", Self.red, knownAs: known(action), by: scene.ana)
    #expect(receipt.reopened == action)
    let head = try await scene.journal.head().position.number
    #expect(head == before + 3, "declared, reported, stepped")
    let view = try #require(try await scene.desk.actions(for: scene.rea).first)
    #expect(view.action.state == .accepted)
    #expect(view.action.steps.last?.note == "guard one-build: 7 of 8 hosts run 649bdfb; srv8 runs 2003")
    #expect(view.action.steps.last?.check == "one-build")
    #expect(view.guards.map(\.declaration.name) == ["one-build"])
    // Done again while it is still red: the next red opens it again, however quiet it would be otherwise.
    try await scene.step(action, .done)
    #expect(try await scene.desk.reportGuard("one-build", Self.red, by: scene.ana).reopened == action)
  }

  @Test func `neither green nor unknown opens or closes anything`() async throws {
    let scene = try DeskScene()
    let action = try await scene.postmortem(of: nil)
    try await scene.step(action, .done)
    for report in [Self.open, Self.green] {
      #expect(try await scene.desk.reportGuard("one-build", report, knownAs: known(action), by: scene.ana).reopened == nil)
    }
    #expect(try await scene.state(of: action) == .done)
    let guards = try await scene.desk.guards(for: scene.rea)
    #expect(guards.first?.standing == .holds)
  }

  @Test func `of a private incident a guard says nothing to others, and keeps it`() async throws {
    let scene = try DeskScene()
    let incident = try await scene.declare(isPrivate: true)
    let action = try await scene.postmortem(of: incident)
    try await scene.step(action, .done)
    var declaration = known(action, incident: incident.number)
    declaration.definition = "http: https://shop.example.org/health\n"
    let caller = DeskScene.caller("adm2", .administrator)
    _ = try await scene.desk.declareGuard(declaration, by: caller)
    let seen = try #require(try await scene.desk.guardRecord("one-build", for: scene.ben))
    #expect(seen.declaration.incident == nil && seen.declaration.action == nil)
    #expect(try await scene.desk.guardRecord("one-build", for: scene.ana)?.declaration.incident == incident.number)
    // Whoever may not know of it opens it all the same, and is not told.
    let receipt = try await scene.desk.reportGuard("one-build", Self.red, by: scene.ben)
    #expect(receipt.reopened == nil && receipt.isRecorded)
    #expect(try await scene.state(of: action) == .accepted)
  }

  @Test func `a retired guard takes no results until it is declared again`() async throws {
    let scene = try DeskScene()
    _ = try await scene.desk.reportGuard("one-build", Self.green, knownAs: known(), by: scene.ana)
    _ = try await scene.desk.retireGuard("one-build", reason: "The servers are gone.", by: scene.adm)
    #expect(await outcome { try await scene.desk.reportGuard("one-build", Self.red, by: scene.ana) } == "wrong-state")
    #expect(
      await outcome { try await scene.desk.retireGuard("one-build", reason: "Again", by: scene.adm) } == "wrong-state")
    #expect(await outcome { try await scene.desk.retireGuard("none", reason: "x", by: scene.adm) } == "unknownGuard")
    #expect(await outcome { try await scene.desk.declareGuard(known(), by: scene.adm) } == "done")
    #expect(await outcome { try await scene.desk.reportGuard("one-build", Self.red, by: scene.ana) } == "done")
  }

  @Test func `what the server checks is what the record defines and says how often`() async throws {
    let scene = try DeskScene()
    _ = try await scene.desk.reportGuard("of-a-file", Self.green, by: scene.ana)
    var declaration = known()
    declaration.definition = "http: https://shop.example.org/health\n"
    declaration.everyMinutes = 15
    _ = try await scene.desk.declareGuard(declaration, by: scene.adm)
    #expect(try await scene.desk.scheduledGuards().map(\.declaration.name) == ["one-build"])
    #expect(try await scene.desk.scheduledGuards().first?.secondsSinceResult == nil)
    var unsaid = GuardDeclaration(name: "other", title: "Other", everyMinutes: 5)
    #expect(await outcome { try await scene.desk.declareGuard(unsaid, by: scene.adm) } == "invalid-text")
    unsaid.incident = 77
    unsaid.everyMinutes = nil
    #expect(await outcome { try await scene.desk.declareGuard(unsaid, by: scene.adm) } == "unknown-incident")
  }
}
