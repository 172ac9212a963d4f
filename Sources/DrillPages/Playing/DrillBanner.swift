import Drills
package import PageKit

/// On the pages of a drill's incident: the way back to the drill, and the newest of what came.
package struct DrillBanner: Sendable {
  private let scene: DrillScene

  package init(scene: DrillScene) { self.scene = scene }

  package var html: HTML {
    Tag.div(
      .class("banner banner-drill drill-banner"), .id("drill"), .set("role", "region"), .label("The drill"),
      .set("data-drill-live", SitePath.drills(.live(scene.number)).text),
      .set("data-drill-events", SitePath.drills(.events(scene.number)).text), .set("data-phase", "any")
    ) {
      Tag.p(.class("unseen"), .id("drill-news"), .set("role", "status")) {}
      Tag.div(.class("drill-banner-words"), .set("data-live", "banner")) { content }
      Tag.a(.class("button"), .href(scene.page)) { "To drill \(scene.number)" }
    }
  }

  @HTMLBuilder var content: HTML {
    Tag.p {
      Tag.strong { "This is drill \(scene.number)" }
      scene.state.isPlaying
        ? HTML.joined([HTML(", at "), scene.clock, HTML(scene.state == .paused ? ", halted. " : ". ")]) : HTML(". ")
      "Nothing of it reaches customers or a statistic."
    }
    if scene.state.isPlaying, let newest = scene.whole.messages.last {
      Tag.p(.class("drill-banner-news"), .set("data-words", "New: \(newest.text)")) {
        InjectMark(kind: newest.kind).html
        newest.from.isEmpty ? HTML("") : Tag.span(.class("message-from")) { newest.from }
        Tag.span { String(newest.text.prefix(280)) }
      }
    }
  }
}
