internal import GRDB
internal import Journal

extension DatabaseError {
  var isBusy: Bool { [.SQLITE_BUSY, .SQLITE_LOCKED].contains { resultCode.primaryResultCode == $0 } }
}

extension JournalError {
  /// What SQLite's error means for somebody who uses a record.
  ///
  /// Errors of a journal stay as they are.
  init(translating error: any Error, path: String) {
    if let error = error as? JournalError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.storage, place: path, message: "\(error)")
      return
    }
    let text = error.message ?? "unknown"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, place: path, message: "another process holds the record", hint: "try again when it is done")
    case .SQLITE_NOTADB:
      self.init(.notARecord, place: path, message: "it is not a record", hint: "name another file")
    case .SQLITE_CORRUPT:
      self.init(
        .damaged, place: path, message: "SQLite finds the file damaged: '\(text)'",
        hint: "keep it and go on from the newest copy that verifies")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .readOnly, place: path, message: "it cannot be written", hint: "check its permissions and those of its folder")
    case .SQLITE_CANTOPEN:
      self.init(
        .storage, place: path, message: "it cannot be opened",
        hint: "check the permissions of the file and of its folder; SQLite keeps two more files beside it")
    case .SQLITE_FULL:
      self.init(.storage, place: path, message: "the disk is full", hint: "make room and try again")
    default:
      self.init(.storage, place: path, message: "SQLite could not do it: '\(text)'")
    }
  }
}
