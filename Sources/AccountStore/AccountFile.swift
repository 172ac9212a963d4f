import Accounts
import Foundation
import GRDB

/// Opens the database that holds the accounts: a record's file, or memory.
struct AccountFile {
  let path: String?
  let busyTimeoutSeconds: Double

  func open() throws -> any DatabaseWriter {
    let place = path ?? "accounts"
    do {
      let writer = try path.map(openPool) ?? DatabaseQueue(configuration: configuration)
      try writer.write { try AccountSchema.prepare($0, place: place) }
      return writer
    } catch {
      throw AccountError(translating: error, place: place)
    }
  }

  private func openPool(_ path: String) throws -> any DatabaseWriter {
    try checkContents(path)
    let pool = try DatabasePool(path: path, configuration: configuration)
    // GRDB sets NORMAL with WAL, and a revocation must not be lost when the power fails.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  /// Looks before it opens for writing, so that no other program's file is changed and no half a record made.
  private func checkContents(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw AccountError(
        .notARecord, place: path, message: "there is no record", hint: "make the record first; accounts live in it")
    }
    var reading = configuration
    reading.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: reading)
    let application = try queue.read { try Int64.fetchOne($0, sql: "PRAGMA application_id") }
    try queue.close()
    guard application == AccountSchema.recordApplicationID else {
      throw AccountError(.notARecord, place: path, message: "it is not a record", hint: "name another file")
    }
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeoutSeconds)
    configuration.label = "accounts"
    configuration.prepareDatabase { db in
      // A damaged or hostile file must not get to run functions or crash the reader.
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      guard !db.configuration.readonly else { return }
      // What was revoked is overwritten with zeros; a flush reaches the disk, on macOS too.
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
    }
    return configuration
  }
}
