import Accounts
import HTTPTypes
import Hummingbird

/// Decides whether a visitor is answered at a route, before anything of the request's body is read.
enum Gate {
  /// - Throws: ``Refusal`` with 401 or 403, or ``SignInNeeded`` where a person has to sign in first.
  static func admit(_ context: VisitContext, to route: Route) throws {
    guard case .needs(let permission) = route.access else { return }
    guard let caller = context.visitor.caller else {
      if route.surface == .api { throw unauthorized(context) }
      if route.surface == .calendar { throw passwordNeeded }
      if route.surface == .form { return }
      throw SignInNeeded()
    }
    guard caller.may(permission) else { throw forbidden(caller, permission) }
  }

  /// Whether a state-changing request comes from a page of this site, as far as its headers tell.
  static func checkOrigin(_ request: Request, _ context: VisitContext) throws(Refusal) {
    guard context.visitor.isSentByBrowser else { return }
    guard OriginRule.allows(request.headers, authority: context.authority) else {
      throw Refusal(
        .forbidden, "the request came from a page of another site, and nothing was done",
        hint: "open the page here and send it again")
    }
  }

  private static func unauthorized(_ context: VisitContext) -> Refusal {
    let isRefused = if case .refused(isToken: true) = context.visitor { true } else { false }
    return Refusal(
      .unauthorized, isRefused ? "the token is not known, was revoked or has expired" : "this needs a token",
      hint: "send 'Authorization: Bearer TOKEN'; tokens are made on the page /account",
      headers: [
        (.wwwAuthenticate, "Bearer realm=\"mayday\"" + (isRefused ? ", error=\"invalid_token\"" : ""))
      ])
  }

  private static let passwordNeeded = Refusal(
    .unauthorized, "this calendar needs a name and a password",
    hint: "the password is a token of the scope 'read', made on the page /account",
    headers: [(.wwwAuthenticate, "Basic realm=\"Mayday\", charset=\"UTF-8\"")])

  /// RFC 6750, section 3.1: a token that does not reach far enough is told so.
  static func forbidden(_ caller: Caller, _ permission: Permission) -> Refusal {
    guard case .token = caller.origin else {
      return Refusal(
        .forbidden, "your role here, \(caller.role.rawValue), does not allow this",
        hint: "ask an administrator if it should")
    }
    return Refusal(
      .forbidden, "this token does not reach as far as this",
      hint: permission == .ownAccess ? "sign in with a browser: one's own access is never changed by a token" : nil,
      headers: [(.wwwAuthenticate, "Bearer realm=\"mayday\", error=\"insufficient_scope\"")])
  }
}

/// A person has to sign in before this is answered.
struct SignInNeeded: Error {}
