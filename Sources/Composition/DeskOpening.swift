package import Desk
package import Journal
import JournalSQLite
import Review

/// Opens the desk on a record.
package enum DeskOpening {
  /// The desk on the SQLite record at `path`, made when it is not there.
  ///
  /// Throws ``JournalError`` when the file is something else, damaged or newer than this program.
  package static func open(record path: String) throws -> Desk {
    try Desk(journal: SQLiteJournal(path: path)) { document, path in
      Reviewer.standard.review(document, path: path)
    }
  }

  /// Walks the record at `path` from its first event to its last; the record is only read.
  package static func verify(record path: String) async throws -> VerificationReport {
    try await JournalVerifier().verify(SQLiteJournal(path: path, access: .readOnly))
  }
}
