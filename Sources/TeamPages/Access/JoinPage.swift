package import Accounts
package import PageKit

/// What a one-time link opens: the making of an account, or of a new password.
package struct JoinPage: Sendable {
  /// What was typed before.
  package struct Typed: Sendable, Hashable {
    package var handle: String
    package var displayName: String

    package init(handle: String = "", displayName: String = "") {
      self.handle = handle
      self.displayName = displayName
    }
  }

  private let visitor: PageVisitor
  private let invitation: InvitationSummary
  private let path: SitePath
  private let typed: Typed
  private let problem: AccountError?

  /// `path` is the link's own, to which the form is sent.
  package init(
    visitor: PageVisitor, invitation: InvitationSummary, path: SitePath, typed: Typed = Typed(),
    problem: AccountError? = nil
  ) {
    self.visitor = visitor
    self.invitation = invitation
    self.path = path
    self.typed = typed
    self.problem = problem
  }

  package var html: String {
    PageFrame(title: title, kind: "access").html {
      Tag.section(.class("access-card")) {
        Tag.h1 { title }
        Tag.p(.class("lede")) { lede }
        if let problem { FormProblem(text: problem.message, hint: problem.hint).html }
        Tag.form(.class("form"), .set("method", "post"), .action(path)) {
          FormField.token.hidden(visitor.formToken ?? "")
          if case .password(let handle) = invitation.purpose {
            // For the browser's keeper of passwords, which takes the field before the password for the name.
            Field(name: "handle", label: "Handle", value: handle, autocomplete: "username").html
          } else {
            names
          }
          Field(
            name: "password", label: "Password", control: .line(type: "password"),
            hint:
              "At least \(AccountLimits.passwordScalarsMin) characters. Several words that you alone would put together are better than signs.",
            isRequired: true, autocomplete: "new-password", lengthMax: AccountLimits.passwordScalarsMax
          ).html
          Tag.button(.class("strong"), .set("type", "submit")) { button }
        }
      }
    }
  }

  private var names: HTML {
    HTML.joined([
      Field(
        name: "displayName", label: "Name", value: typed.displayName, hint: "As others here know you.",
        isRequired: true, autocomplete: "name", lengthMax: AccountLimits.displayNameScalarsMax, isFirst: true
      ).html,
      Field(
        name: "handle", label: "Handle", value: typed.handle,
        hint: "Short, in small letters: ‘ana’. The record names you by it, and it never changes.", isRequired: true,
        autocomplete: "username", lengthMax: AccountLimits.handleScalarsMax
      ).html,
    ])
  }

  private var title: String {
    switch invitation.purpose {
    case .firstAdministrator: "Set Mayday up"
    case .account: "Join"
    case .password: "Choose a new password"
    }
  }

  private var lede: String {
    switch invitation.purpose {
    case .firstAdministrator: "This makes the first account. It administers Mayday, and can invite the others."
    case .account(let role):
      "You are invited as \(RoleWords.article(role)) \(role.rawValue): \(RoleWords.meaning(role))"
    case .password(let handle): "For the account ‘\(handle)’. It is then signed out everywhere."
    }
  }

  private var button: String {
    if case .password = invitation.purpose { "Set the password" } else { "Make the account" }
  }
}

/// What roles mean, in words.
enum RoleWords {
  static func meaning(_ role: AccountRole) -> String {
    switch role {
    case .reader: "reads everything that is not private."
    case .responder: "declares incidents, works on them and speaks for the team."
    case .administrator: "sets Mayday up and looks after accounts."
    }
  }

  static func article(_ role: AccountRole) -> String { role == .administrator ? "an" : "a" }

  static let choices = AccountRole.allCases.map {
    (value: $0.rawValue, words: "\(Wording.sentence($0.rawValue)): \(meaning($0))")
  }
}
