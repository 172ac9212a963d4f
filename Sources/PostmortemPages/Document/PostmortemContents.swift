import Findings
import PageKit

/// The table of contents: stays in sight on a wide screen, folds away on a phone.
struct PostmortemContents: Sendable {
  let outline: PostmortemOutline

  var html: HTML {
    Tag.nav(.class("contents"), .label("Contents")) {
      Tag.details(.isOpen) {
        Tag.summary { "Contents" }
        Tag.ol {
          for part in outline.parts {
            Tag.li(.class(part.isEmpty ? "is-missing" : "")) {
              Tag.a(.href(fragment: part.id)) {
                Tag.span(.class("contents-name")) { part.heading }
                note(part)
              }
            }
          }
        }
      }
    }
  }

  private func note(_ part: PostmortemOutline.Part) -> HTML? {
    if part.isEmpty { return Tag.span(.class("contents-note")) { part.isMissing ? "missing" : "empty" } }
    guard let worst = part.findings.map(\.severity).max() else { return nil }
    return Tag.span(.class("contents-note", "finding-\(worst.rawValue)")) {
      Wording.count(part.findings.count, "finding")
    }
  }
}
