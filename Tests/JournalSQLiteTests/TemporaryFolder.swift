import Foundation
import Journal
import JournalSQLite

/// A fresh folder that goes when the value does.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("mayday-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { path + "/" + name }
}

extension SQLiteJournal {
  /// A journal whose followers look around all the time.
  convenience init(at path: String, access: RecordAccess = .createIfMissing, clock: RecordClock = .system) throws {
    try self.init(path: path, access: access, clock: clock, busyTimeoutSeconds: 30, pollInterval: .milliseconds(1))
  }
}
