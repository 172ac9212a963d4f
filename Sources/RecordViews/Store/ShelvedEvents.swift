package import Chronology
internal import Foundation
package import GRDB
package import Incidents
internal import Journal
package import Plans

/// The events of small streams, which are folded whenever they are read.
package enum ShelvedEvents {
  struct Shelved {
    var number: Int
    var position: Int64
    var stamp: EventStamp
    /// Nil where it was erased.
    var document: EventDocument?
  }

  static func keep(_ event: RecordedEvent, category: String, number: Int, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
      arguments: [
        category, number, event.version.number, event.position.number, event.recorded.rfc3339, event.claimed?.rfc3339,
        event.actor.text, event.kind.name, event.kind.version, event.payload.bytes.map { Data($0) },
      ])
  }

  /// In order of number, then version.
  static func all(
    _ db: Database, category: String, number: Int? = nil, after version: Int64 = 0, upTo position: Int64? = nil
  ) throws -> [Shelved] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number, position, version, recorded, claimed, actor, kind, kindVersion, json FROM shelf
        WHERE category = ? AND (? IS NULL OR number = ?) AND version > ? AND position <= ? ORDER BY number, version
        """, arguments: [category, number, number, version, position ?? .max])
    return rows.compactMap(shelved)
  }

  private static func shelved(_ row: Row) -> Shelved? {
    guard let recorded = Instant(rfc3339: row[3] as String) else { return nil }
    let json: Data? = row[8]
    return Shelved(
      number: row[0], position: row[1],
      stamp: EventStamp(
        version: row[2], recorded: recorded, claimed: (row[4] as String?).flatMap { Instant(rfc3339: $0) },
        actor: row[5]),
      document: json.map { EventDocument(kind: row[6], version: row[7], json: Array($0)) })
  }

  /// What came after a position, in its order.
  static func later(_ db: Database, category: String, than position: Int64) throws -> [Shelved] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number, position, version, recorded, claimed, actor, kind, kindVersion, json FROM shelf
        WHERE category = ? AND position > ? ORDER BY position
        """, arguments: [category, position])
    return rows.compactMap(shelved)
  }

  /// The text that was last saved by an instant; nil where none was, or it was erased.
  package static func text(_ kind: TextKind, of record: TextRecord, at instant: Instant, in db: Database) throws
    -> String?
  {
    var text: String?
    for event in try all(db, category: kind.rawValue, number: record.number) where event.stamp.at <= instant {
      if let document = event.document, case .written(let written)? = try? TextEvent(document, of: kind) {
        text = written.text
      }
    }
    return text
  }

  /// What was saved as one version; nil where that saved nothing, or it was erased.
  package static func text(_ kind: TextKind, of record: TextRecord, version: Int64, in db: Database) throws
    -> WrittenText?
  {
    let events = try all(db, category: kind.rawValue, number: record.number, after: version - 1)
    guard let event = events.first, event.stamp.version == version, let document = event.document,
      case .written(let written)? = try? TextEvent(document, of: kind)
    else { return nil }
    return written
  }

  /// The newest policy that can be read; the standard one where nobody has set any.
  package static func policy(_ db: Database, upTo position: Int64?) throws -> PolicyView {
    var view = PolicyView(policy: .standard, version: 0)
    for event in try all(db, category: "policy", upTo: position) {
      view.version = event.stamp.version
      if let document = event.document, case .set(let policy)? = try? PolicyEvent(document) { view.policy = policy }
    }
    return view
  }

  package static func board(_ db: Database, upTo position: Int64?, from known: StatusBoard = StatusBoard()) throws
    -> StatusBoard
  {
    var board = known
    for event in try all(db, category: "components", after: known.version, upTo: position) {
      if let document = event.document, let fact = try? ComponentEvent(document) {
        board.apply(fact, event.stamp)
      } else {
        board.skip(event.stamp)
      }
    }
    return board
  }

  /// By number.
  package static func maintenances(_ db: Database, number: Int? = nil) throws -> [Maintenance] {
    var all: [Maintenance] = []
    for event in try self.all(db, category: "maintenance", number: number) {
      guard let document = event.document, let fact = try? MaintenanceEvent(document) else { continue }
      if all.last?.number != event.number {
        guard case .scheduled(let plan) = fact else { continue }
        all.append(Maintenance(number: event.number, plan: plan))
      }
      all[all.count - 1].apply(fact, event.stamp)
    }
    return all
  }

  /// By number.
  package static func nearMisses(_ db: Database) throws -> [NearMissView] {
    try all(db, category: "near-miss").compactMap { event in
      guard let document = event.document, case .reported(let content)? = try? NearMissEvent(document) else {
        return nil
      }
      return NearMissView(
        number: event.number, content: content, reported: event.stamp.recorded, by: event.stamp.actor)
    }
  }

  package static func next(_ db: Database, category: String) throws -> Int {
    let sql = "SELECT max(number) FROM shelf WHERE category = ?"
    return (try Int.fetchOne(db, sql: sql, arguments: [category]) ?? 0) + 1
  }
}
