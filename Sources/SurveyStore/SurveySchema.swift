import GRDB
import SafetySurveys

/// How surveys lie in a record's file.
///
/// Days are counted from 1970-01-01; nothing is finer. No row holds what one person answered, and none says who did:
/// `survey_invited` has a row for each person from the beginning, all of one length, so that neither its place nor its
/// size tells when they drew their ticket.
enum SurveySchema {
  static let version: Int64 = 1
  /// The journal's mark, `MAYD` in ASCII: what a file must have to be a record.
  static let recordApplicationID: Int64 = 0x4D41_5944

  private static let sql = """
    CREATE TABLE survey_schema (version INTEGER NOT NULL) STRICT;
    INSERT INTO survey_schema VALUES (\(version));
    CREATE TABLE survey_rounds (
      id INTEGER PRIMARY KEY NOT NULL,
      team TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      is_closed INTEGER NOT NULL,
      modulus TEXT NOT NULL,
      private_key BLOB,
      departed INTEGER NOT NULL,
      sums TEXT,
      drawn INTEGER,
      result TEXT,
      withheld TEXT
    ) STRICT;
    CREATE TABLE survey_invited (
      round INTEGER NOT NULL REFERENCES survey_rounds (id),
      handle TEXT NOT NULL,
      drawn_for BLOB NOT NULL,
      PRIMARY KEY (round, handle)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE survey_spent (
      ticket BLOB PRIMARY KEY NOT NULL,
      round INTEGER NOT NULL REFERENCES survey_rounds (id)
    ) STRICT, WITHOUT ROWID;
    """

  /// Makes the tables where they are missing; throws where a newer Mayday made them.
  static func prepare(_ db: Database, place: String) throws {
    guard try db.tableExists("survey_schema") else {
      try db.execute(sql: sql)
      return
    }
    let found = try Int64.fetchOne(db, sql: "SELECT max(version) FROM survey_schema") ?? 0
    guard found <= version else {
      throw SurveyError(
        .newerSchema, place: place,
        message: "its surveys have version \(found) of their format, and this Mayday reads \(version)",
        hint: "use the newer Mayday that wrote them")
    }
  }
}
