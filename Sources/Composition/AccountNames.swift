import AccountStore
import Accounts
import Chronology
import Foundation

/// Handles of those who may sign in to a record; its accounts are opened once somebody asks.
actor AccountNames {
  private let path: String
  private var store: AccountStore?

  init(record path: String) { self.path = path }

  func all() async throws -> [String] {
    let store =
      try self.store ?? AccountStore(path: path) { Instant(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e9)) }
    self.store = store
    return try await store.accounts().filter(\.isActive).map(\.handle)
  }
}
