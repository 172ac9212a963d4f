package import APIService
package import AccountStore
import Accounts
import Chronology
package import Desk
import Foundation
package import SurveyStore

/// What a server needs of a record: its desk, its accounts, its operations.
package struct SiteOpening: Sendable {
  package let desk: Desk
  package let accounts: AccountStore
  /// Answers to surveys wait in this process.
  package let surveys: SurveyStore
  package let service: APIService

  /// Opens the record at `path`, made when it is not there.
  ///
  /// `onFailure` hears of failures whose details callers are not told. Throws ``JournalError`` or ``AccountError`` when
  /// the file is something else, damaged or newer than this program.
  package static func open(
    record path: String, version: String, onFailure: @escaping @Sendable (any Error) -> Void
  ) throws -> SiteOpening {
    let desk = try DeskOpening.open(record: path)
    // The record's own tables come first: accounts are kept beside them.
    let accounts = try AccountStore(
      path: path, clock: { Instant(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) })
    let surveys = try SurveyOpening.open(record: path, accounts: accounts, isCollecting: true)
    return SiteOpening(
      desk: desk, accounts: accounts, surveys: surveys,
      service: APIService(desk: desk, surveys: { surveys }, mayday: version, onFailure: onFailure))
  }
}
