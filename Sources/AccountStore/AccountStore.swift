package import Accounts
package import Chronology

/// Accounts, invitations, sessions and tokens, in tables of their own in the record's file.
///
/// They are not history: what is revoked is gone. Secrets are kept as SHA-256 alone, passwords as scrypt. Several
/// processes may share the file; each sees at once what another has revoked.
package actor AccountStore {
  /// Opens the tables in the record at `path`, and makes them where they are missing; nil keeps all in memory.
  ///
  /// The record must be there: open its journal first.
  /// - Throws: ``AccountError`` where there is no record, or where a newer Mayday wrote the tables.
  package init(
    path: String?, clock: @escaping @Sendable () -> Instant, passwordCost: ScryptCost = .standard,
    busyTimeoutSeconds: Double = 10
  ) throws {
    throw AccountError(.storage, place: path ?? "memory", message: "accounts are not kept yet")
  }

  private var notYet: AccountError { AccountError(.storage, place: "accounts", message: "not kept yet") }

  // Invitations

  package func firstInvitation() async throws -> Invitation? { throw notYet }
  package func invite(role: AccountRole, by caller: Caller) async throws -> Invitation { throw notYet }
  package func invitePassword(of handle: String, by caller: Caller) async throws -> Invitation { throw notYet }
  package func invitation(secret: String) async throws -> InvitationSummary? { throw notYet }
  package func invitations() async throws -> [InvitationSummary] { throw notYet }
  package func revokeInvitation(id: String, by caller: Caller) async throws { throw notYet }
  package func accept(
    secret: String, handle: String, displayName: String, password: String
  ) async throws -> Account { throw notYet }
  package func acceptPassword(secret: String, password: String) async throws -> Account { throw notYet }

  // Sessions

  package func signIn(
    handle: String, password: String, address: String, agent: String
  ) async throws -> SessionGrant { throw notYet }
  package func session(secret: String) async throws -> SessionState? { throw notYet }
  package func sessions(of handle: String) async throws -> [SessionSummary] { throw notYet }
  package func revokeSession(id: String, of handle: String) async throws { throw notYet }
  package func revokeSessions(of handle: String, except id: String?) async throws { throw notYet }
  package func signOut(secret: String) async throws { throw notYet }

  // Tokens

  package func createToken(
    for caller: Caller, label: String, scopes: Set<TokenScope>, expires: Instant?
  ) async throws -> (secret: String, summary: TokenSummary) { throw notYet }
  package func caller(token: String) async throws -> Caller? { throw notYet }
  package func tokens(of handle: String) async throws -> [TokenSummary] { throw notYet }
  package func revokeToken(id: String, of handle: String) async throws { throw notYet }

  // Accounts

  package func accounts() async throws -> [Account] { throw notYet }
  package func account(_ handle: String) async throws -> Account? { throw notYet }
  package func setRole(_ role: AccountRole, of handle: String, by caller: Caller) async throws { throw notYet }
  package func deactivate(_ handle: String, by caller: Caller) async throws { throw notYet }
  package func reactivate(_ handle: String, by caller: Caller) async throws { throw notYet }
  package func setDisplayName(_ name: String, of handle: String) async throws { throw notYet }
  package func changePassword(
    of handle: String, current: String, new: String, keeping session: String?
  ) async throws { throw notYet }
}
