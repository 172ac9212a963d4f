internal import GRDB

/// How the views lie in their database; another version is thrown away and built again from the journal.
enum ViewSchema {
  /// `MAYV` in ASCII.
  static let applicationID: Int64 = 0x4D41_5956
  /// Raised with every change of the tables, or of how events become rows.
  static let version: Int64 = 7

  private static let tables = [
    "standing", "incidents", "timelines", "postmortems", "texts", "history", "clock", "shelf",
    "actionHomes", "actions",
    "lessons", "measures", "patterns", "found",
  ]

  static let sql = """
    CREATE TABLE standing (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      position INTEGER NOT NULL,
      hash BLOB NOT NULL,
      honoured INTEGER NOT NULL,
      erasures INTEGER NOT NULL
    ) STRICT;
    -- The last position recorded at or before an instant, in nanoseconds.
    CREATE TABLE clock (
      recorded INTEGER PRIMARY KEY,
      position INTEGER NOT NULL
    ) STRICT;
    -- Incidents as they are now: who may know of them, and what further events are folded into.
    CREATE TABLE incidents (
      number INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      opened INTEGER NOT NULL,
      listed INTEGER NOT NULL,
      title TEXT NOT NULL,
      isPrivate INTEGER NOT NULL,
      viewers TEXT NOT NULL,
      isOwing INTEGER NOT NULL,
      missDue INTEGER,
      mergedInto INTEGER,
      postmortem INTEGER,
      told INTEGER,
      momentCount INTEGER NOT NULL,
      outline BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX incidents_by_opening ON incidents (opened);
    CREATE INDEX incidents_by_title ON incidents (title);
    CREATE INDEX incidents_by_postmortem ON incidents (postmortem) WHERE postmortem IS NOT NULL;
    CREATE INDEX incidents_by_target ON incidents (mergedInto) WHERE mergedInto IS NOT NULL;
    CREATE INDEX incidents_by_miss ON incidents (missDue) WHERE missDue IS NOT NULL;
    -- Incidents as lists showed them from a position on.
    CREATE TABLE history (
      incident INTEGER NOT NULL,
      position INTEGER NOT NULL,
      recorded TEXT NOT NULL,
      state TEXT NOT NULL,
      severity INTEGER,
      isDrill INTEGER NOT NULL,
      components TEXT NOT NULL,
      words TEXT NOT NULL,
      facts TEXT NOT NULL,
      PRIMARY KEY (incident, position)
    ) STRICT, WITHOUT ROWID;
    -- Postmortems as lists showed them from a position on; `version` is the newest of that time.
    CREATE TABLE postmortems (
      number INTEGER NOT NULL,
      position INTEGER NOT NULL,
      version INTEGER NOT NULL,
      textVersion INTEGER NOT NULL,
      incident INTEGER NOT NULL,
      title TEXT NOT NULL,
      status TEXT NOT NULL,
      stage TEXT NOT NULL,
      origin TEXT NOT NULL,
      isShown INTEGER NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      recorded TEXT NOT NULL,
      PRIMARY KEY (number, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX postmortems_by_sha256 ON postmortems (sha256);
    CREATE INDEX postmortems_by_incident ON postmortems (incident);
    CREATE INDEX postmortems_by_shown ON postmortems (number) WHERE isShown = 1;
    -- What an action's postmortem is called, and of which incident it is; 0: of none.
    CREATE TABLE actionHomes (
      postmortem INTEGER PRIMARY KEY,
      incident INTEGER NOT NULL,
      title TEXT NOT NULL,
      factors TEXT NOT NULL
    ) STRICT;
    -- Actions of all postmortems as they are now.
    CREATE TABLE actions (
      postmortem INTEGER NOT NULL,
      number INTEGER NOT NULL,
      state TEXT NOT NULL,
      kind TEXT NOT NULL,
      term TEXT NOT NULL,
      owner TEXT,
      due TEXT,
      text TEXT NOT NULL,
      factors TEXT NOT NULL,
      verification TEXT NOT NULL,
      steps TEXT NOT NULL,
      PRIMARY KEY (postmortem, number)
    ) STRICT, WITHOUT ROWID;
    -- All that puts an action in its place, so that boards need not read the actions themselves.
    CREATE INDEX actions_by_place ON actions (state, due, term, kind, owner);
    -- The events of small streams: policy, components, maintenances, near misses, guards, checklists, readings.
    CREATE TABLE shelf (
      category TEXT NOT NULL,
      number INTEGER NOT NULL,
      version INTEGER NOT NULL,
      position INTEGER NOT NULL,
      recorded TEXT NOT NULL,
      claimed TEXT,
      actor TEXT NOT NULL,
      kind TEXT NOT NULL,
      kindVersion INTEGER NOT NULL,
      json BLOB,
      PRIMARY KEY (category, number, version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX shelf_by_position ON shelf (category, position);
    -- What is remembered of postmortems: facts and telling words, and the fold that further events are added to.
    CREATE TABLE lessons (
      number INTEGER PRIMARY KEY,
      position INTEGER NOT NULL,
      incident INTEGER NOT NULL,
      -- Of a text from elsewhere, so that it comes in once; else empty.
      sha256 TEXT NOT NULL,
      -- Of the document that it was begun from; empty where none was.
      digest TEXT NOT NULL,
      facts BLOB NOT NULL,
      words TEXT NOT NULL,
      fold BLOB NOT NULL
    ) STRICT;
    CREATE INDEX lessons_by_position ON lessons (position);
    CREATE INDEX lessons_by_sha256 ON lessons (sha256) WHERE sha256 <> '';
    CREATE INDEX lessons_by_digest ON lessons (digest) WHERE digest <> '';
    -- What incidents are measured by; instants after their names.
    CREATE TABLE measures (
      incident INTEGER PRIMARY KEY,
      position INTEGER NOT NULL,
      title TEXT NOT NULL,
      impact TEXT,
      severity INTEGER,
      components TEXT NOT NULL,
      isDrill INTEGER NOT NULL,
      state TEXT NOT NULL,
      postmortem INTEGER,
      instants TEXT NOT NULL
    ) STRICT;
    CREATE INDEX measures_by_position ON measures (position);
    -- What the evidence of an incident is recognised by.
    CREATE TABLE patterns (
      incident INTEGER PRIMARY KEY,
      onset TEXT,
      patterns BLOB NOT NULL
    ) STRICT;
    -- The words of postmortems, by their numbers.
    CREATE VIRTUAL TABLE found USING fts5 (
      title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2'
    );
    -- Bytes of new words that are held before they are written: building again writes the words of thousands at once.
    INSERT INTO found (found, rank) VALUES ('hashsize', 16777216);
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """

  /// Throws away whatever views there are and begins with empty ones.
  ///
  /// `honoured` is the position up to which erasures need no further care: what is read from now on is without them.
  static func reset(_ db: Database, honoured: Int64) throws {
    for table in tables { try db.execute(sql: "DROP TABLE IF EXISTS \(table)") }
    try db.execute(sql: sql)
    try Standing(position: 0, hash: .init(repeating: 0, count: 32), honoured: honoured, erasures: 0).insert(db)
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
