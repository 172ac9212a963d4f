import AccountStore
import Accounts
import Chronology
import HTTPTypes
import Hummingbird
import PageKit
import TeamPages

extension SiteRoutes {
  /// Signing in and out, one-time links, and one's own account.
  var accessRoutes: [Route] { signInRoutes + linkRoutes + accountRoutes }

  // MARK: Signing in and out

  private var signInRoutes: [Route] {
    [
      page("/sign-in", .everyone) { request, context in
        let returnTo = try Self.returnTo(request)
        // Where nobody has an account yet there is nothing to sign in to.
        if site.settings.localVisitor == nil, try await !hasAdministrator {
          return Answers.page(MessagePage.notSetUp.html, status: .serviceUnavailable)
        }
        if context.visitor.caller != nil { return Answers.seeOther(returnTo ?? .home) }
        return strangersPage(context) { visitor in
          SignInPage(visitor: visitor, returnTo: returnTo?.text).html
        }
      },
      form("/sign-in", .everyone) { visit in try await signIn(visit) },
      form("/sign-out", .everyone) { visit in
        if case .session(_, _, let secret) = visit.context.visitor { try await site.accounts.signOut(secret: secret) }
        var response = Answers.seeOther(LocalPath(SitePath.access(.signIn()).text) ?? .home)
        response.add(cookie: SiteCookie.session.clearing(isSecure: visit.context.isSecure))
        return response
      },
    ]
  }

  private var hasAdministrator: Bool {
    get async throws {
      try await site.accounts.accounts().contains { $0.role == .administrator && $0.isActive }
    }
  }

  private func signIn(_ visit: FormVisit) async throws -> Response {
    let returnTo = visit.returnTo
    do {
      return try await welcome(
        handle: visit["handle"], password: visit["password"], to: returnTo ?? .home, visit.context)
    } catch let error as AccountError where error.isAboutSigningIn {
      var status = HTTPResponse.Status.unprocessableContent
      var response: Response
      if case .throttled = error.code { status = .tooManyRequests }
      response = Answers.page(
        SignInPage(
          visitor: visitor(visit.context), returnTo: returnTo?.text, handle: String(visit["handle"].prefix(64)),
          problem: error.message + (error.hint.map { "; \($0)" } ?? "")
        ).html, status: status)
      if case .throttled(let seconds) = error.code { response.headers[.retryAfter] = "\(max(1, seconds))" }
      return response
    }
  }

  /// Begins a session: a new secret, whatever cookie the browser sent (session fixation), and none of the old ones.
  private func welcome(
    handle: String, password: String, to path: LocalPath, _ context: VisitContext
  ) async throws -> Response {
    let grant = try await site.accounts.signIn(
      handle: handle, password: password, address: context.address, agent: context.agent)
    if case .session(_, _, let secret) = context.visitor { try await site.accounts.signOut(secret: secret) }
    var response = Answers.seeOther(path)
    let seconds = Int(grant.endsAtLatest.seconds(since: site.clock()))
    response.add(
      cookie: SiteCookie.session.setting(grant.secret, isSecure: context.isSecure, secondsMax: max(1, seconds)))
    response.add(cookie: SiteCookie.visit.clearing(isSecure: context.isSecure))
    return response
  }

  /// A page with a form for who is not signed in; gives the browser the secret that its form is bound to.
  private func strangersPage(_ context: VisitContext, page: (PageVisitor) -> String) -> Response {
    var context = context
    var cookie: String?
    if context.visitor.caller == nil, context.visitSecret.isEmpty {
      context.visitSecret = FormTokens.newSecret()
      cookie = SiteCookie.visit.setting(context.visitSecret, isSecure: context.isSecure)
    }
    var response = Answers.page(page(visitor(context)))
    if let cookie { response.add(cookie: cookie) }
    return response
  }

  private static func returnTo(_ request: Request) throws -> LocalPath? {
    let query = try FormFields(urlEncoded: Array((request.uri.query ?? "").utf8))
    return query["return_to"].flatMap { LocalPath($0) }
  }

  // MARK: One-time links

  private var linkRoutes: [Route] {
    [("/welcome/{secret}", true), ("/join/{secret}", false)].flatMap { path, isFirst in
      [
        page(path, .everyone) { _, context in
          guard let (summary, own) = try await link(context, isFirst: isFirst) else { return deadLink(context) }
          return strangersPage(context) { JoinPage(visitor: $0, invitation: summary, path: own).html }
        },
        form(path, .everyone) { visit in
          guard let (summary, own) = try await link(visit.context, isFirst: isFirst) else {
            return deadLink(visit.context)
          }
          return try await accept(summary, own, visit)
        },
      ]
    }
  }

  private func link(_ context: VisitContext, isFirst: Bool) async throws -> (InvitationSummary, SitePath)? {
    guard let secret = context.parameter("secret"),
      let summary = try await site.accounts.invitation(secret: secret),
      (summary.purpose == .firstAdministrator) == isFirst
    else { return nil }
    return (summary, .access(isFirst ? .welcome(secret: secret) : .join(secret: secret)))
  }

  private func deadLink(_ context: VisitContext) -> Response {
    Answers.page(MessagePage.deadLink.html(for: visitor(context)), status: .notFound)
  }

  private func accept(_ summary: InvitationSummary, _ path: SitePath, _ visit: FormVisit) async throws -> Response {
    let secret = visit.context.parameter("secret") ?? ""
    do {
      let account: Account
      if case .password = summary.purpose {
        account = try await site.accounts.acceptPassword(secret: secret, password: visit["password"])
      } else {
        try checkIsNobodyHere(visit["handle"])
        account = try await site.accounts.accept(
          secret: secret, handle: visit["handle"], displayName: visit["displayName"], password: visit["password"])
      }
      return try await welcome(handle: account.handle, password: visit["password"], to: .home, visit.context)
    } catch let error as AccountError where error.isAboutWhatWasTyped {
      let typed = JoinPage.Typed(
        handle: String(visit["handle"].prefix(200)), displayName: String(visit["displayName"].prefix(200)))
      return Answers.page(
        JoinPage(visitor: visitor(visit.context), invitation: summary, path: path, typed: typed, problem: error).html,
        status: .unprocessableContent)
    }
  }
}

extension SiteRoutes {
  /// The record would take what somebody else does for the doings of whoever runs the server with `--as`.
  private func checkIsNobodyHere(_ handle: String) throws(AccountError) {
    guard let local = site.settings.localVisitor?.account, try AccountRules.handle(handle) == local else { return }
    throw AccountError(
      .handleTaken, place: "handle", message: "'\(local)' is whoever runs this server", hint: "take another")
  }
}

extension AccountError {
  var isAboutSigningIn: Bool {
    switch code {
    case .throttled, .wrongCredentials, .limitPassed: true
    default: false
    }
  }

  /// Whether another try with other words may do.
  var isAboutWhatWasTyped: Bool {
    switch code {
    case .invalidHandle, .invalidDisplayName, .invalidPassword, .invalidLabel, .invalidScopes, .invalidExpiry,
      .handleTaken, .limitPassed, .wrongCredentials:
      true
    default: false
    }
  }
}
