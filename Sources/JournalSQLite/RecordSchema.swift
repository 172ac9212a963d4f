internal import GRDB

/// How a record lies in a SQLite file.
///
/// Instants are RFC 3339 text and hashes blobs, so that the chain can be checked with nothing but `sqlite3` and a SHA-256.
enum RecordSchema {
  /// `MAYD` in ASCII.
  static let applicationID: Int64 = 0x4D41_5944
  static let version: Int64 = 1

  static let sql = """
    CREATE TABLE events (
      position INTEGER PRIMARY KEY NOT NULL,
      stream TEXT NOT NULL,
      version INTEGER NOT NULL,
      recorded TEXT NOT NULL,
      claimed TEXT,
      actor TEXT NOT NULL,
      kind TEXT NOT NULL,
      payload_hash BLOB NOT NULL UNIQUE,
      previous_hash BLOB NOT NULL,
      hash BLOB NOT NULL,
      UNIQUE (stream, version)
    ) STRICT;
    CREATE TABLE payloads (
      hash BLOB PRIMARY KEY NOT NULL,
      salt BLOB NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE tombstones (
      payload_hash BLOB PRIMARY KEY NOT NULL,
      erasure INTEGER NOT NULL,
      erased TEXT NOT NULL,
      erased_by TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
      BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
    CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
      BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """

  /// What a file holds, as far as can be told without changing it.
  enum Contents: Equatable {
    case empty
    case record(version: Int64)
    case somethingElse
  }

  static func contents(_ db: Database) throws -> Contents {
    let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application == applicationID {
      return .record(version: try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
    }
    let tables = try Int64.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    return application == 0 && tables == 0 ? .empty : .somethingElse
  }
}
