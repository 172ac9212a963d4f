import AccountStore
import Accounts
import Chronology
import Hummingbird
import PageKit
import TeamPages

extension SiteRoutes {
  /// One's own account: sessions, tokens, name and password; never by token.
  var accountRoutes: [Route] {
    [
      page("/account", .needs(.ownAccess)) { request, context in
        guard site.settings.localVisitor == nil || context.isSession else {
          return Answers.page(MessagePage.noAccount.html(for: visitor(context)))
        }
        return try await accountPage(context, done: AccountDone(request)?.words)
      },
      form("/account/password", .needs(.ownAccess)) { visit in
        let caller = try caller(visit.context)
        return try await change(.password, .password, visit) {
          try await site.accounts.changePassword(
            of: caller.account, current: visit["current"], new: visit["new"], keeping: caller.sessionID)
        }
      },
      form("/account/name", .needs(.ownAccess)) { visit in
        let caller = try caller(visit.context)
        return try await change(.name, .name, visit) {
          try await site.accounts.setDisplayName(visit["displayName"], of: caller.account)
        }
      },
      form("/account/sessions/others/end", .needs(.ownAccess)) { visit in
        let caller = try caller(visit.context)
        try await site.accounts.revokeSessions(of: caller.account, except: caller.sessionID)
        return AccountDone.sessionsEnded.answer
      },
      form("/account/sessions/{session}/end", .needs(.ownAccess)) { visit in
        let caller = try caller(visit.context)
        try await site.accounts.revokeSession(id: visit.context.parameter("session") ?? "", of: caller.account)
        return AccountDone.sessionEnded.answer
      },
      form("/account/tokens", .needs(.ownAccess)) { visit in try await makeToken(visit) },
      form("/account/tokens/{token}/revoke", .needs(.ownAccess)) { visit in
        let caller = try caller(visit.context)
        try await site.accounts.revokeToken(id: visit.context.parameter("token") ?? "", of: caller.account)
        return AccountDone.tokenRevoked.answer
      },
    ]
  }

  private func makeToken(_ visit: FormVisit) async throws -> Response {
    let caller = try caller(visit.context)
    let scopes = Set(visit.fields.fields.filter { $0.name == "scopes" }.compactMap { TokenScope(rawValue: $0.value) })
    let days = Double(visit["days"])
    do {
      let (secret, summary) = try await site.accounts.createToken(
        for: caller, label: visit["label"], scopes: scopes,
        expires: days.map { site.clock().advanced(bySeconds: min(max($0, 0), 36_500) * 86_400) })
      // Not led on to another page: the secret is shown in this answer, and never again.
      return Answers.page(
        SecretPage.token(secret, label: summary.label, visitor: visitor(visit.context)).html, status: .created)
    } catch let error as AccountError where error.isAboutWhatWasTyped {
      return try await accountPage(visit.context, problem: (.token, error))
    }
  }

  private func change(
    _ form: AccountPage.Form, _ done: AccountDone, _ visit: FormVisit, _ act: () async throws -> Void
  ) async throws -> Response {
    do {
      try await act()
      return done.answer
    } catch let error as AccountError where error.isAboutWhatWasTyped || error.isAboutSigningIn {
      return try await accountPage(visit.context, problem: (form, error))
    }
  }

  private func accountPage(
    _ context: VisitContext, problem: (AccountPage.Form, AccountError)? = nil, done: String? = nil
  ) async throws -> Response {
    let caller = try caller(context)
    guard let account = try await site.accounts.account(caller.account) else { throw Refusal.notFound }
    let html = AccountPage(
      visitor: visitor(context), account: account, sessions: try await site.accounts.sessions(of: caller.account),
      tokens: try await site.accounts.tokens(of: caller.account),
      problem: problem.map { (form: $0.0, error: $0.1) }, done: done
    ).html
    var response = Answers.page(html, status: problem == nil ? .ok : .unprocessableContent)
    if case .throttled(let seconds)? = problem?.1.code {
      response.status = .tooManyRequests
      response.headers[.retryAfter] = "\(max(1, seconds))"
    }
    return response
  }
}

/// What was just done on a page, named in the query of the address that one is led to; the words are ours alone.
enum AccountDone: String {
  case password, name, sessionsEnded, sessionEnded, tokenRevoked

  init?(_ request: Request) {
    guard let name = request.uri.queryParameters["done"] else { return nil }
    self.init(rawValue: String(name))
  }

  var words: String {
    switch self {
    case .password: "The password is changed."
    case .name: "The name is changed."
    case .sessionsEnded: "You are signed out everywhere else."
    case .sessionEnded: "That browser is signed out."
    case .tokenRevoked: "The token is revoked."
    }
  }

  var answer: Response {
    Answers.seeOther((LocalPath(SitePath.access(.account).text) ?? .home).adding("done", rawValue))
  }
}

extension Caller {
  /// Nil where they came by another way than a session.
  var sessionID: String? {
    if case .session(let id) = origin { id } else { nil }
  }
}

extension VisitContext {
  var isSession: Bool { visitor.caller?.sessionID != nil }
}
