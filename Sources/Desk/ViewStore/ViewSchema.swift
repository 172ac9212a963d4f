internal import GRDB

/// How the views lie in their database; another version is thrown away and built again from the journal.
enum ViewSchema {
  /// `MAYV` in ASCII.
  static let applicationID: Int64 = 0x4D41_5956
  /// Raised with every change of the tables, or of how events become rows.
  static let version: Int64 = 1

  static let sql = """
    CREATE TABLE standing (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      position INTEGER NOT NULL,
      hash BLOB NOT NULL,
      honoured INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE incidents (
      number INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      title TEXT NOT NULL,
      facts TEXT NOT NULL,
      momentCount INTEGER NOT NULL,
      postmortem INTEGER
    ) STRICT;
    CREATE INDEX incidents_by_title ON incidents (title);
    CREATE TABLE timelines (
      incident INTEGER PRIMARY KEY,
      json BLOB NOT NULL
    ) STRICT;
    CREATE TABLE postmortems (
      number INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      incident INTEGER NOT NULL,
      title TEXT NOT NULL,
      status TEXT NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      recorded TEXT NOT NULL
    ) STRICT;
    CREATE INDEX postmortems_by_sha256 ON postmortems (sha256);
    CREATE TABLE texts (
      postmortem INTEGER PRIMARY KEY,
      utf8 BLOB NOT NULL
    ) STRICT;
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """

  /// Throws away whatever views there are and begins with empty ones.
  ///
  /// `honoured` is the position up to which erasures need no further care: what is read from now on is without them.
  static func reset(_ db: Database, honoured: Int64) throws {
    for table in ["standing", "incidents", "timelines", "postmortems", "texts"] {
      try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
    }
    try db.execute(sql: sql)
    try Standing(position: 0, hash: .init(repeating: 0, count: 32), honoured: honoured).insert(db)
  }

  /// Whether the views that are there can be carried on; nil when the file belongs to another program.
  static func isCurrent(_ db: Database) throws -> Bool? {
    let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application == applicationID {
      return try Int64.fetchOne(db, sql: "PRAGMA user_version") == version
    }
    let tables = try Int64.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    return application == 0 && tables == 0 ? false : nil
  }
}
