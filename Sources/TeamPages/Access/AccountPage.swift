package import Accounts
import Chronology
package import PageKit

/// One's own account: name and password, where one is signed in, and tokens.
package struct AccountPage: Sendable {
  /// Which of the page's forms a problem is about.
  package enum Form: Sendable, Hashable {
    case name
    case password
    case token
  }

  private let visitor: PageVisitor
  private let account: Account
  private let sessions: [SessionSummary]
  private let tokens: [TokenSummary]
  private let problem: (form: Form, error: AccountError)?
  private let done: String?

  /// `done` says what was just done; sessions and tokens come newest first.
  package init(
    visitor: PageVisitor, account: Account, sessions: [SessionSummary], tokens: [TokenSummary],
    problem: (form: Form, error: AccountError)? = nil, done: String? = nil
  ) {
    self.visitor = visitor
    self.account = account
    self.sessions = sessions
    self.tokens = tokens
    self.problem = problem
    self.done = done
  }

  package var html: String {
    PageFrame(
      title: "Account", trail: [("Account", .access(.account))], kind: "access", context: PageContext(visitor: visitor)
    ).html {
      Tag.header(.class("lead")) {
        Tag.p(.class("marks")) { Tag.span(.class("identifier")) { account.handle } }
        Tag.h1 { account.displayName }
        Tag.p(.class("lede")) { "\(Wording.sentence(account.role.rawValue)): \(RoleWords.meaning(account.role))" }
      }
      if let done { DoneNote(text: done).html }
      Tag.div(.class("access-parts")) {
        sessionPart
        AccountTokens(visitor: visitor, account: account, tokens: tokens, problem: problem(of: .token)).html
        passwordPart
        namePart
      }
    }
  }

  private func problem(of form: Form) -> AccountError? {
    problem.flatMap { $0.form == form ? $0.error : nil }
  }

  private var sessionPart: HTML {
    Tag.section(.class("panel"), .labelledBy("sessions-title")) {
      Tag.h2(.id("sessions-title")) { "Where you are signed in" }
      Tag.ol(.class("access-list")) { for session in sessions { row(session) } }
      if sessions.count > 1 {
        Tag.form(.set("method", "post"), .action(.access(.otherSessions))) {
          FormField.token.hidden(visitor.formToken ?? "")
          Tag.button(.set("type", "submit")) { "Sign out everywhere else" }
        }
      }
    }
  }

  private func row(_ session: SessionSummary) -> HTML {
    let isThis = visitor.caller?.origin == .session(id: session.id)
    return Tag.li {
      Tag.div {
        Tag.p { session.agent.isEmpty ? "A browser that does not say its name" : session.agent }
        Tag.p(.class("section-note")) {
          "From \(session.address), since \(PageZone.utc.dateAndMinute(session.created)); last seen \(PageZone.utc.dateAndMinute(session.lastSeen))"
        }
      }
      if isThis {
        Tag.p(.class("section-note")) { "This browser" }
      } else {
        Tag.form(.set("method", "post"), .action(.access(.session(id: session.id)))) {
          FormField.token.hidden(visitor.formToken ?? "")
          Tag.button(.set("type", "submit")) { "Sign out there" }
        }
      }
    }
  }

  private var passwordPart: HTML {
    Tag.section(.class("panel"), .labelledBy("password-title")) {
      Tag.h2(.id("password-title")) { "Password" }
      if let problem = problem(of: .password) { FormProblem(text: problem.message, hint: problem.hint).html }
      Tag.form(.class("form"), .set("method", "post"), .action(.access(.password))) {
        FormField.token.hidden(visitor.formToken ?? "")
        Tag.input(
          .set("type", "hidden"), .set("name", "username"), .set("autocomplete", "username"),
          .set("value", account.handle))
        Field(
          name: "current", label: "The one you have", control: .line(type: "password"), isRequired: true,
          autocomplete: "current-password"
        ).html
        Field(
          name: "new", label: "The new one", control: .line(type: "password"),
          hint: "At least \(AccountLimits.passwordScalarsMin) characters. You are then signed out everywhere else.",
          isRequired: true, autocomplete: "new-password", lengthMax: AccountLimits.passwordScalarsMax
        ).html
        Tag.button(.set("type", "submit")) { "Change the password" }
      }
    }
  }

  private var namePart: HTML {
    Tag.section(.class("panel"), .labelledBy("name-title")) {
      Tag.h2(.id("name-title")) { "Name" }
      if let problem = problem(of: .name) { FormProblem(text: problem.message, hint: problem.hint).html }
      Tag.form(.class("form"), .set("method", "post"), .action(.access(.displayName))) {
        FormField.token.hidden(visitor.formToken ?? "")
        Field(
          name: "displayName", label: "As others here know you", value: account.displayName, isRequired: true,
          autocomplete: "name", lengthMax: AccountLimits.displayNameScalarsMax
        ).html
        Tag.button(.set("type", "submit")) { "Change the name" }
      }
    }
  }
}

/// Says what was just done.
struct DoneNote: Sendable {
  let text: String

  var html: HTML { Tag.p(.class("done-note"), .set("role", "status")) { text } }
}
