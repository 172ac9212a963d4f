package import Accounts
import Chronology
import Foundation
import GRDB

extension AccountStore {
  /// Who stands behind a session's secret, with today's role; nil when it is over.
  ///
  /// Being asked for keeps the session alive.
  package func session(secret: String) async throws -> SessionState? {
    guard let secret = AccessSecret(secret, kind: .session) else { return nil }
    let now = now
    guard let (session, account) = try await read({ try SessionRow.living($0, secret: secret, now: now) }) else {
      return nil
    }
    var seen = session
    if now.seconds(since: session.lastSeen) >= AccountLimits.lastSeenSeconds {
      seen.lastSeen = now
      await touch("account_sessions", "last_seen", id: session.id, now: now)
    }
    return SessionState(
      caller: account.caller(origin: .session(id: session.id)), csrfToken: secret.csrfToken, id: session.id,
      expires: seen.expires)
  }

  /// The living sessions of an account, the one seen last first.
  package func sessions(of handle: String) async throws -> [SessionSummary] {
    let now = now
    return try await read { db in
      let row = try AccountRow.existing(db, handle: handle)
      return try SessionRow.living(db, account: row.id, now: now).map(\.summary)
    }
  }

  /// Ends one session; whether the asker may is checked with ``Caller/mayTendAccess(of:)``.
  package func revokeSession(id: String, of handle: String) async throws {
    try await write { db in
      let row = try AccountRow.existing(db, handle: handle)
      try db.execute(sql: "DELETE FROM account_sessions WHERE id = ? AND account = ?", arguments: [id, row.id])
      guard db.changesCount > 0 else {
        throw AccountError(
          .noSuchSession, place: "session '\(id.prefix(AccountLimits.secretBytesMax))'",
          message: "the account has no such session", hint: "it may have ended by itself; look at the list again")
      }
    }
  }

  /// Ends all sessions of an account but one; nil: all.
  package func revokeSessions(of handle: String, except id: String?) async throws {
    try await write { db in
      let row = try AccountRow.existing(db, handle: handle)
      try db.execute(
        sql: "DELETE FROM account_sessions WHERE account = ? AND id IS NOT ?", arguments: [row.id, id])
    }
  }

  /// Ends the session of a secret; nothing happens when it is over already.
  ///
  /// Its address stays known as one of the account's.
  package func signOut(secret: String) async throws {
    guard let secret = AccessSecret(secret, kind: .session) else { return }
    let now = now
    try await write { db in
      try db.execute(
        sql: "UPDATE account_sessions SET ended = ? WHERE digest = ? AND ended IS NULL",
        arguments: [now.stored, Data(secret.digest)])
    }
  }

  /// Notes a use.
  ///
  /// That it could not be noted, while another process holds the record, must not turn anybody away.
  func touch(_ table: String, _ column: String, id: String, now: Instant) async {
    try? await write { db in
      try db.execute(
        sql: "UPDATE \(table) SET \(column) = max(coalesce(\(column), 0), ?) WHERE id = ?", arguments: [now.stored, id])
    }
  }
}
