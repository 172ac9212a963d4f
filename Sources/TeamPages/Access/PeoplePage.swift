package import Accounts
import Chronology
package import PageKit

/// Who can sign in, with which role, and who is invited.
package struct PeoplePage: Sendable {
  private let visitor: PageVisitor
  private let accounts: [Account]
  private let invitations: [InvitationSummary]
  private let problem: AccountError?
  private let done: String?

  package init(
    visitor: PageVisitor, accounts: [Account], invitations: [InvitationSummary], problem: AccountError? = nil,
    done: String? = nil
  ) {
    self.visitor = visitor
    self.accounts = accounts
    self.invitations = invitations
    self.problem = problem
    self.done = done
  }

  package var html: String {
    PageFrame(
      title: "People", trail: [("People", .access(.people))], kind: "access", context: PageContext(visitor: visitor)
    ).html {
      Tag.header(.class("lead")) { Tag.h1 { "People" } }
      if let problem { FormProblem(text: problem.message, hint: problem.hint).html }
      if let done { DoneNote(text: done).html }
      Tag.div(.class("access-parts")) {
        Tag.section(.class("panel"), .labelledBy("accounts-title")) {
          Tag.h2(.id("accounts-title")) { "Accounts" }
          if accounts.isEmpty { Tag.p(.class("section-note")) { "There is none yet." } }
          Tag.ol(.class("access-list")) { for account in accounts { row(account) } }
        }
        invite
        open
      }
    }
  }

  private func row(_ account: Account) -> HTML {
    Tag.li {
      Tag.div {
        Tag.p {
          Tag.strong { account.displayName }
          " "
          Tag.span(.class("identifier")) { account.handle }
        }
        Tag.p(.class("section-note")) {
          account.isActive ? Wording.sentence(account.role.rawValue) : "Deactivated"
          "; "
          account.lastSignIn.map { "last signed in \(PageZone.utc.dateAndMinute($0))" } ?? "never signed in"
        }
      }
      Tag.details(.class("access-acts")) {
        Tag.summary(.label("Change \(account.displayName)")) { "Change" }
        if account.isActive { acts(account) } else { button(.reactivate(account.handle), "Reactivate") }
      }
    }
  }

  private func acts(_ account: Account) -> HTML {
    HTML.joined([
      Tag.form(.class("form form-line"), .set("method", "post"), .action(.access(.role(of: account.handle)))) {
        FormField.token.hidden(visitor.formToken ?? "")
        Tag.label(.set("for", "role-\(account.handle)")) { "Role" }
        Tag.select(.id("role-\(account.handle)"), .set("name", "role")) {
          for role in AccountRole.allCases {
            Tag.option(.set("value", role.rawValue), role == account.role ? .set("selected", "") : nil) {
              Wording.sentence(role.rawValue)
            }
          }
        }
        Tag.button(.set("type", "submit")) { "Set the role" }
      },
      button(.newPassword(of: account.handle), "Make a link for a new password"),
      button(.sessions(of: account.handle), "Sign them out everywhere"),
      button(.deactivate(account.handle), "Deactivate"),
    ])
  }

  private func button(_ path: AccessPath, _ words: String) -> HTML {
    Tag.form(.set("method", "post"), .action(.access(path))) {
      FormField.token.hidden(visitor.formToken ?? "")
      Tag.button(.set("type", "submit")) { words }
    }
  }

  private var invite: HTML {
    Tag.section(.class("panel"), .labelledBy("invite-title")) {
      Tag.h2(.id("invite-title")) { "Invite someone" }
      Tag.form(.class("form"), .set("method", "post"), .action(.access(.invitations))) {
        FormField.token.hidden(visitor.formToken ?? "")
        Field(name: "role", label: "As", control: .choice(RoleWords.choices), value: AccountRole.responder.rawValue)
          .html
        Tag.button(.set("type", "submit")) { "Make a one-time link" }
      }
    }
  }

  private var open: HTML {
    Tag.section(.class("panel"), .labelledBy("open-title")) {
      Tag.h2(.id("open-title")) { "Links not used yet" }
      if invitations.isEmpty { Tag.p(.class("section-note")) { "There is none." } }
      Tag.ol(.class("access-list")) {
        for invitation in invitations {
          Tag.li {
            Tag.div {
              Tag.p { Self.purpose(invitation) }
              Tag.p(.class("section-note")) {
                "Made by \(invitation.invitedBy ?? "the server at its start"), works until \(PageZone.utc.dateAndMinute(invitation.expires))"
              }
            }
            button(.invitation(id: invitation.id), "Withdraw")
          }
        }
      }
    }
  }

  private static func purpose(_ invitation: InvitationSummary) -> String {
    switch invitation.purpose {
    case .account(let role): "For a new \(role.rawValue)"
    case .firstAdministrator: "For the first administrator"
    case .password(let handle): "For a new password of ‘\(handle)’"
    }
  }
}
