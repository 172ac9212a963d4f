import Accounts
import Desk
import Foundation
import Guards
import HTTPService
import Logging
import Postmortems
import RecordViews
import Testing

/// Guards that a server checks by itself, those of a file and those of the record.
@Suite(.timeLimit(.minutes(15))) struct GuardKeeperTests {
  @Test func `no guard is left out while others come again`() async {
    let rounds = GuardRounds()
    let guards = (1...10).map { (name: "guard-\($0)", every: 0.0, sinceResult: Double?.none) }
    var ran: Set<Int> = []
    for _ in 0..<3 {
      let taken = await rounds.begin(guards)
      #expect(taken.count == 4)
      ran.formUnion(taken)
      for place in taken { await rounds.ends(guards[place].name) }
    }
    #expect(ran.count == 10)
    #expect(await rounds.begin([(name: "fresh", every: 60, sinceResult: 10)]).isEmpty, "its result is of this minute")
    #expect(await rounds.begin([(name: "old", every: 60, sinceResult: 100)]) == [0])
    #expect(await rounds.begin([(name: "old", every: 0, sinceResult: 100)]).isEmpty, "it runs")
  }

  @Test func `a server runs the guards that are due, and records what they showed`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("POWER_PEG = 1 << 7".utf8).write(to: folder.appendingPathComponent("flags.txt"))
    let file = try GuardFile(
      parsing: """
        guards:
        - name: flag-retired
          title: The flag is given to nothing
          text: POWER_PEG
          must: not-appear
          paths: [flags.txt]
          every: 15m
        - name: never
          title: Only by hand
          text: POWER_PEG
          must: not-appear
          paths: [flags.txt]

        """, path: "mayday.yaml")
    let test = try await TestSite(
      settings: SiteSettings(hosts: HostRule(listeningOn: "127.0.0.1"), localVisitor: .local("kim")),
      changes: ScriptedChanges())
    let desk = test.site.desk
    // Nothing listens at this port: what cannot be asked is unknown, and that is recorded too.
    _ = try await desk.declareGuard(
      GuardDeclaration(
        name: "answers", title: "It answers", definition: "http: http://127.0.0.1:1/health\nwithin: 5s\n",
        everyMinutes: 15), by: .local("kim"))
    let server = MaydayServer(
      site: test.site, host: "127.0.0.1", port: 0,
      guards: ServedGuards(guards: file.guards, runner: GuardRunner(folder: folder.path)), logLevel: .critical)
    let running = Task { try await server.run() }
    var standings: [String: GuardStanding] = [:]
    while standings.count < 2 {
      await Task.yield()
      for record in try await desk.guards(for: .local("kim")) {
        standings[record.declaration.name] = record.standing
      }
    }
    running.cancel()
    try? await running.value
    #expect(standings == ["flag-retired": .broken, "answers": .unknown])
    let record = try #require(try await desk.guardRecord("flag-retired", for: .local("kim")))
    #expect(record.results.first?.by == "mayday")
    #expect(record.declaration.title == "The flag is given to nothing")
    #expect(record.declaration.definition == nil)
  }
}
