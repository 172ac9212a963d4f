import Interchange
import PageKit

/// What the pages of this room have in common: the frame with their style sheet, and the head.
struct ReadinessFrame: Sendable {
  let title: String
  let trail: [(label: String, path: SitePath)]
  let context: PageContext

  init(_ title: String, _ trail: [(label: String, path: SitePath)], context: PageContext) {
    self.title = title
    self.trail = [("Readiness", .readiness(.overview))] + trail
    self.context = context
  }

  func html(@HTMLBuilder content: () -> HTML) -> String {
    let content = content()
    return PageFrame(
      title: title, trail: trail, kind: "readiness", context: context, styles: [.lessons, .readiness]
    ).html {
      context.lostRefusal(beside: content)
      content
    }
  }

  static func head(_ title: String, _ lede: String) -> HTML {
    Tag.header(.class("lead lesson-lead")) {
      Tag.h1 { title }
      Tag.p(.class("lede")) { lede }
    }
  }
}
