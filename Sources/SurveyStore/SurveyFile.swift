import Foundation
import GRDB
import SafetySurveys

/// Opens the database that holds the surveys: a record's file, or memory.
struct SurveyFile {
  let path: String?
  let busyTimeoutSeconds: Double

  func open() throws -> any DatabaseWriter {
    let place = path ?? "surveys"
    do {
      let writer = try path.map(openPool) ?? DatabaseQueue(configuration: configuration)
      try writer.write { try SurveySchema.prepare($0, place: place) }
      return writer
    } catch {
      throw SurveyError(translating: error, place: place)
    }
  }

  private func openPool(_ path: String) throws -> any DatabaseWriter {
    guard FileManager.default.fileExists(atPath: path) else {
      throw SurveyError(
        .storage, place: path, message: "there is no record", hint: "make the record first; surveys live in it")
    }
    var reading = configuration
    reading.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: reading)
    let application = try queue.read { try Int64.fetchOne($0, sql: "PRAGMA application_id") }
    try queue.close()
    guard application == SurveySchema.recordApplicationID else {
      throw SurveyError(.storage, place: path, message: "it is not a record", hint: "name another file")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // GRDB sets NORMAL with WAL; a ticket that was drawn must not come back when the power fails.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeoutSeconds)
    configuration.label = "surveys"
    configuration.prepareDatabase { db in
      // A damaged or hostile file must not get to run functions or crash the reader.
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      guard !db.configuration.readonly else { return }
      // What goes is overwritten with zeros.
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
    }
    return configuration
  }
}

extension SurveyError {
  /// What SQLite's error means for a survey; errors about surveys stay as they are.
  ///
  /// SQLite's own words name columns, never values.
  init(translating error: any Error, place: String) {
    if let error = error as? SurveyError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.storage, place: place, message: "\(error)")
      return
    }
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, place: place, message: "another process holds the record", hint: "try again in a moment")
    case .SQLITE_FULL:
      self.init(.storage, place: place, message: "the disk is full", hint: "make room and try again")
    default:
      self.init(.storage, place: place, message: "SQLite could not do it: '\(error.message ?? "unknown")'")
    }
  }
}
