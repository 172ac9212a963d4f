import Accounts
import Chronology
import Desk
import Findings
import Foundation
import Incidents
import Journal
import JournalSQLite
import PublicStatus
import RecordViews
import Testing

/// Commands become events once, whole, and with what their writer saw.
struct WritingTests {
  @Test func `open incidents are counted without gaps, private ones say nothing`() async throws {
    let scene = try DeskScene()
    var numbers: [Int] = []
    for isPrivate in [false, true, false, true, false] {
      numbers.append(try await scene.declare(isPrivate: isPrivate).number)
    }
    #expect(numbers.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) == Array(1...3))
    #expect(DeskLimits.privateNumbers.contains(numbers[1]) && DeskLimits.privateNumbers.contains(numbers[3]))
  }

  @Test func `a version that is not the newest is refused with both numbers`() async throws {
    let scene = try DeskScene()
    let id = try await scene.declare()
    let seen = try await scene.note("one", on: id).version
    try await scene.note("two", on: id)
    let error = await #expect(throws: DeskError.self) {
      try await scene.desk.perform(
        .note(NoteWritten(text: "three"), at: nil), on: id, by: scene.ben, terms: WriteTerms(expectedVersion: seen))
    }
    #expect(error?.code == .staleVersion(expected: seen, actual: seen + 1))
    let fresh = WriteTerms(expectedVersion: seen + 1)
    #expect(
      try await scene.desk.perform(.note(NoteWritten(text: "three"), at: nil), on: id, by: scene.ben, terms: fresh)
        .version == seen + 2)
    let policy = try await scene.desk.policy()
    #expect(policy.version == 0)
    var other = policy.policy
    other.warnBeforeMinutes = 9
    _ = try await scene.desk.setPolicy(other, by: scene.adm, terms: WriteTerms(expectedVersion: 0))
    other.warnBeforeMinutes = 8
    let late = other
    let result = await outcome {
      try await scene.desk.setPolicy(late, by: scene.adm, terms: WriteTerms(expectedVersion: 0))
    }
    #expect(result == "staleVersion")
  }

  @Test func `many who write at once all get their turn`() async throws {
    let record = try SampleRecord()
    let desks = try (0..<3).map { _ in try record.desk(viewsPath: record.viewsPath) }
    let caller = Caller.local("ana")
    let id = try #require(try await desks[0].declare(Declaration(title: "Slow"), by: caller).incident)
    let versions = try await withThrowingTaskGroup(of: Int64.self) { group in
      for index in 0..<24 {
        group.addTask {
          try await desks[index % 3].perform(.addTask(TaskRequest(text: "task \(index)")), on: id, by: caller).version
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(versions).count == 24)
    let incident = try #require(try await desks[1].incident(id, for: caller)).incident
    #expect(incident.tasks.map(\.number) == Array(1...24))
    #expect(Set(incident.tasks.map(\.order)).count == 24)
  }

  @Test func `one key is done once, across desks and processes`() async throws {
    let record = try SampleRecord()
    let desks = try [record.desk(viewsPath: record.viewsPath), record.desk()]
    let caller = Caller.local("ana")
    let id = try #require(try await desks[0].declare(Declaration(title: "Slow"), by: caller).incident)
    let terms = WriteTerms(idempotencyKey: "k-1", requestDigest: "d")
    let receipts = try await withThrowingTaskGroup(of: WriteReceipt.self) { group in
      for index in 0..<8 {
        group.addTask {
          try await desks[index % 2].perform(
            .addTask(TaskRequest(text: "once")), on: id, by: caller, terms: terms)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(receipts.count { !$0.isReplay } == 1)
    #expect(Set(receipts.map(\.version)).count == 1)
    #expect(Set(receipts.map(\.number)) == [1])
    #expect(try await desks[1].incident(id, for: caller)?.incident.tasks.count == 1)
    let declared = WriteTerms(idempotencyKey: "k-2")
    let first = try await desks[0].declare(Declaration(title: "Twice tapped"), by: caller, terms: declared)
    let second = try await desks[1].declare(Declaration(title: "Twice tapped"), by: caller, terms: declared)
    #expect(first.incident == second.incident && second.isReplay)
  }

  @Test(arguments: [
    ("k", "d", "ana", "done", "the same again"),
    ("k", "other", "ana", "keyReused", "another request"),
    ("k", "other", "ben", "done", "somebody else's key is another key"),
    ("", "d", "ana", "invalidKey", "nothing"),
    ("two words", "d", "ana", "invalidKey", "a blank"),
    (String(repeating: "x", count: 201), "d", "ana", "invalidKey", "too long"),
  ])
  func `a key stands for one request of one caller`(
    key: String, digest: String, account: String, expected: String, why: String
  ) async throws {
    let scene = try DeskScene()
    let id = try await scene.declare()
    let note = IncidentCommand.note(NoteWritten(text: "x"), at: nil)
    _ = try await scene.desk.perform(
      note, on: id, by: scene.ana, terms: WriteTerms(idempotencyKey: "k", requestDigest: "d"))
    let caller = account == "ana" ? scene.ana : scene.ben
    let result = await outcome {
      try await scene.desk.perform(
        note, on: id, by: caller, terms: WriteTerms(idempotencyKey: key, requestDigest: digest))
    }
    #expect(result == expected)
  }

  @Test func `an incident does not lead back to itself`() async throws {
    let scene = try DeskScene()
    let ids = try await [scene.declare("a"), scene.declare("b"), scene.declare("c")]
    func merge(_ from: Int, _ into: Int) async -> String {
      await outcome {
        try await scene.desk.perform(
          .changeState(StateChange(state: .merged, into: ids[into].number)), on: ids[from], by: scene.ana)
      }
    }
    #expect(await merge(0, 1) == "done")
    #expect(await merge(1, 2) == "done")
    #expect(await merge(2, 0) == "wrong-state")
    let view = try #require(try await scene.desk.incident(ids[0], for: scene.rea))
    #expect(view.mergedInto?.id == ids[1])
    #expect(try await scene.desk.incident(ids[1], for: scene.rea)?.mergedFrom.map(\.id) == [ids[0]])
    let unknown = await outcome {
      try await scene.desk.perform(.changeState(StateChange(state: .merged, into: 99)), on: ids[2], by: scene.ana)
    }
    #expect(unknown == "unknownIncident")
  }

  @Test func `a missed promise becomes a fact, once`() async throws {
    let scene = try DeskScene()
    let id = try await scene.declare(severity: 2)
    let secret = try await scene.declare(severity: 2, isPrivate: true)
    #expect(try await scene.desk.keepTime() == 0)
    #expect(try await scene.desk.incidents(.running, for: scene.rea).items.first?.nextWord?.audience == .internal)
    scene.clock.pass(minutes: 16)
    #expect(try await scene.desk.keepTime() == 2)
    #expect(try await scene.desk.keepTime() == 0)
    scene.clock.pass(minutes: 5)
    #expect(try await scene.desk.keepTime() == 2)
    let incident = try #require(try await scene.desk.incident(id, for: scene.rea)).incident
    #expect(incident.missed.map(\.audience) == [.internal, .customers])
    #expect(incident.entries.last { $0.kind == .missed }?.by == "mayday")
    #expect(try await scene.desk.incident(secret, for: scene.ana)?.incident.missed.count == 2)
    try await scene.tell(id)
    scene.clock.pass(minutes: 29)
    #expect(try await scene.desk.keepTime() == 0)
    scene.clock.pass(minutes: 2)
    #expect(try await scene.desk.keepTime() == 1)
  }

  @Test func `what many incidents missed is recorded in few appends, past one that was faster`() async throws {
    let scene = try DeskScene()
    let many = DeskLimits.lateIncidentsPerAppendMax + 3
    for number in 0..<many { try await scene.declare("Outage \(number)") }
    scene.clock.pass(minutes: 21)
    let before = try await scene.desk.headPosition()
    // Two keepers of one record: what one records the other does not record again.
    let other = try Desk(journal: scene.journal, clock: scene.clock.recordClock)
    async let first = scene.desk.keepTime()
    async let second = other.keepTime()
    #expect(try await first + second == 2 * many)
    #expect(try await scene.desk.headPosition() == before + Int64(2 * many))
    #expect(try await scene.desk.keepTime() == 0)
    for number in [1, 2, many] {
      let incident = try #require(try await scene.desk.incident(IncidentID(number: number), for: scene.rea)).incident
      #expect(incident.missed.map(\.audience) == [.internal, .customers])
      #expect(incident.entries.filter { $0.kind == .missed }.map(\.by) == ["mayday", "mayday"])
    }
  }

  @Test func `that a word was late is Mayday's observation, also where the late word brings it in`() async throws {
    let scene = try DeskScene()
    let id = try await scene.declare(severity: 2)
    scene.clock.pass(minutes: 21)
    try await scene.tell(id)
    let incident = try #require(try await scene.desk.incident(id, for: scene.rea)).incident
    #expect(incident.entries.filter { $0.kind == .missed }.map(\.by) == ["mayday", "mayday"])
    #expect(incident.entries.last { $0.kind == .update }?.by == "ana")
  }

  @Test func `what the reviewer holds back goes out with a reason alone`() async throws {
    let scene = try DeskScene()
    let id = try await scene.declare()
    let draft = UpdateDraft(
      update: 0, audience: .customers, state: .investigating, text: UpdateText(broken: "Some issues."))
    let findings = try await scene.desk.reviewUpdate(draft, of: id, for: scene.rea)
    #expect(findings.contains { $0.severity == .error })
    _ = try await scene.desk.perform(.draftUpdate(draft), on: id, by: scene.ana)
    let view = try #require(try await scene.desk.incident(id, for: scene.rea))
    #expect(view.findings[1]?.isEmpty == false)
    let held = await outcome {
      try await scene.desk.perform(.publishUpdate(UpdateRelease(update: 1)), on: id, by: scene.ana)
    }
    #expect(held == "held-by-review")
    var release = UpdateRelease(update: 1)
    release.releaseReason = "customers wait"
    _ = try await scene.desk.perform(.publishUpdate(release), on: id, by: scene.ana)
    let update = try #require(try await scene.desk.incident(id, for: scene.rea)?.incident.updates.first)
    #expect(update.isOut && !update.held.isEmpty)
  }

  @Test func `an incident that was over is recorded as it was`() async throws {
    let scene = try DeskScene()
    let began = scene.clock.now.advanced(bySeconds: -7200)
    let declaration = Declaration(
      title: "Last week", severity: 1, state: .resolved,
      instants: [.impactStarted: began, .resolved: began.advanced(bySeconds: 1800)])
    let id = try #require(try await scene.desk.declare(declaration, by: scene.ana).incident)
    let view = try #require(try await scene.desk.incident(id, for: scene.rea))
    #expect(view.incident.isBackfilled)
    #expect(view.summary.started == began)
    #expect(view.summary.ended == began.advanced(bySeconds: 1800))
    #expect(view.summary.nextWord == nil)
    scene.clock.pass(minutes: 600)
    #expect(try await scene.desk.keepTime() == 0)
    #expect(try await scene.desk.statusReport().incidents.isEmpty)
  }
}
