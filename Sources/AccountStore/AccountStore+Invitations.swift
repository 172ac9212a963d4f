package import Accounts
import Chronology
import GRDB

extension AccountStore {
  /// A new link for the first administrator, which voids the one before; nil once there is an administrator.
  ///
  /// Asked for at each start of a server.
  package func firstInvitation() async throws -> Invitation? {
    let now = now
    return try await write { db in
      try InvitationRow.voidFirst(db)
      guard try !Self.hasAdministrator(db) else { return nil }
      let invitation = Self.newInvitation(
        .firstAdministrator, by: nil, now: now, seconds: AccountLimits.firstInvitationSeconds)
      try InvitationRow.insert(invitation.summary, secret: invitation.secret, into: db)
      return Invitation(secret: invitation.secret.text, summary: invitation.summary)
    }
  }

  /// A link for one new account.
  package func invite(role: AccountRole, by caller: Caller) async throws -> Invitation {
    try Self.require(caller, "only an administrator invites")
    let invitation = Self.newInvitation(
      .account(role), by: caller.account, now: now, seconds: AccountLimits.invitationSeconds)
    return try await write { db in
      try InvitationRow.insert(invitation.summary, secret: invitation.secret, into: db)
      return Invitation(secret: invitation.secret.text, summary: invitation.summary)
    }
  }

  /// A link for a new password, for whoever has forgotten theirs; it voids the account's earlier ones.
  package func invitePassword(of handle: String, by caller: Caller) async throws -> Invitation {
    try Self.require(caller, "only an administrator gives links for new passwords")
    let invitation = Self.newInvitation(
      .password(of: handle), by: caller.account, now: now, seconds: AccountLimits.passwordResetSeconds)
    return try await write { db in
      let row = try AccountRow.active(db, handle: handle)
      try db.execute(sql: "DELETE FROM account_invitations WHERE account = ?", arguments: [row.id])
      try InvitationRow.insert(invitation.summary, secret: invitation.secret, account: row.id, into: db)
      return Invitation(secret: invitation.secret.text, summary: invitation.summary)
    }
  }

  /// What a link is for; nil when it is used, withdrawn, too old or was never there.
  package func invitation(secret: String) async throws -> InvitationSummary? {
    guard let secret = AccessSecret(secret, kind: .invitation) else { return nil }
    let now = now
    return try await read { try InvitationRow.open($0, secret: secret, now: now)?.summary }
  }

  /// The links that may still be used, oldest first.
  package func invitations() async throws -> [InvitationSummary] {
    let now = now
    return try await read { try InvitationRow.open($0, now: now).map(\.summary) }
  }

  package func revokeInvitation(id: String, by caller: Caller) async throws {
    try Self.require(caller, "only an administrator withdraws invitations")
    try await write { db in
      try db.execute(sql: "DELETE FROM account_invitations WHERE id = ?", arguments: [id])
      guard db.changesCount > 0 else { throw Self.noSuchInvitation }
    }
  }

  /// Makes the account that a link is for, and uses the link up.
  ///
  /// Whoever holds the first start's link or an invitation chooses handle, name and password; the role is the link's.
  package func accept(
    secret: String, handle: String, displayName: String, password: String
  ) async throws -> Account {
    // Nobody without a link gets to have passwords hashed.
    guard let secret = AccessSecret(secret, kind: .invitation),
      let role = try await invitation(secret: secret.text)?.role
    else { throw Self.noSuchInvitation }
    let handle = try AccountRules.handle(handle)
    let name = try AccountRules.displayName(displayName)
    try PasswordRules.check(password, handle: handle, displayName: name)
    let hash = try await hashing.hash(password)
    let account = Account(handle: handle, displayName: name, role: role, created: now)
    return try await write { db in
      guard let row = try InvitationRow.open(db, secret: secret, now: account.created) else {
        throw Self.noSuchInvitation
      }
      try Self.insert(account, password: hash, into: db)
      try db.execute(sql: "DELETE FROM account_invitations WHERE id = ?", arguments: [row.summary.id])
      if role == .administrator { try InvitationRow.voidFirst(db) }
      return account
    }
  }

  /// Sets the password that a link is for, uses the link up, and ends all sessions of the account.
  package func acceptPassword(secret: String, password: String) async throws -> Account {
    guard let secret = AccessSecret(secret, kind: .invitation),
      case .password(let handle) = try await invitation(secret: secret.text)?.purpose,
      let account = try await account(handle)
    else { throw Self.noSuchInvitation }
    try PasswordRules.check(password, handle: handle, displayName: account.displayName)
    let hash = try await hashing.hash(password)
    let now = now
    return try await write { db in
      guard let id = try InvitationRow.open(db, secret: secret, now: now)?.accountID else {
        throw Self.noSuchInvitation
      }
      try db.execute(sql: "UPDATE accounts SET password = ? WHERE id = ?", arguments: [hash.text, id])
      try db.execute(sql: "DELETE FROM account_invitations WHERE account = ?", arguments: [id])
      try db.execute(sql: "DELETE FROM account_sessions WHERE account = ?", arguments: [id])
      return account
    }
  }

  private static let noSuchInvitation = AccountError(
    .noSuchInvitation, place: "invitation", message: "the link is used up, withdrawn or too old",
    hint: "ask an administrator for another; a new start of the server gives the first one")

  private static func newInvitation(
    _ purpose: InvitationSummary.Purpose, by handle: String?, now: Instant, seconds: Double
  ) -> (secret: AccessSecret, summary: InvitationSummary) {
    let summary = InvitationSummary(
      id: AccessSecret.randomID(), purpose: purpose, invitedBy: handle, created: now,
      expires: now.advanced(bySeconds: seconds))
    return (AccessSecret.random(.invitation), summary)
  }

  private static func insert(_ account: Account, password: PasswordHash, into db: Database) throws {
    guard try AccountRow.fetch(db, handle: account.handle) == nil else {
      throw AccountError(
        .handleTaken, place: "handle", message: "'\(account.handle)' is somebody else's", hint: "take another")
    }
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM accounts") ?? 0
    guard count < AccountLimits.accountsMax else {
      throw AccountError(
        .limitPassed(limit: AccountLimits.accountsMax, actual: count + 1), place: "accounts",
        message: "there are \(count), and \(AccountLimits.accountsMax) is the limit")
    }
    try db.execute(
      sql: """
        INSERT INTO accounts (handle, display_name, role, is_active, password, created) VALUES (?, ?, ?, 1, ?, ?)
        """,
      arguments: [
        account.handle, account.displayName, account.role.rawValue, password.text, account.created.stored,
      ])
  }
}
