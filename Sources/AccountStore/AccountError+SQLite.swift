import Accounts
import GRDB

extension AccountError {
  /// What SQLite's error means for somebody who uses accounts; errors about accounts stay as they are.
  ///
  /// SQLite's own words name columns, never values.
  init(translating error: any Error, place: String) {
    if let error = error as? AccountError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.storage, place: place, message: "\(error)")
      return
    }
    let text = error.message ?? "unknown"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.busy, place: place, message: "another process holds the record", hint: "try again in a moment")
    case .SQLITE_NOTADB:
      self.init(.notARecord, place: place, message: "it is not a record", hint: "name another file")
    case .SQLITE_CORRUPT:
      self.init(
        .damaged, place: place, message: "SQLite finds the file damaged: '\(text)'",
        hint: "keep it and go on from the newest copy that verifies")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .storage, place: place, message: "it cannot be written", hint: "check its permissions and its folder's")
    case .SQLITE_FULL:
      self.init(.storage, place: place, message: "the disk is full", hint: "make room and try again")
    default:
      self.init(.storage, place: place, message: "SQLite could not do it: '\(text)'")
    }
  }

  /// What is stored is not what this program writes.
  static func damaged(_ what: String) -> AccountError {
    AccountError(
      .damaged, place: what, message: "what is stored cannot be read",
      hint: "go on from the newest copy of the record that verifies")
  }
}
