import Accounts
import GRDB

/// How accounts lie in a record's file.
///
/// Instants are whole seconds since the Unix epoch, digests SHA-256 of secrets. The journal's tables, its application
/// identifier and its version are left alone.
enum AccountSchema {
  static let version: Int64 = 1
  /// The journal's mark, `MAYD` in ASCII: what a file must have to be a record.
  static let recordApplicationID: Int64 = 0x4D41_5944

  private static let sql = """
    CREATE TABLE account_schema (version INTEGER NOT NULL) STRICT;
    INSERT INTO account_schema VALUES (\(version));
    CREATE TABLE accounts (
      id INTEGER PRIMARY KEY NOT NULL,
      handle TEXT NOT NULL UNIQUE,
      display_name TEXT NOT NULL,
      role TEXT NOT NULL,
      is_active INTEGER NOT NULL,
      password TEXT NOT NULL,
      created INTEGER NOT NULL,
      last_sign_in INTEGER
    ) STRICT;
    CREATE TABLE account_invitations (
      id TEXT PRIMARY KEY NOT NULL,
      digest BLOB NOT NULL UNIQUE,
      purpose TEXT NOT NULL,
      role TEXT,
      account INTEGER REFERENCES accounts (id),
      invited_by TEXT,
      created INTEGER NOT NULL,
      expires INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE account_sessions (
      id TEXT PRIMARY KEY NOT NULL,
      digest BLOB NOT NULL UNIQUE,
      account INTEGER NOT NULL REFERENCES accounts (id),
      created INTEGER NOT NULL,
      last_seen INTEGER NOT NULL,
      ended INTEGER,
      address TEXT NOT NULL,
      network TEXT NOT NULL,
      agent TEXT NOT NULL
    ) STRICT;
    CREATE INDEX account_sessions_of_account ON account_sessions (account, network);
    CREATE TABLE account_tokens (
      id TEXT PRIMARY KEY NOT NULL,
      digest BLOB NOT NULL UNIQUE,
      account INTEGER NOT NULL REFERENCES accounts (id),
      label TEXT NOT NULL,
      scopes TEXT NOT NULL,
      created INTEGER NOT NULL,
      expires INTEGER,
      last_used INTEGER
    ) STRICT;
    CREATE INDEX account_tokens_of_account ON account_tokens (account);
    """

  /// Makes the tables where they are missing; throws where a newer Mayday made them.
  static func prepare(_ db: Database, place: String) throws {
    guard try db.tableExists("account_schema") else {
      try db.execute(sql: sql)
      return
    }
    let found = try Int64.fetchOne(db, sql: "SELECT max(version) FROM account_schema") ?? 0
    guard found <= version else {
      throw AccountError(
        .newerSchema, place: place,
        message: "its accounts have version \(found) of their format, and this Mayday reads \(version)",
        hint: "use the newer Mayday that wrote them")
    }
  }
}
