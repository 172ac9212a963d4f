package import Desk
import EvidenceReading
import Foundation
package import Journal
import JournalSQLite

/// Opens the desk on a record.
package enum DeskOpening {
  /// The desk on the SQLite record at `path`, made when it is not there.
  ///
  /// Views lie beside it in `PATH.views` and evidence in the folder `PATH.evidence`. Throws ``JournalError`` when the file
  /// is something else, damaged or newer than this program, and ``ViewsError`` for the views.
  package static func open(record path: String) throws -> Desk {
    var reading = ReadingOptions()
    reading.unpackedBytesMax = DeskLimits.unpackedBytesMax
    let timeline = EvidenceTimeline(reading: reading)
    let names = AccountNames(record: path)
    return try Desk(
      journal: SQLiteJournal(path: path), viewsPath: path + ".views", evidenceFolder: path + ".evidence",
      readEvidence: { try timeline.build(paths: $0) }, accounts: { try await names.all() })
  }

  /// Walks the record at `path` from its first event to its last; the record is only read.
  package static func verify(record path: String) async throws -> VerificationReport {
    let access: RecordAccess = FileManager.default.isWritableFile(atPath: path) ? .existing : .readOnly
    return try await JournalVerifier().verify(SQLiteJournal(path: path, access: access))
  }
}
