import Accounts
import Chronology
import Foundation
import GRDB

/// A one-time link as it is stored.
struct InvitationRow: Sendable {
  var summary: InvitationSummary
  /// The account that a link for a password belongs to.
  var accountID: Int64?

  private enum Purpose: String {
    case first
    case account
    case password
  }

  private static let select = """
    SELECT i.*, a.handle AS account_handle FROM account_invitations i LEFT JOIN accounts a ON a.id = i.account
    """

  private init(_ row: Row) throws {
    let purpose: InvitationSummary.Purpose
    switch Purpose(rawValue: row["purpose"]) {
    case .first: purpose = .firstAdministrator
    case .account:
      guard let role = (row["role"] as String?).flatMap(AccountRole.init(rawValue:)) else {
        throw AccountError.damaged("an invitation's role")
      }
      purpose = .account(role)
    case .password: purpose = .password(of: row["account_handle"] ?? "")
    case nil: throw AccountError.damaged("an invitation's purpose")
    }
    accountID = row["account"]
    summary = InvitationSummary(
      id: row["id"], purpose: purpose, invitedBy: row["invited_by"], created: Instant(seconds: row["created"]),
      expires: Instant(seconds: row["expires"]))
  }

  /// The link that a secret opens, while it may still be used.
  static func open(_ db: Database, secret: AccessSecret, now: Instant) throws -> InvitationRow? {
    let found = try Row.fetchOne(
      db, sql: "\(select) WHERE i.digest = ? AND i.expires > ?", arguments: [Data(secret.digest), now.stored])
    guard let row = try found.map(InvitationRow.init) else { return nil }
    // The first start's link is void once somebody administers.
    if row.summary.purpose == .firstAdministrator, try AccountStore.hasAdministrator(db) { return nil }
    return row
  }

  /// All links that may still be used, oldest first.
  static func open(_ db: Database, now: Instant) throws -> [InvitationRow] {
    try Row.fetchAll(db, sql: "\(select) WHERE i.expires > ? ORDER BY i.created, i.id", arguments: [now.stored])
      .map(InvitationRow.init)
  }

  /// Makes a link; those that are too old make room.
  static func insert(
    _ summary: InvitationSummary, secret: AccessSecret, account: Int64? = nil, into db: Database
  ) throws {
    try db.execute(
      sql: "DELETE FROM account_invitations WHERE expires <= ?", arguments: [summary.created.stored])
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM account_invitations") ?? 0
    guard count < AccountLimits.openInvitationsMax else {
      throw AccountError(
        .limitPassed(limit: AccountLimits.openInvitationsMax, actual: count + 1), place: "invitations",
        message: "\(count) are open, and \(AccountLimits.openInvitationsMax) is the limit",
        hint: "withdraw those that nobody waits for")
    }
    let purpose: Purpose =
      switch summary.purpose {
      case .firstAdministrator: .first
      case .account: .account
      case .password: .password
      }
    try db.execute(
      sql: "INSERT INTO account_invitations VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        summary.id, Data(secret.digest), purpose.rawValue, summary.role?.rawValue, account, summary.invitedBy,
        summary.created.stored, summary.expires.stored,
      ])
  }

  /// Takes every link for the first administrator back.
  static func voidFirst(_ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM account_invitations WHERE purpose = ?", arguments: [Purpose.first.rawValue])
  }
}
