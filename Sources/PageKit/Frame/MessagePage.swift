/// A page that says one thing: that an address leads nowhere, that something is not done, or that something here went
/// wrong.
package struct MessagePage: Sendable {
  private let title: String
  private let text: String
  private let hint: String?
  private var command: String?
  private var link: (path: SitePath, words: String) = (.home, "To all incidents")

  /// 404. The address is not repeated: it came from outside.
  package static let notFound = MessagePage(
    title: "Nothing is recorded under this address",
    text: "The address may be mistyped, or it belongs to another record.", hint: nil)

  /// 500, with nothing about the inside; the log has the rest.
  package static let failed = MessagePage(
    title: "This page could not be made",
    text: "The fault is here, not with you. The record is not affected by it; what went wrong is in the server's log.",
    hint: "To be sure of the record:", command: "mayday record verify")

  /// Nobody can sign in before the first administrator's account is made.
  package static let notSetUp = MessagePage(
    title: "Mayday is not set up yet",
    text: "Whoever started the server was shown a one-time link. Open it to make the first administrator's account.",
    hint: "A new link is shown each time the server is started, until the account is made.", command: "mayday serve")

  /// A one-time link that is known no longer, or never was.
  package static let deadLink = MessagePage(
    title: "This link leads nowhere any more",
    text: "One-time links work once, and for a limited time.", hint: "Ask an administrator for a new one.",
    link: (.access(.signIn()), "Sign in"))

  /// The visitor came by `--as`, and has no account.
  package static let noAccount = MessagePage(
    title: "There is no account behind this page",
    text:
      "The server was started for you alone, on this machine, with --as. Accounts, sessions and tokens are for a server that others use too.",
    hint: "Start it without --as to make them.", command: "mayday serve")

  /// What is not done, and why; `detail` as errors are written: lower case, without a full stop.
  package static func refusal(status: Int, detail: String, hint: String?) -> MessagePage {
    if status == 404 { return notFound }
    return MessagePage(
      title: titles[status] ?? "This was not done", text: Wording.sentence(detail) + ".",
      hint: hint.map { Wording.sentence($0) + "." })
  }

  private static let titles = [
    400: "This could not be read", 403: "This is not open to you", 405: "This address is not asked this way",
    408: "This took too long to come in", 413: "This is too large", 415: "This kind of content is not taken here",
    429: "Please wait a moment", 503: "Please try again in a moment",
  ]

  package var html: String { html(for: nil) }

  package func html(for visitor: PageVisitor?) -> String {
    PageFrame(title: title, kind: "message", context: visitor.map { PageContext(visitor: $0) }).html {
      Tag.section(.class("message")) {
        Tag.h1 { title }
        Tag.p(.class("lede")) { text }
        if let hint { Tag.p { hint } }
        if let command { Commands([command]).html }
        Tag.p { Tag.a(.class("button"), .href(link.path)) { link.words } }
      }
    }
  }
}
