package import Chronology
package import PageKit

/// Shows a secret the one time that it can be shown: a token, or a one-time link.
package struct SecretPage: Sendable {
  private let visitor: PageVisitor
  private let title: String
  private let text: String
  private let secret: String
  private let back: (path: SitePath, words: String)

  /// A new API token.
  package static func token(_ secret: String, label: String, visitor: PageVisitor) -> SecretPage {
    SecretPage(
      visitor: visitor, title: "Token ‘\(label)’",
      text: "Copy it now: it is not kept, and cannot be shown again. Whoever has it can do what it allows.",
      secret: secret,
      back: (.access(.account), "To your account"))
  }

  /// A new one-time link, with the server's address before it.
  package static func link(_ link: String, for whom: String, expires: Instant, visitor: PageVisitor) -> SecretPage {
    SecretPage(
      visitor: visitor, title: "One-time link for \(whom)",
      text:
        "Pass it on by a way that only they can read. It works once, until \(PageZone.utc.dateAndMinute(expires)), and cannot be shown again.",
      secret: link, back: (.access(.people), "To the people"))
  }

  package var html: String {
    PageFrame(title: title, trail: [(title, back.path)], kind: "access", context: PageContext(visitor: visitor)).html {
      Tag.section(.class("access-card")) {
        Tag.h1 { title }
        Tag.p(.class("lede")) { text }
        Tag.pre(.class("secret"), .set("tabindex", "0"), .label("The secret")) { Tag.code { secret } }
        Tag.p { Tag.a(.class("button"), .href(back.path)) { back.words } }
      }
    }
  }
}
