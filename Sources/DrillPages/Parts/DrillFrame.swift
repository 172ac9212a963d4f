import Interchange
import PageKit

/// What the pages of this room have in common: the frame with their style sheet, the way back, and the head.
struct DrillFrame: Sendable {
  let title: String
  let trail: [(label: String, path: SitePath)]
  let context: PageContext
  /// Whether the page shows a drill that is played.
  var isDrill = false
  var scripts: [Asset] = []

  init(
    _ title: String, _ trail: [(label: String, path: SitePath)] = [], context: PageContext, isDrill: Bool = false,
    scripts: [Asset] = []
  ) {
    self.title = title
    self.trail = [("Readiness", .readiness(.overview)), ("Drills", .drills(.list))] + trail
    self.context = context
    self.isDrill = isDrill
    self.scripts = scripts
  }

  func html(@HTMLBuilder content: () -> HTML) -> String {
    let content = content()
    return PageFrame(
      title: title, trail: trail, kind: "drills", context: context, scripts: scripts,
      styles: [.lessons, .readiness, .drills], isDrill: isDrill
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
