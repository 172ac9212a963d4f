internal import GRDB

/// What can be wrong with the file without any event of the chain being wrong.
enum StorageChecks {
  private static let messagesMax = 10

  static func problems(_ db: Database) throws -> [String] {
    let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(messagesMax))").filter { $0 != "ok" }
    if !damage.isEmpty { return damage.map { "SQLite finds the file damaged: '\($0)'" } }
    return try strays.compactMap { query, words in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(query)") ?? 0
      return count == 0 ? nil : "\(count) \(words)"
    }
  }

  private static let strays = [
    ("events WHERE position < 1", "events stand before the first"),
    ("payloads WHERE hash NOT IN (SELECT payload_hash FROM events)", "payloads belong to no event"),
    ("tombstones WHERE payload_hash NOT IN (SELECT payload_hash FROM events)", "tombstones belong to no event"),
  ]
}
