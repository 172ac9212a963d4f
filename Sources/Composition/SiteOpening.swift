package import AccountStore
package import Accounts
import Chronology
package import Desk
import Foundation
package import Interchange

/// What a server needs of a record: its desk, its accounts, its operations.
package struct SiteOpening: Sendable {
  package let desk: Desk
  package let accounts: AccountStore
  package let operations: @Sendable (APIRequest, Caller) async -> APIAnswer

  /// Opens the record at `path`, made when it is not there.
  ///
  /// Throws ``JournalError`` or ``AccountError`` when the file is something else, damaged or newer than this program.
  package static func open(record path: String) throws -> SiteOpening {
    let desk = try DeskOpening.open(record: path)
    let accounts = try AccountStore(path: path) { Instant(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) }
    return SiteOpening(desk: desk, accounts: accounts) { _, _ in
      Problem(.unavailable, "operations are not served yet").answer()
    }
  }
}
