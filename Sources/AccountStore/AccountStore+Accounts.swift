package import Accounts
import Chronology
import GRDB

extension AccountStore {
  /// All accounts, also those that are not active, by handle.
  package func accounts() async throws -> [Account] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT \(AccountRow.columns) FROM accounts a ORDER BY a.handle")
        .map { try AccountRow($0).account }
    }
  }

  package func account(_ handle: String) async throws -> Account? {
    try await read { try AccountRow.fetch($0, handle: handle)?.account }
  }

  /// Holds at once, for every session and token of the account.
  package func setRole(_ role: AccountRole, of handle: String, by caller: Caller) async throws {
    try Self.require(caller, "only an administrator changes roles")
    try await write { db in
      let row = try AccountRow.existing(db, handle: handle)
      if role != .administrator { try Self.checkNotLast(row, in: db) }
      try db.execute(sql: "UPDATE accounts SET role = ? WHERE id = ?", arguments: [role.rawValue, row.id])
      if role != .administrator { try Self.withdrawInvitations(by: handle, in: db) }
    }
  }

  /// Ends every session and token of the account for good, and withdraws the links it has made.
  package func deactivate(_ handle: String, by caller: Caller) async throws {
    try Self.require(caller, "only an administrator deactivates accounts")
    try await write { db in
      let row = try AccountRow.existing(db, handle: handle)
      try Self.checkNotLast(row, in: db)
      try db.execute(sql: "UPDATE accounts SET is_active = 0 WHERE id = ?", arguments: [row.id])
      try db.execute(sql: "DELETE FROM account_sessions WHERE account = ?", arguments: [row.id])
      try db.execute(sql: "DELETE FROM account_tokens WHERE account = ?", arguments: [row.id])
      try db.execute(sql: "DELETE FROM account_invitations WHERE account = ?", arguments: [row.id])
      try Self.withdrawInvitations(by: handle, in: db)
    }
  }

  /// Lets the account sign in again, with the password and role it had; its old sessions and tokens stay ended.
  package func reactivate(_ handle: String, by caller: Caller) async throws {
    try Self.require(caller, "only an administrator makes accounts active again")
    try await write { db in
      let row = try AccountRow.existing(db, handle: handle)
      try db.execute(sql: "UPDATE accounts SET is_active = 1 WHERE id = ?", arguments: [row.id])
    }
  }

  package func setDisplayName(_ name: String, of handle: String) async throws {
    let name = try AccountRules.displayName(name)
    try await write { db in
      let row = try AccountRow.existing(db, handle: handle)
      try db.execute(sql: "UPDATE accounts SET display_name = ? WHERE id = ?", arguments: [name, row.id])
    }
  }

  static func require(_ caller: Caller, _ rule: String) throws {
    guard caller.may(.administer) else { throw AccountError.notAllowed(rule) }
  }

  static func hasAdministrator(_ db: Database, besides id: Int64 = 0) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM accounts WHERE role = ? AND is_active = 1 AND id <> ?)",
      arguments: [AccountRole.administrator.rawValue, id]) ?? false
  }

  private static func checkNotLast(_ row: AccountRow, in db: Database) throws {
    guard row.account.role == .administrator, row.account.isActive, try !hasAdministrator(db, besides: row.id) else {
      return
    }
    throw AccountError(
      .lastAdministrator, place: "account '\(row.account.handle)'", message: "it is the last active administrator",
      hint: "make somebody else an administrator first")
  }

  /// Whoever may no longer invite leaves no open door behind.
  private static func withdrawInvitations(by handle: String, in db: Database) throws {
    try db.execute(sql: "DELETE FROM account_invitations WHERE invited_by = ?", arguments: [handle])
  }
}
