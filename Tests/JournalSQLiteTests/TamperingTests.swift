import Foundation
import GRDB
import Journal
import JournalSQLite
import JournalTesting
import Testing

/// One bit is flipped in one column of one row of a real file, and the verifier says where.
struct TamperingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    "stream", "version", "recorded", "claimed", "actor", "kind", "payload_hash", "previous_hash", "hash",
  ])
  func `any bit flipped in a column of an event is found at that event`(column: String) async throws {
    let path = try await recordOfThree()
    let queue = try DatabaseQueue(path: path)
    try await queue.write { try $0.execute(sql: "DROP TRIGGER events_are_never_changed") }
    let original = try await queue.read { try Self.bytes($0, of: column) }
    for bit in 0..<(original.bytes.count * 8) {
      let bytes = original.bytes.enumerated().map { $0 == bit / 8 ? $1 ^ (1 << UInt8(bit % 8)) : $1 }
      // SQLite's text ends at a NUL.
      guard !(original.isText && bytes.contains(0)) else { continue }
      try await queue.write { try Self.set(column, to: bytes, isText: original.isText, in: $0) }
      let damage = try await JournalVerifier().verify(try SQLiteJournal(at: path, access: .readOnly)).damage
      #expect(damage?.position == EventPosition(2), "bit \(bit) of \(column): \(String(describing: damage))")
    }
    try await queue.write { try Self.set(column, to: original.bytes, isText: original.isText, in: $0) }
    #expect(try await JournalVerifier().verify(try SQLiteJournal(at: path)).damage == nil)
  }

  @Test(arguments: [
    ("DELETE FROM events WHERE position = 2", JournalDamage.Code.wrongPosition, 2 as Int64?, "an event is gone"),
    ("UPDATE events SET position = 9 WHERE position = 3", .wrongPosition, 3, "an event was moved"),
    ("UPDATE payloads SET bytes = x'7b7d' WHERE rowid = 2", .wrongPayload, 2, "a payload was changed"),
    ("UPDATE payloads SET salt = x'00' WHERE rowid = 2", .wrongPayload, 2, "a salt was changed"),
    ("DELETE FROM payloads WHERE rowid = 2", .payloadMissing, 2, "a payload is gone"),
    ("UPDATE tombstones SET reason = 'none'", .wrongTombstone, 1, "a reason was changed"),
    ("UPDATE tombstones SET erased_by = 'nobody'", .wrongTombstone, 1, "who erased it was changed"),
    ("DELETE FROM tombstones", .payloadMissing, 1, "a tombstone is gone"),
    ("INSERT INTO payloads VALUES (x'01', x'02', x'03')", .storage, nil, "a payload was slipped in"),
    ("UPDATE events SET kind = 'note' WHERE position = 2", .unreadable, 2, "a kind lost its version"),
  ])
  func `what was changed behind Mayday's back is found`(
    sql: String, code: JournalDamage.Code, position: Int64?, why: String
  ) async throws {
    let path = try await recordOfThree()
    let journal = try SQLiteJournal(at: path)
    let first = try await journal.events(after: .start, limit: 1)[0]
    try await journal.erase(payload: first.payloadHash, by: .tester, reason: "was asked to")
    try await DatabaseQueue(path: path).write { db in
      try db.execute(sql: "DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted")
      try db.execute(sql: sql)
    }
    let damage = try await JournalVerifier().verify(journal).damage
    #expect(damage?.code == code)
    #expect(damage?.position == position.map { EventPosition($0) })
  }

  private func recordOfThree() async throws -> String {
    let path = folder.file("record")
    let events = ["one", "two", "three"].map { text in
      var event = NewEvent.note(text)
      event.claimed = RecordClock.fixed.now
      return event
    }
    // The third stands in another stream, so that a flipped bit in a version meets no version that is taken.
    try await SQLiteJournal(at: path, clock: .fixed).append([
      StreamAppend(stream: .shop, expected: .noStream, events: Array(events.prefix(2))),
      StreamAppend(stream: .bank, expected: .noStream, events: Array(events.suffix(1))),
    ])
    return path
  }

  private static func bytes(_ db: Database, of column: String) throws -> (bytes: [UInt8], isText: Bool) {
    let row = try Row.fetchOne(db, sql: "SELECT \(column), typeof(\(column)) FROM events WHERE position = 2")
    let (value, type): (DatabaseValue, String) = try (#require(row)[0], #require(row)[1])
    switch value.storage {
    case .int64(let number): return ((0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }, false)
    case .string(let text): return (Array(text.utf8), type == "text")
    case .blob(let data): return (Array(data), false)
    default: throw JournalError(.damaged, place: column, message: "an unexpected type")
    }
  }

  private static func set(_ column: String, to bytes: [UInt8], isText: Bool, in db: Database) throws {
    let value: any DatabaseValueConvertible =
      column == "version"
      ? bytes.reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) } : Data(bytes)
    try db.execute(
      sql: "UPDATE events SET \(column) = \(isText ? "CAST(? AS TEXT)" : "?") WHERE position = 2", arguments: [value])
  }
}
