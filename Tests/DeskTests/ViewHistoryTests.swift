import Accounts
import Chronology
import Desk
import Foundation
import Incidents
import Journal
import JournalSQLite
import RecordViews
import Testing

/// Views that were carried on event by event say what views built in one go say, to the last column.
struct ViewHistoryTests {
  @Test(arguments: [1, 2, 3, UInt64.random(in: 10...99_999)])
  func `views built again equal the views kept up live`(seed: UInt64) async throws {
    let record = try SampleRecord()
    let clock = TestClock()
    let journal = try SQLiteJournal(path: record.folder + "/record", clock: clock.recordClock)
    let desk = try Desk(journal: journal, viewsPath: record.viewsPath, clock: clock.recordClock)
    var random = SplitMix(state: seed)
    var done = 0
    for _ in 0..<250 {
      // Now and then the clock is set back.
      clock.pass(minutes: Double.random(in: -3...12, using: &random))
      done += try await step(desk, clock, &random) ? 1 : 0
    }
    #expect(done > 80, "seed \(seed)")
    let again = record.folder + "/again"
    _ = try await Desk(journal: journal, viewsPath: again).home(for: .local("tester"))
    let live = try ViewDump.lines(record.viewsPath)
    let built = try ViewDump.lines(again)
    #expect(live.count > 100)
    for (left, right) in zip(live, built) where left != right {
      Issue.record("seed \(seed): live '\(left)', built again '\(right)'")
      break
    }
    #expect(live.count == built.count, "seed \(seed)")
  }

  /// One thing that somebody does; false where it was refused.
  private func step(_ desk: Desk, _ clock: TestClock, _ random: inout SplitMix) async throws -> Bool {
    let callers = ["ana", "ben", "adm"].map { Caller.local($0) }
    let caller = callers[Int.random(in: 0..<3, using: &random)]
    let home = try await desk.home(for: caller)
    do {
      guard let target = home.incidents.randomElement(using: &random), Int.random(in: 0..<10, using: &random) > 0 else {
        _ = try await desk.declare(
          Declaration(
            title: "Trial \(home.incidentCount)", severity: Int.random(in: 1...4, using: &random),
            isPrivate: Bool.random(using: &random), commander: caller.account,
            state: Bool.random(using: &random) ? nil : .resolved), by: caller)
        return true
      }
      switch Int.random(in: 0..<12, using: &random) {
      case 0: _ = try await desk.keepTime()
      case 1:
        var policy = Policy.standard
        policy.warnBeforeMinutes = Int.random(in: 1...30, using: &random)
        policy.protocols.removeLast(Int.random(in: 0...3, using: &random))
        _ = try await desk.setPolicy(policy, by: caller)
      case 2:
        let text = SampleText.titled("Trial \(Int.random(in: 0..<4, using: &random))", started: "2026-01-05T09:12:00Z")
        try await desk.importText(text, path: "trial.md", timeline: .sample(moments: 2))
      case 3:
        _ = try await desk.setComponents(
          ComponentList(components: [ComponentDefinition(id: "shop", name: "Shop \(home.incidentCount)")]), by: caller)
      case 4:
        _ = try await desk.reportNearMiss(NearMiss(what: "nearly"), by: caller)
      default:
        _ = try await desk.perform(command(for: target, clock, &random), on: target.id, by: caller)
      }
      return true
    } catch is IncidentRefusal {
      return false
    }
  }

  private func command(
    for target: IncidentSummary, _ clock: TestClock, _ random: inout SplitMix
  ) -> IncidentCommand {
    switch Int.random(in: 0..<11, using: &random) {
    case 0: .note(NoteWritten(text: "seen"), at: nil)
    case 1:
      .changeState(StateChange(state: IncidentState.allCases.randomElement(using: &random) ?? .active, reason: "r"))
    case 2: .revise(IncidentRevision(title: "Other \(Int.random(in: 0..<9, using: &random))"))
    case 3: .revise(IncidentRevision(severity: Int.random(in: 1...4, using: &random), reason: "r"))
    case 4:
      .assignRole(
        RoleAssignment(
          role: ["commander", "scribe"].randomElement(using: &random) ?? "scribe",
          person: ["ana", "ben", nil].randomElement(using: &random) ?? nil))
    case 5: .changeAccess(AccessChange(isPrivate: Bool.random(using: &random), added: ["chloe"]))
    case 6: .stateInstant(InstantStatement(name: .impactStarted, at: clock.now, reason: "log"))
    case 7, 8:
      .draftUpdate(
        UpdateDraft(
          update: 0, audience: Bool.random(using: &random) ? .customers : .internal, state: .investigating,
          text: UpdateText(broken: "Paying fails.", nextBy: clock.now.advanced(bySeconds: 900)),
          components: Bool.random(using: &random) ? ["shop": .degraded] : [:]))
    default:
      .publishUpdate(UpdateRelease(update: Int.random(in: 1...3, using: &random), releaseReason: "urgent"))
    }
  }
}
