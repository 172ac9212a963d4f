import AccountStore
import Accounts
import Chronology
import Hummingbird
import PageKit
import SurveyStore
import TeamPages

extension SiteRoutes {
  /// Other people's accounts, and invitations; for administrators.
  var peopleRoutes: [Route] {
    let access = Route.Access.needs(.administer)
    return [
      page("/people", access) { request, context in
        try await peoplePage(context, done: PeopleDone(request)?.words)
      },
      form("/people/invitations", access) { visit in
        guard let role = AccountRole(rawValue: visit["role"]) else {
          throw Refusal(.unprocessableContent, "the role is none of reader, responder and administrator")
        }
        return try await offer(visit, for: "a new \(role.rawValue)") { caller in
          try await site.accounts.invite(role: role, by: caller)
        }
      },
      form("/people/{handle}/password", access) { visit in
        let handle = visit.context.parameter("handle") ?? ""
        return try await offer(visit, for: "a new password of ‘\(handle.prefix(AccountLimits.handleScalarsMax))’") {
          try await site.accounts.invitePassword(of: handle, by: $0)
        }
      },
      act("/people/invitations/{invitation}/withdraw", .withdrawn) { visit, caller in
        try await site.accounts.revokeInvitation(id: visit.context.parameter("invitation") ?? "", by: caller)
      },
      act("/people/{handle}/role", .role) { visit, caller in
        guard let role = AccountRole(rawValue: visit["role"]) else {
          throw Refusal(.unprocessableContent, "the role is none of reader, responder and administrator")
        }
        try await site.accounts.setRole(role, of: visit.context.parameter("handle") ?? "", by: caller)
      },
      act("/people/{handle}/deactivate", .deactivated) { visit, caller in
        let handle = visit.context.parameter("handle") ?? ""
        try await site.accounts.deactivate(handle, by: caller)
        try await site.surveys?.forget(handle)
      },
      act("/people/{handle}/reactivate", .reactivated) { visit, caller in
        try await site.accounts.reactivate(visit.context.parameter("handle") ?? "", by: caller)
      },
      act("/people/{handle}/sessions/end", .signedOut) { visit, _ in
        let handle = visit.context.parameter("handle") ?? ""
        guard try await site.accounts.account(handle) != nil else { throw Refusal.notFound }
        try await site.accounts.revokeSessions(of: handle, except: nil)
      },
    ]
  }

  private func act(
    _ path: String, _ done: PeopleDone, _ work: @escaping @Sendable (FormVisit, Caller) async throws -> Void
  ) -> Route {
    form(path, .needs(.administer)) { visit in
      do {
        try await work(visit, try caller(visit.context))
        return done.answer
      } catch let error as AccountError where error.code == .lastAdministrator || error.isAboutWhatWasTyped {
        return try await peoplePage(visit.context, problem: error)
      }
    }
  }

  /// Makes a one-time link and shows it, once.
  private func offer(
    _ visit: FormVisit, for whom: String, _ make: (Caller) async throws -> Invitation
  ) async throws -> Response {
    do {
      let invitation = try await make(try caller(visit.context))
      let path = SitePath.access(.join(secret: invitation.secret)).text
      let scheme = visit.context.isSecure ? "https" : "http"
      return Answers.page(
        SecretPage.link(
          visit.context.authority.map { "\(scheme)://\($0)\(path)" } ?? path, for: whom,
          expires: invitation.summary.expires, visitor: visitor(visit.context)
        ).html, status: .created)
    } catch let error as AccountError where error.isAboutWhatWasTyped {
      return try await peoplePage(visit.context, problem: error)
    }
  }

  private func peoplePage(
    _ context: VisitContext, problem: AccountError? = nil, done: String? = nil
  ) async throws -> Response {
    Answers.page(
      PeoplePage(
        visitor: visitor(context), accounts: try await site.accounts.accounts(),
        invitations: try await site.accounts.invitations(), problem: problem, done: done
      ).html, status: problem == nil ? .ok : .conflict)
  }
}

/// What was just done on the page of people, named in the query of the address that one is led to.
enum PeopleDone: String {
  case withdrawn, role, deactivated, reactivated, signedOut

  init?(_ request: Request) {
    guard let name = request.uri.queryParameters["done"] else { return nil }
    self.init(rawValue: String(name))
  }

  var words: String {
    switch self {
    case .withdrawn: "The link works no longer."
    case .role: "The role is set; it holds from now on, in open sessions too."
    case .deactivated: "The account is deactivated: its sessions and tokens have ended."
    case .reactivated: "The account can sign in again."
    case .signedOut: "They are signed out everywhere."
    }
  }

  var answer: Response {
    Answers.seeOther((LocalPath(SitePath.access(.people).text) ?? .home).adding("done", rawValue))
  }
}
