internal import Foundation
internal import GRDB
internal import Journal

/// How a record's file is opened.
package enum RecordAccess: Sendable {
  /// To read and append; made when it is not there.
  case createIfMissing
  /// To read and append; an error when it is not there.
  case existing
  /// To read only.
  case readOnly
}

/// Opens the file of a record and says clearly why it cannot.
struct RecordFile {
  let path: String
  let access: RecordAccess
  let busyTimeoutSeconds: Double

  /// The database to read from, and the same to write to where that is allowed.
  func open() throws(JournalError) -> (reader: any DatabaseReader, writer: DatabasePool?) {
    try checkPlace()
    do {
      try checkContents()
      if access == .readOnly { return (try DatabaseQueue(path: readingPath, configuration: readingConfiguration), nil) }
      let pool = try openPool()
      return (pool, pool)
    } catch {
      throw JournalError(translating: error, path: path)
    }
  }

  private func checkPlace() throws(JournalError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { return }
      throw JournalError(
        .notARecord, place: path, message: "it is a folder, and a record is a file", hint: "name a file in it")
    }
    guard access == .createIfMissing else {
      throw JournalError(
        .notFound, place: path, message: "there is no record", hint: "'mayday import' makes one, or name another file")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw JournalError(
        .notFound, place: path, message: "the folder '\(folder)' is not there", hint: "make it first")
    }
  }

  /// Looks before it opens for writing, so that a file of another program stays as it is.
  private func checkContents() throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      let queue = try DatabaseQueue(path: readingPath, configuration: readingConfiguration)
      try check(try queue.read { try RecordSchema.contents($0) })
      try queue.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY && access != .readOnly {
      // A kill in the very first write leaves a journal to roll back, and reading alone must not do that. Whoever may
      // write does, as any program that opens the file would; nothing else changes.
      var configuration = readingConfiguration
      configuration.readonly = false
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try check(try queue.writeWithoutTransaction { try RecordSchema.contents($0) })
      try queue.close()
    }
  }

  /// The path, or its URI as a file that nobody changes, where even reading would need a file beside it.
  ///
  /// A database in WAL mode wants its shared memory in the same folder. A copy from a backup, on a medium that is
  /// read-only, has no such file and no log to merge: SQLite's `immutable` reads it as it lies ("URI Filenames", 3.3).
  private var readingPath: String {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let log = (try? FileManager.default.attributesOfItem(atPath: path + "-wal"))?[.size] as? Int ?? 0
    guard access == .readOnly, log == 0, !FileManager.default.isWritableFile(atPath: folder),
      let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
    else { return path }
    return "file:\(name)?immutable=1"
  }

  private func check(_ contents: RecordSchema.Contents) throws(JournalError) {
    switch contents {
    case .empty where access == .readOnly:
      throw JournalError(
        .notARecord, place: path, message: "it is empty", hint: "open it for writing to begin a record")
    case .empty, .record(RecordSchema.version): return
    case .record(let version):
      throw JournalError(
        .newerSchema, place: path,
        message: "it has version \(version) of the record's format, and this Mayday reads \(RecordSchema.version)",
        hint: "use the newer Mayday that wrote it")
    case .somethingElse:
      throw JournalError(
        .notARecord, place: path, message: "it is a database of another program", hint: "name another file")
    }
  }

  /// Tries again while others are opening the same new file: switching it to WAL does not always wait for its turn.
  private func openPool() throws -> DatabasePool {
    let deadline = Date(timeIntervalSinceNow: busyTimeoutSeconds)
    while true {
      do {
        let pool = try DatabasePool(path: path, configuration: writingConfiguration)
        try prepare(pool)
        return pool
      } catch let error as DatabaseError where error.isBusy && Date() < deadline {
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }

  private func prepare(_ pool: DatabasePool) throws {
    // GRDB sets NORMAL with WAL, which may lose the newest commits when the power fails.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try pool.write { db in
      let contents = try RecordSchema.contents(db)
      try check(contents)
      if contents == .empty { try db.execute(sql: RecordSchema.sql) }
    }
  }

  private var readingConfiguration: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(busyTimeoutSeconds)
    configuration.label = "record"
    // A damaged or hostile file must not get to run functions or crash the reader.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON") }
    return configuration
  }

  private var writingConfiguration: Configuration {
    var configuration = readingConfiguration
    configuration.readonly = false
    configuration.prepareDatabase { db in
      guard !db.configuration.readonly else { return }
      // What was erased is overwritten with zeros; a flush reaches the disk, on macOS too.
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
    }
    return configuration
  }
}
