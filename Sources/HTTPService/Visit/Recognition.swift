import AccountStore
import Accounts
import Foundation
import Hummingbird
import Interchange
import PageKit

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
    context.isSecure = way.isSecure
    context.authority = way.authority
    // Whoever answers a survey is nobody: no cookie, token or address of theirs is looked at.
    if request.isAnonymous {
      context.address = ""
      return
    }
    context.address = way.address
    context.agent = String((request.headers[.userAgent] ?? "").prefix(AccountLimits.agentScalarsMax))
    context.done = request.uri.queryParameters["done"].flatMap { OperationID(rawValue: String($0)) }
    context.visitSecret = SiteCookie.visit.value(in: request, isSecure: way.isSecure) ?? ""
    context.visitor = try await visitor(request, isSecure: way.isSecure)
  }

  /// A token stands before a cookie: who sends one means it.
  private func visitor(_ request: Request, isSecure: Bool) async throws -> Visitor {
    if let written = request.headers[.authorization], let token = Self.token(written, request) {
      guard let caller = try await accounts.caller(token: token) else {
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

  /// What an `Authorization` header says; nil where it says nothing to us, empty where it is no token.
  ///
  /// A browser sends a name and a password that it was once asked for to all of a site, without asking again, and other
  /// sites could make it do so: they count for calendars alone, and are not looked at elsewhere.
  private static func token(_ header: String, _ request: Request) -> String? {
    guard header.prefix(6).lowercased() == "basic " else { return bearer(header) ?? "" }
    guard calendars.contains(request.uri.path) else { return nil }
    let bytes = Data(base64Encoded: String(header.dropFirst(6).prefix(ServerLimits.cookieBytesMax)))
    // The name is the reader's own note: the token says who it is.
    guard let pair = bytes.flatMap({ String(bytes: $0, encoding: .utf8) }), let colon = pair.firstIndex(of: ":") else {
      return ""
    }
    return String(pair[pair.index(after: colon)...])
  }

  private static let calendars: Set<String> = [
    SitePath.lessons(.actionCalendar()).text, SitePath.drills(.calendar).text,
  ]

  /// RFC 6750, section 2.1; the scheme's name in any case.
  private static func bearer(_ header: String) -> String? {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    let token = parts[1].drop { $0 == " " }
    return token.isEmpty || token.utf8.count > ServerLimits.cookieBytesMax ? nil : String(token)
  }
}
