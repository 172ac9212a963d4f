import Foundation
import GRDB
import Journal
import JournalSQLite
import JournalTesting
import Testing

struct SQLiteJournalTests {
  private let folder: TemporaryFolder
  private let suite: JournalConformance

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    suite = JournalConformance { try SQLiteJournal(at: folder.file("record"), clock: $0) }
  }

  @Test func `starts empty`() async throws { try await suite.startsEmpty() }
  @Test func `appends and reads`() async throws { try await suite.appendsAndReads() }
  @Test func `refuses conflicts`() async throws { try await suite.refusesConflicts() }
  @Test func `orders concurrent writers`() async throws { try await suite.ordersConcurrentWriters() }
  @Test func `refuses what is out of bounds`() async throws { try await suite.refusesWhatIsOutOfBounds() }
  @Test func `reads in batches`() async throws { try await suite.readsInBatches() }
  @Test func `erases`() async throws { try await suite.erases() }
  @Test func `refuses erasures`() async throws { try await suite.refusesErasures() }
  @Test func `follows`() async throws { try await suite.follows() }
  @Test func `stops waiting when cancelled`() async throws { try await suite.stopsWaitingWhenCancelled() }
  @Test func `appends for cancelled tasks`() async throws { try await suite.appendsForCancelledTasks() }

  @Test func `what was appended is there when the record is opened again`() async throws {
    let path = folder.file("record")
    let receipt = try await SQLiteJournal(at: path).append([.note("kept")], to: .shop, expecting: .noStream)
    let again = try SQLiteJournal(at: path, access: .existing)
    #expect(try await again.events(after: .start, limit: 10) == receipt.events)
  }

  @Test func `a closed record lies in one file`() async throws {
    let journal = try SQLiteJournal(at: folder.file("record"))
    let receipt = try await journal.append([.note("kept")], to: .shop, expecting: .noStream)
    try journal.close()
    try FileManager.default.moveItem(atPath: folder.file("record"), toPath: folder.file("copy"))
    let copy = try SQLiteJournal(at: folder.file("copy"), access: .readOnly)
    #expect(try await copy.events(after: .start, limit: 10) == receipt.events)
  }

  @Test func `two connections write in turn and see each other's events`() async throws {
    let path = folder.file("record")
    let journals = try [SQLiteJournal(at: path), SQLiteJournal(at: path)]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask { try await journals[number % 2].append([.note("\(number)")], to: .shop, expecting: .any) }
      }
      try await group.waitForAll()
    }
    for journal in journals {
      let report = try await JournalVerifier().verify(journal)
      #expect(report.eventCount == 40)
      #expect(report.damage == nil)
    }
    let stale = await #expect(throws: JournalError.self) {
      try await journals[1].append([.note("late")], to: .shop, expecting: .exactly(StreamVersion(39)))
    }
    #expect(
      stale?.code
        == .wrongExpectedVersion(expected: .exactly(StreamVersion(39)), actual: StreamVersion(40)))
  }

  @Test func `a follower sees the events of another connection`() async throws {
    let path = folder.file("record")
    let journal = try SQLiteJournal(at: path)
    let waiting = Task { try await journal.wait(past: .start) }
    try await SQLiteJournal(at: path).append([.note("from elsewhere")], to: .shop, expecting: .noStream)
    try await waiting.value
    #expect(try await journal.head().position == EventPosition(1))
  }

  @Test func `many may make the same record at once`() async throws {
    let path = folder.file("record")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<12 {
        group.addTask {
          try await SQLiteJournal(at: path).append([.note("\(number)")], to: .shop, expecting: .any)
        }
      }
      try await group.waitForAll()
    }
    #expect(try await JournalVerifier().verify(try SQLiteJournal(at: path)).eventCount == 12)
  }

  @Test func `no byte of an erased payload is left in the files`() async throws {
    let path = folder.file("record")
    let journal = try SQLiteJournal(at: path)
    let secret = "hunter2-" + String(repeating: "x", count: 20_000)
    let receipt = try await journal.append([.note("a"), .note(secret)], to: .shop, expecting: .noStream)
    try await journal.erase(payload: receipt.events[1].payloadHash, by: .tester, reason: "a password")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let content = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      #expect(content.range(of: Data("hunter2".utf8)) == nil, "\(name)")
      #expect(content.range(of: Data("xxxxxxxx".utf8)) == nil, "\(name)")
    }
  }

  @Test func `a record opened for reading refuses appends and shows what is there`() async throws {
    let path = folder.file("record")
    try await SQLiteJournal(at: path).append([.note("kept")], to: .shop, expecting: .noStream)
    let journal = try SQLiteJournal(at: path, access: .readOnly)
    let error = await #expect(throws: JournalError.self) {
      try await journal.append([.note("more")], to: .shop, expecting: .any)
    }
    #expect(error?.code == .readOnly)
    #expect(try await JournalVerifier().verify(journal).eventCount == 1)
  }

  @Test func `events cannot be changed by way of SQL`() async throws {
    let path = folder.file("record")
    try await SQLiteJournal(at: path).append([.note("kept")], to: .shop, expecting: .noStream)
    let queue = try DatabaseQueue(path: path)
    for sql in ["UPDATE events SET actor = 'x'", "DELETE FROM events"] {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
  }
}
