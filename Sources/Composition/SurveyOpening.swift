import AccountStore
import Accounts
import Chronology
import Foundation
import SurveyStore

/// Opens the surveys beside the accounts of a record.
enum SurveyOpening {
  /// `isCollecting`: answers wait in this process; for a server alone.
  static func open(record path: String, accounts: AccountStore, isCollecting: Bool) throws -> SurveyStore {
    try SurveyStore(
      path: path, isCollecting: isCollecting,
      clock: { Instant(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) },
      people: { Set(try await accounts.accounts().filter(\.isActive).map(\.handle)) })
  }
}
