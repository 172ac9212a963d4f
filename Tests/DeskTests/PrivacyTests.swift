import Accounts
import Chronology
import Desk
import Incidents
import Journal
import PublicStatus
import RecordViews
import Testing

/// One private incident between two open ones: nothing that a stranger can ask for may differ from a record without it.
struct PrivacyTests {
  /// Everything a caller can read, as text; times of reading taken out.
  private func walk(_ scene: DeskScene, _ caller: Caller, asOf: Instant? = nil) async throws -> String {
    var home = try await scene.desk.home(for: caller, asOf: asOf)
    home.now = Instant(seconds: 0)
    home.asOf = nil
    var text = "\(home)\n"
    for query in [
      IncidentQuery(asOf: asOf), IncidentQuery(words: "data leak", asOf: asOf), .running, IncidentQuery(severity: 1),
      IncidentQuery(isDrill: false), IncidentQuery(component: "shop"),
    ] {
      text += "\(try await scene.desk.incidents(query, for: caller).items)\n"
    }
    for number in 1...3 {
      text += shown(try await scene.desk.incident(IncidentID(number: number), for: caller, asOf: asOf)) + "\n"
    }
    text +=
      "\(try await scene.desk.changes(after: 0, limit: 500, for: caller).changes.map { [$0.incident, $0.kind] as [any Sendable] })\n"
    text += "\(try await scene.desk.statusBoard().stretches.map(\.change))\n"
    let report = try await scene.desk.statusReport()
    text += "\(report.incidents.map(\.title)) \(report.components.map(\.state))"
    return text
  }

  private func play(withPrivateOne: Bool) async throws -> (scene: DeskScene, id: IncidentID?) {
    let scene = try DeskScene()
    try await scene.list("shop")
    let first = try await scene.declare("Payments fail")
    var id: IncidentID?
    if withPrivateOne {
      let secret = try await scene.declare("Customer data leak", severity: 1, isPrivate: true)
      id = secret
      try await scene.note("who knows of it", on: secret)
      _ = try await scene.desk.importPostmortem(
        ImportRequest(text: SampleText.titled("Customer data leak", started: nil), path: "leak.md", incident: secret),
        by: scene.ana)
      try await scene.tell(secret, to: .internal, components: ["shop": .majorOutage])
    }
    try await scene.declare("Search is slow")
    try await scene.tell(first)
    return (scene, id)
  }

  @Test func `to a stranger the record reads as if it were not there`() async throws {
    let (scene, id) = try await play(withPrivateOne: true)
    let (plain, _) = try await play(withPrivateOne: false)
    let secret = try #require(id)
    #expect(secret.number >= DeskLimits.privateNumbers.lowerBound)
    for caller in [scene.rea, scene.ben] {
      #expect(try await walk(scene, caller) == walk(plain, caller))
      #expect(try await walk(scene, caller, asOf: scene.clock.now) == walk(plain, caller, asOf: plain.clock.now))
    }
    #expect(try await walk(scene, scene.ana).contains("leak"))
    #expect(try await walk(scene, scene.adm).contains("leak"))
    #expect(try await scene.desk.home(for: scene.rea).record == nil)
    #expect(try await scene.desk.home(for: scene.adm).record != nil)
  }

  @Test func `refusals speak of it as of one that is missing`() async throws {
    let (scene, id) = try await play(withPrivateOne: true)
    let secret = try #require(id)
    let missing = IncidentID(number: secret.number == 999_999 ? 100_000 : secret.number + 1)
    let first = IncidentID(number: 1)
    func words(_ attempt: (IncidentID) async throws -> Any?) async -> [String] {
      var said: [String] = []
      for target in [secret, missing] {
        do {
          said.append("\(String(describing: try await attempt(target)))")
        } catch {
          said.append("\(error)".replacing("\(target)", with: "INC-X").replacing("\(target.number)", with: "X"))
        }
      }
      return said
    }
    let ben = scene.ben
    let attempts: [(IncidentID) async throws -> Any?] = [
      { try await scene.note("x", on: $0, by: ben) },
      { try await scene.desk.incident($0, for: ben)?.summary.title },
      { try await scene.desk.incidents(IncidentQuery(before: $0), for: ben) },
      { target in
        try await scene.desk.perform(
          .changeState(StateChange(state: .merged, into: target.number)), on: first, by: ben)
      },
      { target in
        try await scene.desk.setComponentState(
          ComponentStateChange(component: "shop", condition: .degraded, incident: target.number), by: ben)
      },
      { target in
        try await scene.desk.importPostmortem(
          ImportRequest(text: SampleText.cards, path: "x.md", incident: target), by: ben)
      },
      { try await scene.desk.addEvidence(EvidenceUpload(name: "x", bytes: [1]), to: $0, by: ben) },
    ]
    for attempt in attempts {
      let said = await words(attempt)
      #expect(said[0] == said[1])
    }
  }

  @Test func `an import does not find what its caller may not see`() async throws {
    let (scene, id) = try await play(withPrivateOne: true)
    let secret = try #require(id)
    let text = SampleText.titled("Customer data leak", started: nil)
    let mine = try await scene.desk.importPostmortem(ImportRequest(text: text, path: "leak.md"), by: scene.ana)
    let own = try await scene.desk.importPostmortem(ImportRequest(text: text, path: "leak.md"), by: scene.ben)
    #expect(own.incident == IncidentID(number: 3))
    #expect(own.postmortem == PostmortemID(number: 1))
    let named = text + "\n\nincident"
    let again = try await scene.desk.importPostmortem(
      ImportRequest(
        text: SampleText.titled("Leak", started: nil, incident: "\(secret)") + named, path: "named.md"), by: scene.ben)
    #expect(again.incident == IncidentID(number: 4))
    #expect(mine.incident == secret && mine.isUnchanged)
    #expect(mine.postmortem.number >= DeskLimits.privateNumbers.lowerBound)
    #expect(try await scene.desk.postmortem(mine.postmortem, for: scene.ben) == nil)
    #expect(try await scene.desk.postmortem(mine.postmortem, for: scene.ana) != nil)
  }

  @Test func `an incident that becomes private is gone at once, also from what was`() async throws {
    let scene = try DeskScene()
    try await scene.list("shop")
    let id = try await scene.declare()
    try await scene.tell(id, components: ["shop": .degraded])
    let before = scene.clock.now
    #expect(try await scene.desk.statusReport().incidents.count == 1)
    #expect(try await scene.desk.statusBoard().stretches.map(\.change.incident) == [1])
    scene.clock.pass(minutes: 5)
    _ = try await scene.desk.perform(.changeAccess(AccessChange(isPrivate: true)), on: id, by: scene.ana)
    #expect(try await scene.desk.incident(id, for: scene.ben) == nil)
    #expect(try await scene.desk.incident(id, for: scene.ben, asOf: before) == nil)
    #expect(try await scene.desk.incidents(IncidentQuery(asOf: before), for: scene.ben).items.isEmpty)
    #expect(try await scene.desk.changes(after: 0, limit: 100, for: scene.ben).changes.isEmpty)
    #expect(try await scene.desk.statusReport().incidents.isEmpty)
    #expect(try await scene.desk.statusBoard().stretches.map(\.change.incident) == [nil])
    #expect(try await scene.desk.incident(id, for: scene.ana, asOf: before)?.incident.isPrivate == false)
  }

  @Test func `an open incident does not lead on to a private one`() async throws {
    let scene = try DeskScene()
    let open = try await scene.declare()
    let secret = try await scene.declare(isPrivate: true)
    let into = IncidentCommand.changeState(StateChange(state: .merged, into: secret.number))
    let refused = await outcome { try await scene.desk.perform(into, on: open, by: scene.ana) }
    #expect(refused == "private-incident")
    let other = IncidentCommand.changeState(StateChange(state: .merged, into: open.number))
    let done = await outcome { try await scene.desk.perform(other, on: secret, by: scene.ana) }
    #expect(done == "done")
    #expect(try await scene.desk.incident(open, for: scene.ben)?.mergedFrom.isEmpty == true)
    #expect(try await scene.desk.incident(open, for: scene.ana)?.mergedFrom.map(\.id) == [secret])
  }
}
