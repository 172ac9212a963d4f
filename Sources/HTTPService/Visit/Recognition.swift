import AccountStore
import Accounts
import Hummingbird
import Interchange

/// Finds out who sends a request: by its token, by its session's cookie, or because the server is for one person alone.
struct Recognition: Sendable {
  let accounts: AccountStore
  let localVisitor: Caller?
  let isBehindProxy: Bool

  init(site: Site) {
    accounts = site.accounts
    localVisitor = site.settings.localVisitor
    isBehindProxy = site.settings.isBehindProxy
  }

  func recognise(_ request: Request, in context: inout VisitContext) async throws {
    let way = ClientWay(request: request, peer: context.peer, isBehindProxy: isBehindProxy)
    context.address = way.address
    context.isSecure = way.isSecure
    context.authority = way.authority
    context.agent = String((request.headers[.userAgent] ?? "").prefix(AccountLimits.agentScalarsMax))
    context.done = request.uri.queryParameters["done"].flatMap { OperationID(rawValue: String($0)) }
    context.visitSecret = SiteCookie.visit.value(in: request, isSecure: way.isSecure) ?? ""
    context.visitor = try await visitor(request, isSecure: way.isSecure)
  }

  /// A token stands before a cookie: who sends one means it.
  private func visitor(_ request: Request, isSecure: Bool) async throws -> Visitor {
    if let written = request.headers[.authorization] {
      guard let token = Self.bearer(written), let caller = try await accounts.caller(token: token) else {
        return .refused(isToken: true)
      }
      return .token(caller)
    }
    if let secret = SiteCookie.session.value(in: request, isSecure: isSecure) {
      if let state = try await accounts.session(secret: secret) {
        return .session(state.caller, formToken: state.csrfToken, secret: secret)
      }
      return localVisitor.map { .local($0) } ?? .refused(isToken: false)
    }
    return localVisitor.map { .local($0) } ?? .stranger
  }

  /// RFC 6750, section 2.1; the scheme's name in any case.
  private static func bearer(_ header: String) -> String? {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    let token = parts[1].drop { $0 == " " }
    return token.isEmpty || token.utf8.count > ServerLimits.cookieBytesMax ? nil : String(token)
  }
}
