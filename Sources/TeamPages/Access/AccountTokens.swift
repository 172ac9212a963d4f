import Accounts
import Chronology
import PageKit

/// The tokens of an account, and the making of another.
struct AccountTokens: Sendable {
  let visitor: PageVisitor
  let account: Account
  let tokens: [TokenSummary]
  let problem: AccountError?

  /// How long a new token may live, in days; none: until it is revoked.
  static let lifetimes: [(value: String, words: String)] = [
    ("30", "30 days"), ("90", "90 days"), ("365", "A year"), ("", "Until it is revoked"),
  ]

  var html: HTML {
    Tag.section(.class("panel"), .labelledBy("tokens-title")) {
      Tag.h2(.id("tokens-title")) { "Tokens for the API and the command line" }
      if tokens.isEmpty { Tag.p(.class("section-note")) { "There is none." } }
      Tag.ol(.class("access-list")) { for token in tokens { row(token) } }
      if let problem { FormProblem(text: problem.message, hint: problem.hint).html }
      Tag.form(.class("form"), .set("method", "post"), .action(.access(.tokens))) {
        FormField.token.hidden(visitor.formToken ?? "")
        Field(
          name: "label", label: "What it is for", isRequired: true, lengthMax: AccountLimits.tokenLabelScalarsMax
        ).html
        Tag.fieldset(.class("ticks")) {
          Tag.legend { "What it may do" }
          for scope in scopes {
            Tag.label(.class("tick")) {
              Tag.input(
                .set("type", "checkbox"), .set("name", "scopes"), .set("value", scope.rawValue),
                scope == .read ? .set("checked", "") : nil)
              Self.meaning(scope)
            }
          }
        }
        Field(name: "days", label: "How long", control: .choice(Self.lifetimes), value: "90").html
        Tag.button(.set("type", "submit")) { "Make a token" }
      }
    }
  }

  /// A token that could do more than its account would do nothing with it.
  private var scopes: [TokenScope] {
    TokenScope.allCases.filter { scope in
      switch scope {
      case .read: true
      case .respond: AccessTable.allows(account.role, .respond)
      case .administer: AccessTable.allows(account.role, .administer)
      }
    }
  }

  private func row(_ token: TokenSummary) -> HTML {
    Tag.li {
      Tag.div {
        Tag.p { token.label }
        Tag.p(.class("section-note")) {
          token.scopes.map(\.rawValue).sorted().joined(separator: ", ")
            + (token.expires.map { "; until \(PageZone.utc.dateAndMinute($0))" } ?? "; until it is revoked") + "; "
            + (token.lastUsed.map { "last used \(PageZone.utc.dateAndMinute($0))" } ?? "never used")
        }
      }
      Tag.form(.set("method", "post"), .action(.access(.token(id: token.id)))) {
        FormField.token.hidden(visitor.formToken ?? "")
        Tag.button(.set("type", "submit")) { "Revoke" }
      }
    }
  }

  private static func meaning(_ scope: TokenScope) -> String {
    switch scope {
    case .read: "read: see what you can see"
    case .respond: "respond: declare incidents and work on them"
    case .administer: "administer: settings and accounts"
    }
  }
}
