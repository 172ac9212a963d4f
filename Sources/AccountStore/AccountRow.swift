import Accounts
import Chronology
import GRDB

/// An account as it is stored, with what must not leave this room.
struct AccountRow: Sendable {
  var id: Int64
  var account: Account
  var password: String

  static let columns = """
    a.id AS account_id, a.handle, a.display_name, a.role, a.is_active, a.password, a.created AS account_created,
    a.last_sign_in
    """

  init(_ row: Row) throws {
    id = row["account_id"]
    guard let role = AccountRole(rawValue: row["role"]) else {
      throw AccountError.damaged("account '\(row["handle"] as String)'")
    }
    account = Account(
      handle: row["handle"], displayName: row["display_name"], role: role, isActive: row["is_active"],
      created: Instant(seconds: row["account_created"]),
      lastSignIn: (row["last_sign_in"] as Int64?).map { Instant(seconds: $0) })
    password = row["password"]
  }

  static func fetch(_ db: Database, handle: String) throws -> AccountRow? {
    try Row.fetchOne(db, sql: "SELECT \(columns) FROM accounts a WHERE a.handle = ?", arguments: [handle])
      .map(AccountRow.init)
  }

  /// The account, which must be there.
  static func existing(_ db: Database, handle: String) throws -> AccountRow {
    guard let row = try fetch(db, handle: handle) else { throw AccountError.noSuchAccount(handle) }
    return row
  }

  /// The account, which must be there and active.
  static func active(_ db: Database, handle: String) throws -> AccountRow {
    let row = try existing(db, handle: handle)
    guard row.account.isActive else {
      throw AccountError(
        .notAllowed, place: "account '\(row.account.handle)'", message: "it is not active",
        hint: "an administrator can make it active again")
    }
    return row
  }

  func caller(scopes: Set<TokenScope>? = nil, origin: Caller.Origin) -> Caller {
    Caller(
      account: account.handle, displayName: account.displayName, role: account.role, scopes: scopes, origin: origin)
  }
}

extension Instant {
  /// Whole seconds since the Unix epoch, as this room stores instants.
  var stored: Int64 { Int64((Double(nanoseconds) / 1e9).rounded(.down)) }
}
