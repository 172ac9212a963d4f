import Accounts
import Chronology
import Foundation
import GRDB

/// A session as it is stored.
struct SessionRow: Sendable {
  var id: String
  var created: Instant
  var lastSeen: Instant
  var address: String
  var agent: String

  /// Columns of a session, named so that an account's may stand beside them.
  static let columns = "s.id AS session_id, s.created AS session_created, s.last_seen, s.address, s.agent"

  init(_ row: Row) {
    id = row["session_id"]
    created = Instant(seconds: row["session_created"])
    lastSeen = Instant(seconds: row["last_seen"])
    address = row["address"]
    agent = row["agent"]
  }

  /// Whichever comes first: too long unused, or too old.
  var expires: Instant {
    min(
      lastSeen.advanced(bySeconds: AccountLimits.sessionIdleSeconds),
      created.advanced(bySeconds: AccountLimits.sessionSeconds))
  }

  var summary: SessionSummary {
    SessionSummary(
      id: id, created: created, lastSeen: lastSeen, expires: expires, address: address, agent: agent)
  }

  /// The living session of a secret, with its account when that is active.
  static func living(
    _ db: Database, secret: AccessSecret, now: Instant
  ) throws -> (session: SessionRow, account: AccountRow)? {
    let found = try Row.fetchOne(
      db,
      sql: """
        SELECT \(columns), \(AccountRow.columns) FROM account_sessions s JOIN accounts a ON a.id = s.account
        WHERE s.digest = ? AND s.ended IS NULL AND a.is_active = 1
        """, arguments: [Data(secret.digest)])
    guard let found, case let session = SessionRow(found), now < session.expires else { return nil }
    return (session, try AccountRow(found))
  }

  /// The living sessions of an account, the one seen last first.
  static func living(_ db: Database, account: Int64, now: Instant) throws -> [SessionRow] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(columns) FROM account_sessions s WHERE s.account = ? AND s.ended IS NULL
        ORDER BY s.last_seen DESC, s.created DESC, s.id
        """, arguments: [account]
    ).map(SessionRow.init).filter { now < $0.expires }
  }

  /// Whether the account has signed in from this network not long ago.
  static func knows(_ db: Database, network: String, account: Int64, now: Instant) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM account_sessions WHERE account = ? AND network = ? AND last_seen > ?)",
      arguments: [account, network, now.advanced(bySeconds: -AccountLimits.knownAddressSeconds).stored]) ?? false
  }

  /// Stores a new session; those of the account that are too many or long over make room.
  static func insert(_ session: SessionRow, secret: AccessSecret, account: Int64, into db: Database) throws {
    let oldest = session.created.advanced(bySeconds: -AccountLimits.knownAddressSeconds)
    try db.execute(sql: "DELETE FROM account_sessions WHERE last_seen <= ?", arguments: [oldest.stored])
    try db.execute(
      sql: """
        DELETE FROM account_sessions WHERE id IN (
          SELECT id FROM account_sessions WHERE account = ? ORDER BY ended IS NULL DESC, last_seen DESC LIMIT -1 OFFSET ?)
        """, arguments: [account, AccountLimits.sessionsMax - 1])
    try db.execute(
      sql: "INSERT INTO account_sessions VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?)",
      arguments: [
        session.id, Data(secret.digest), account, session.created.stored, session.lastSeen.stored, session.address,
        ClientNetwork.key(of: session.address), session.agent,
      ])
  }

  init(id: String, now: Instant, address: String, agent: String) {
    self.id = id
    created = now
    lastSeen = now
    self.address = AccountRules.cut(address, scalarsMax: AccountLimits.addressScalarsMax)
    self.agent = AccountRules.cut(agent, scalarsMax: AccountLimits.agentScalarsMax)
  }
}
