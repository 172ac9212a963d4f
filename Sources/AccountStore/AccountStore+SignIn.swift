package import Accounts
import Chronology
import GRDB

extension AccountStore {
  /// Who is trying, as the throttle counts them.
  private struct Attempt {
    var handle: String
    var address: String
    var isKnownAddress: Bool
  }

  /// Begins a session.
  ///
  /// `address` is the client's as the server believes it, `agent` what its browser calls itself. The same work is done
  /// whether or not there is such an account.
  /// - Throws: ``AccountError`` with `throttled` or `wrongCredentials`; `busy` where too many sign in at once.
  package func signIn(
    handle: String, password: String, address: String, agent: String
  ) async throws -> SessionGrant {
    let handle = AccountRules.typedHandle(handle)
    let now = now
    let (row, isKnown) = try await read { db in
      let row = try AccountRow.fetch(db, handle: handle)
      let network = ClientNetwork.key(of: address)
      return (row, try row.map { try SessionRow.knows(db, network: network, account: $0.id, now: now) } ?? false)
    }
    let attempt = Attempt(handle: handle, address: address, isKnownAddress: isKnown)
    return try await throttled(attempt) {
      guard let row = try await verified(row, password: password) else { throw AccountError.wrongCredentials }
      let stronger = try await rehashed(row, password: password)
      let session = SessionRow(id: AccessSecret.randomID(), now: now, address: address, agent: agent)
      return try await begin(session, of: row, stronger: stronger)
    }
  }

  /// Changes a password and ends the account's sessions, all but the one that asks.
  ///
  /// - Throws: ``AccountError`` with `wrongCredentials` where `current` is not the password, `throttled` after several
  ///   such attempts, `invalidPassword` where the new one is not taken.
  package func changePassword(
    of handle: String, current: String, new: String, keeping session: String?
  ) async throws {
    let row = try await read { try AccountRow.active($0, handle: handle) }
    try PasswordRules.check(new, handle: handle, displayName: row.account.displayName)
    // Whoever asks has a session of this account: a place of their own, whatever strangers do at the front door.
    let attempt = Attempt(handle: handle, address: "account \(handle)", isKnownAddress: true)
    try await throttled(attempt) {
      guard let row = try await verified(row, password: current) else { throw Self.wrongPassword }
      let hash = try await hashing.hash(new)
      try await write { db in
        try Self.replacePassword(of: row, by: hash, in: db)
        try db.execute(
          sql: "DELETE FROM account_sessions WHERE account = ? AND id IS NOT ?", arguments: [row.id, session])
        try db.execute(sql: "DELETE FROM account_invitations WHERE account = ?", arguments: [row.id])
      }
    }
  }

  private static let wrongPassword = AccountError(
    .wrongCredentials, place: "current password", message: "it is not the password of this account",
    hint: "type it again; an administrator can give you a link for a new one")

  /// Runs `check` if the throttle lets it, and tells the throttle how it went.
  private func throttled<Value>(
    _ attempt: Attempt, _ check: () async throws -> sending Value
  ) async throws -> sending Value {
    let verdict = throttle.attempt(
      account: attempt.handle, address: attempt.address, isKnownAddress: attempt.isKnownAddress, at: exactNow)
    if case .wait(let seconds) = verdict { throw AccountError.throttled(seconds: seconds) }
    do {
      let value = try await check()
      throttle.succeeded(
        account: attempt.handle, address: attempt.address, isKnownAddress: attempt.isKnownAddress)
      return value
    } catch let error as AccountError where error.code == .wrongCredentials {
      throw error
    } catch {
      throttle.withdrew(
        account: attempt.handle, address: attempt.address, isKnownAddress: attempt.isKnownAddress)
      throw error
    }
  }

  /// The account, if the password is its own and it is active.
  private func verified(_ row: AccountRow?, password: String) async throws -> AccountRow? {
    var hash: PasswordHash?
    if let row {
      hash = PasswordHash(text: row.password)
      guard hash != nil else { throw AccountError.damaged("the password of account '\(row.account.handle)'") }
    }
    let isRight = try await hashing.verify(password, against: hash)
    return isRight && row?.account.isActive == true ? row : nil
  }

  private func rehashed(_ row: AccountRow, password: String) async throws -> PasswordHash? {
    guard let hash = PasswordHash(text: row.password), hash.isWeaker(than: hashing.cost) else { return nil }
    return try await hashing.hash(password)
  }

  private func begin(
    _ session: SessionRow, of row: AccountRow, stronger: PasswordHash?
  ) async throws -> SessionGrant {
    let secret = AccessSecret.random(.session)
    let account = try await write { db in
      // Another process may have changed the password or ended the account while this one was hashing.
      guard let now = try AccountRow.fetch(db, handle: row.account.handle), now.account.isActive,
        now.password == row.password
      else { throw AccountError.wrongCredentials }
      if let stronger { try Self.replacePassword(of: now, by: stronger, in: db) }
      try SessionRow.insert(session, secret: secret, account: row.id, into: db)
      try db.execute(
        sql: "UPDATE accounts SET last_sign_in = ? WHERE id = ?", arguments: [session.created.stored, row.id])
      return now
    }
    return SessionGrant(
      secret: secret.text, csrfToken: secret.csrfToken, caller: account.caller(origin: .session(id: session.id)),
      id: session.id, endsAtLatest: session.created.advanced(bySeconds: AccountLimits.sessionSeconds))
  }

  /// Only while it is still the password that was checked.
  private static func replacePassword(of row: AccountRow, by hash: PasswordHash, in db: Database) throws {
    try db.execute(
      sql: "UPDATE accounts SET password = ? WHERE id = ? AND password = ?",
      arguments: [hash.text, row.id, row.password])
    guard db.changesCount == 1 else { throw wrongPassword }
  }
}
