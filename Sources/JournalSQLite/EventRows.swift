internal import Chronology
internal import Foundation
internal import GRDB
internal import Journal

/// Events as rows of the database.
enum EventRows {
  private static let selection = """
    SELECT e.position, e.stream, e.version, e.recorded, e.claimed, e.actor, e.kind, e.payload_hash, e.previous_hash,
      e.hash, p.salt, p.bytes, t.erasure, t.erased, t.erased_by, t.reason
    FROM events e LEFT JOIN payloads p ON p.hash = e.payload_hash
      LEFT JOIN tombstones t ON t.payload_hash = e.payload_hash
    """

  static func fetch(
    _ db: Database, where condition: String, order: String = "e.position", _ arguments: StatementArguments, limit: Int
  ) throws -> [RecordedEvent] {
    var batch = ReadBatch(limit: limit)
    let rows = try Row.fetchCursor(
      db, sql: "\(selection) WHERE \(condition) ORDER BY \(order) LIMIT \(max(0, limit))", arguments: arguments)
    while let row = try rows.next() { if !batch.take(try event(row)) { break } }
    return batch.events
  }

  static func head(_ db: Database) throws -> JournalHead {
    let sql = "SELECT position, hash, recorded FROM events ORDER BY position DESC LIMIT 1"
    guard let row = try Row.fetchOne(db, sql: sql) else { return .empty }
    let reader = ColumnReader(row)
    return JournalHead(
      position: EventPosition(try reader.number(0)), hash: try reader.hash(1), recorded: try reader.instant(2))
  }

  static func version(_ db: Database, of stream: StreamName) throws -> StreamVersion {
    let sql = "SELECT max(version) FROM events WHERE stream = ?"
    return StreamVersion(try Int64.fetchOne(db, sql: sql, arguments: [stream.text]) ?? 0)
  }

  static func insert(_ event: RecordedEvent, into db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
      event.position.number, event.stream.text, event.version.number, event.recorded.rfc3339, event.claimed?.rfc3339,
      event.actor.text, event.kind.description, Data(event.payloadHash.bytes), Data(event.previousHash.bytes),
      Data(event.hash.bytes),
    ])
    guard case .kept(let payload) = event.payload else { return }
    try db.cachedStatement(sql: "INSERT INTO payloads VALUES (?, ?, ?)").execute(arguments: [
      Data(event.payloadHash.bytes), Data(payload.salt), Data(payload.bytes),
    ])
  }

  /// Takes the payload away and puts the tombstone in its place.
  static func replacePayload(_ payload: ContentHash, with tombstone: Tombstone, in db: Database) throws {
    let hash = Data(payload.bytes)
    try db.execute(sql: "DELETE FROM payloads WHERE hash = ?", arguments: [hash])
    try db.execute(
      sql: "INSERT INTO tombstones VALUES (?, ?, ?, ?, ?)",
      arguments: [
        hash, tombstone.erasure.number, tombstone.erased.rfc3339, tombstone.by.text, tombstone.reason,
      ])
  }

  private static func event(_ row: Row) throws(JournalError) -> RecordedEvent {
    let reader = ColumnReader(row)
    return RecordedEvent(
      position: EventPosition(try reader.number(0)), stream: StreamName(try reader.text(1)),
      version: StreamVersion(try reader.number(2)), recorded: try reader.instant(3),
      claimed: reader.isNull(4) ? nil : try reader.instant(4), actor: ActorName(try reader.text(5)),
      kind: try reader.kind(6), payloadHash: try reader.hash(7), previousHash: try reader.hash(8),
      hash: try reader.hash(9), payload: try payload(reader))
  }

  private static func payload(_ reader: ColumnReader) throws(JournalError) -> EventPayload {
    if !reader.isNull(11) {
      return .kept(SealedPayload(salt: try reader.bytes(10), bytes: try reader.bytes(11)))
    }
    guard !reader.isNull(12) else { return .missing }
    return .erased(
      Tombstone(
        erasure: EventPosition(try reader.number(12)), erased: try reader.instant(13),
        by: ActorName(try reader.text(14)), reason: try reader.text(15)))
  }
}
