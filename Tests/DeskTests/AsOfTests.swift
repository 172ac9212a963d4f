import Accounts
import Chronology
import Desk
import Incidents
import Journal
import RecordViews
import Testing

/// Lists and pages as they were known at an instant.
struct AsOfTests {
  @Test func `a list and a page show what was known then`() async throws {
    let scene = try DeskScene()
    let start = scene.clock.now
    scene.clock.pass(minutes: 1)
    let id = try await scene.declare("Something is slow", severity: 3)
    try await scene.note("first", on: id)
    let early = scene.clock.now
    scene.clock.pass(minutes: 10)
    _ = try await scene.desk.perform(
      .revise(IncidentRevision(title: "Payments fail", severity: 1)), on: id, by: scene.ana)
    _ = try await scene.desk.perform(
      .assignRole(RoleAssignment(role: "commander", person: "ben")), on: id, by: scene.ana)
    let late = scene.clock.now
    scene.clock.pass(minutes: 10)
    _ = try await scene.desk.perform(.changeState(StateChange(state: .resolved)), on: id, by: scene.ana)
    try await scene.declare("Later")

    #expect(try await scene.desk.incidents(IncidentQuery(asOf: start), for: scene.rea).items.isEmpty)
    #expect(try await scene.desk.incident(id, for: scene.rea, asOf: start) == nil)
    let before = try await scene.desk.incidents(IncidentQuery(asOf: early), for: scene.rea).items
    #expect(before.map(\.title) == ["Something is slow"])
    #expect(before.map(\.severity) == [3])
    #expect(before.first?.commander == nil)
    let view = try #require(try await scene.desk.incident(id, for: scene.rea, asOf: early))
    #expect(view.incident.facts.title == "Something is slow")
    #expect(view.incident.entries.map(\.text) == ["Declared: Something is slow", "first"])
    #expect(view.asOf == early)
    let after = try #require(try await scene.desk.incident(id, for: scene.rea, asOf: late))
    #expect(after.summary.commander == "ben")
    #expect(after.incident.state == .active)
    #expect(try await scene.desk.incident(id, for: scene.rea)?.incident.state == .resolved)
    let running = IncidentQuery(states: [.active], asOf: late)
    #expect(try await scene.desk.incidents(running, for: scene.rea).items.map(\.id) == [id])
    #expect(try await scene.desk.home(for: scene.rea, asOf: late).incidents.map(\.title) == ["Payments fail"])
    #expect(try await scene.desk.home(for: scene.rea, asOf: late).incidentCount == 1)
    // What words were searched for then, not now.
    #expect(try await scene.desk.incidents(IncidentQuery(words: "SLOW", asOf: early), for: scene.rea).items.count == 1)
    #expect(try await scene.desk.incidents(IncidentQuery(words: "slow"), for: scene.rea).items.isEmpty)
  }

  @Test func `the policy of an instant is the one that was agreed on then`() async throws {
    let scene = try DeskScene()
    let id = try await scene.declare(severity: 4)
    let before = scene.clock.now
    #expect(try await scene.desk.incident(id, for: scene.rea)?.summary.nextWord == nil)
    scene.clock.pass(minutes: 1)
    var policy = Policy.standard
    policy.protocols.append(
      CommunicationProtocol(
        severity: 4, audience: .customers, speaker: "commander", firstWithinMinutes: 20, everyMinutes: nil,
        approval: .none, template: UpdateText()))
    _ = try await scene.desk.setPolicy(policy, by: scene.adm)
    let now = try #require(try await scene.desk.incident(id, for: scene.rea))
    #expect(now.summary.nextWord?.audience == .customers)
    #expect(now.promises.count == 1)
    let then = try #require(try await scene.desk.incident(id, for: scene.rea, asOf: before))
    #expect(then.summary.nextWord == nil)
    #expect(then.promises.isEmpty)
    #expect(then.policy == .standard)
  }

  @Test func `postmortems are shown as their newest text was then`() async throws {
    let scene = try DeskScene()
    try await scene.desk.importText(SampleText.cards)
    let before = scene.clock.now
    scene.clock.pass(minutes: 5)
    try await scene.desk.importText(SampleText.cards.replacing("status: draft", with: "status: final"))
    #expect(try await scene.desk.home(for: scene.rea).postmortems.map(\.status) == ["final"])
    #expect(try await scene.desk.home(for: scene.rea, asOf: before).postmortems.map(\.status) == ["draft"])
    let early = before.advanced(bySeconds: -1)
    #expect(try await scene.desk.home(for: scene.rea, asOf: early).postmortems.isEmpty)
    #expect(try await scene.desk.home(for: scene.rea, asOf: early).postmortemCount == 0)
  }

  @Test func `a clock that is set back loses nothing`() async throws {
    let scene = try DeskScene()
    let id = try await scene.declare()
    try await scene.note("one", on: id)
    scene.clock.pass(minutes: -60)
    try await scene.note("two", on: id)
    let back = scene.clock.now
    let ahead = InstantStatement(name: .detected, at: back.advanced(bySeconds: 3600))
    let refusal = await #expect(throws: IncidentRefusal.self) {
      try await scene.desk.perform(.stateInstant(ahead), on: id, by: scene.ana)
    }
    #expect(refusal?.message.contains("the clock here says \(back.rfc3339)") == true)
    scene.clock.pass(minutes: 1)
    try await scene.note("three", on: id)
    let texts = try #require(try await scene.desk.incident(id, for: scene.rea)).incident.entries.map(\.text)
    #expect(texts.suffix(3) == ["one", "two", "three"])
    // What stands before in the record was known when the later event was recorded, whatever its own stamp says.
    let then = try #require(try await scene.desk.incident(id, for: scene.rea, asOf: back))
    #expect(then.incident.entries.map(\.text).suffix(2) == ["one", "two"])
    #expect(try await scene.desk.verify().damage == nil)
  }

  @Test func `a list goes on after the last one that was shown`() async throws {
    let scene = try DeskScene()
    for number in 1...7 { try await scene.declare("Number \(number)") }
    var seen: [String] = []
    var query = IncidentQuery(limit: 3)
    while true {
      let part = try await scene.desk.incidents(query, for: scene.rea)
      seen += part.items.map(\.title)
      guard part.hasMore, let last = part.items.last else { break }
      query.before = last.id
    }
    #expect(seen == (1...7).reversed().map { "Number \($0)" })
  }
}
