import Interchange

/// The addresses of signing in and out, of one's own account, and of other people's.
package enum AccessPath: Sendable, Hashable {
  /// `returnTo`: the path that was asked for.
  case signIn(returnTo: String? = nil)
  case signOut
  /// The first administrator's one-time link.
  case welcome(secret: String)
  /// Any other one-time link.
  case join(secret: String)
  case account
  case password
  case displayName
  case otherSessions
  case session(id: String)
  case tokens
  case token(id: String)
  case people
  case invitations
  case invitation(id: String)
  case role(of: String)
  case deactivate(String)
  case reactivate(String)
  /// A one-time link for a new password.
  case newPassword(of: String)
  /// Ends every session of theirs.
  case sessions(of: String)
  /// What the API can do, to read.
  case reference
  case openAPI

  package var text: String {
    switch self {
    case .signIn(let returnTo): "/sign-in" + (returnTo.map { "?return_to=\(PercentEncoding.encoded($0))" } ?? "")
    case .signOut: "/sign-out"
    case .welcome(let secret): "/welcome/\(PercentEncoding.encoded(secret))"
    case .join(let secret): "/join/\(PercentEncoding.encoded(secret))"
    case .account: "/account"
    case .password: "/account/password"
    case .displayName: "/account/name"
    case .otherSessions: "/account/sessions/others/end"
    case .session(let id): "/account/sessions/\(PercentEncoding.encoded(id))/end"
    case .tokens: "/account/tokens"
    case .token(let id): "/account/tokens/\(PercentEncoding.encoded(id))/revoke"
    case .people: "/people"
    case .invitations: "/people/invitations"
    case .invitation(let id): "/people/invitations/\(PercentEncoding.encoded(id))/withdraw"
    case .role(let handle): person(handle, "role")
    case .deactivate(let handle): person(handle, "deactivate")
    case .reactivate(let handle): person(handle, "reactivate")
    case .newPassword(let handle): person(handle, "password")
    case .sessions(let handle): person(handle, "sessions/end")
    case .reference: "/api"
    case .openAPI: "/api/openapi.json"
    }
  }

  private func person(_ handle: String, _ act: String) -> String { "/people/\(PercentEncoding.encoded(handle))/\(act)" }
}
