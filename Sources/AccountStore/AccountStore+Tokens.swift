package import Accounts
package import Chronology
import Foundation
import GRDB

extension AccountStore {
  /// Makes a token for the caller's own account; its secret is shown this once.
  ///
  /// A token may do what both its scopes and its account's role of the day allow. Nobody makes one with a token.
  package func createToken(
    for caller: Caller, label: String, scopes: Set<TokenScope>, expires: Instant?
  ) async throws -> (secret: String, summary: TokenSummary) {
    guard caller.may(.ownAccess) else {
      throw AccountError(
        .notAllowed, place: "tokens", message: "a token cannot make another", hint: "sign in and make it there")
    }
    let now = now
    let summary = TokenSummary(
      id: AccessSecret.randomID(), label: try AccountRules.tokenLabel(label), scopes: scopes, created: now,
      expires: expires.map { Instant(seconds: $0.stored) }, lastUsed: nil)
    if let expires, expires <= now {
      throw AccountError(
        .invalidExpiry, place: "expires", message: "'\(expires)' is past", hint: "give an instant to come, or none")
    }
    let secret = AccessSecret.random(.token)
    try await write { db in
      let row = try AccountRow.active(db, handle: caller.account)
      try Self.check(scopes, role: row.account.role)
      try Self.insert(summary, secret: secret, account: row.id, into: db)
    }
    return (secret.text, summary)
  }

  /// Who stands behind a token's secret, with today's role; nil when it is revoked, expired or none of ours.
  package func caller(token: String) async throws -> Caller? {
    guard let secret = AccessSecret(token, kind: .token) else { return nil }
    let now = now
    let found = try await read { db -> (AccountRow, TokenSummary)? in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT t.*, \(AccountRow.columns) FROM account_tokens t JOIN accounts a ON a.id = t.account
          WHERE t.digest = ? AND a.is_active = 1
          """, arguments: [Data(secret.digest)])
      return try row.map { (try AccountRow($0), try Self.summary($0)) }
    }
    guard let (account, token) = found, token.expires.map({ now < $0 }) ?? true else { return nil }
    if token.lastUsed.map({ now.seconds(since: $0) >= AccountLimits.lastSeenSeconds }) ?? true {
      await touch("account_tokens", "last_used", id: token.id, now: now)
    }
    return account.caller(scopes: token.scopes, origin: .token(id: token.id))
  }

  /// The tokens of an account, also those that have expired, the newest first.
  package func tokens(of handle: String) async throws -> [TokenSummary] {
    try await read { db in
      let account = try AccountRow.existing(db, handle: handle)
      return try Row.fetchAll(
        db, sql: "SELECT * FROM account_tokens WHERE account = ? ORDER BY created DESC, id", arguments: [account.id]
      ).map(Self.summary)
    }
  }

  /// Ends one token; whether the asker may is checked with ``Caller/mayTendAccess(of:)``.
  package func revokeToken(id: String, of handle: String) async throws {
    try await write { db in
      let row = try AccountRow.existing(db, handle: handle)
      try db.execute(sql: "DELETE FROM account_tokens WHERE id = ? AND account = ?", arguments: [id, row.id])
      guard db.changesCount > 0 else {
        throw AccountError(
          .noSuchToken, place: "token '\(id.prefix(AccountLimits.secretBytesMax))'",
          message: "the account has no such token", hint: "look at the list again")
      }
    }
  }

  private static func check(_ scopes: Set<TokenScope>, role: AccountRole) throws {
    guard !scopes.isEmpty else {
      let names = TokenScope.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw AccountError(
        .invalidScopes, place: "scopes", message: "there is none", hint: "choose at least one of \(names)")
    }
    for scope in TokenScope.allCases where scopes.contains(scope) && !AccessTable.allows(role, scope.least) {
      throw AccountError(
        .invalidScopes, place: "scopes",
        message: "'\(scope.rawValue)' is more than the role '\(role.rawValue)' may", hint: "leave it out")
    }
  }

  private static func insert(
    _ summary: TokenSummary, secret: AccessSecret, account: Int64, into db: Database
  ) throws {
    let count =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM account_tokens WHERE account = ?", arguments: [account]) ?? 0
    guard count < AccountLimits.tokensMax else {
      throw AccountError(
        .limitPassed(limit: AccountLimits.tokensMax, actual: count + 1), place: "tokens",
        message: "the account has \(count), and \(AccountLimits.tokensMax) is the limit",
        hint: "revoke those that nothing uses")
    }
    try db.execute(
      sql: "INSERT INTO account_tokens VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
      arguments: [
        summary.id, Data(secret.digest), account, summary.label,
        summary.scopes.map(\.rawValue).sorted().joined(separator: " "), summary.created.stored,
        summary.expires?.stored,
      ])
  }

  private static func summary(_ row: Row) throws -> TokenSummary {
    let names = (row["scopes"] as String).split(separator: " ")
    let scopes = Set(names.compactMap { TokenScope(rawValue: String($0)) })
    guard scopes.count == names.count else { throw AccountError.damaged("a token's scopes") }
    return TokenSummary(
      id: row["id"], label: row["label"], scopes: scopes, created: Instant(seconds: row["created"]),
      expires: (row["expires"] as Int64?).map { Instant(seconds: $0) },
      lastUsed: (row["last_used"] as Int64?).map { Instant(seconds: $0) })
  }
}
