/// A page that says one thing: that an address leads nowhere, or that something here went wrong.
package struct MessagePage: Sendable {
  private let title: String
  private let text: String
  private let hint: String?

  /// 404. The address is not repeated: it came from outside.
  package static let notFound = MessagePage(
    title: "Nothing is recorded under this address",
    text: "The address may be mistyped, or it belongs to another record.", hint: nil)

  /// 500, with nothing about the inside; the log has the rest.
  package static let failed = MessagePage(
    title: "This page could not be made",
    text: "The fault is here, not with you. The record is not affected by it; what went wrong is in the server's log.",
    hint: "mayday record verify")

  private init(title: String, text: String, hint: String?) {
    self.title = title
    self.text = text
    self.hint = hint
  }

  package var html: String {
    PageFrame(title: title, kind: "message").html {
      Tag.section(.class("message")) {
        Tag.h1 { title }
        Tag.p(.class("lede")) { text }
        if let hint {
          Tag.p { "To be sure of the record:" }
          Commands([hint]).html
        }
        Tag.p { Tag.a(.class("button"), .href(.home)) { "To all incidents" } }
      }
    }
  }
}
