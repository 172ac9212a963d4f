import Chronology

/// What every page has around its content: head, the way back, and the foot.
package struct PageFrame: Sendable {
  /// Stands in the tab; `Mayday` is added.
  package let title: String
  /// Where the reader is, outermost first; the last is this page.
  package var trail: [(label: String, path: SitePath)] = []
  /// A class of the page as a whole.
  package let kind: String
  /// Who looks, and what was just done; nil: the page is for anybody.
  package var context: PageContext?
  package var scripts: [Asset] = [.rail]
  /// Style sheets beside those of every page.
  package var styles: [Asset] = []
  /// Whether the page shows an exercise, which no part of it may let one forget.
  package var isDrill = false

  package init(
    title: String, trail: [(label: String, path: SitePath)] = [], kind: String, context: PageContext? = nil,
    scripts: [Asset] = [.rail], styles: [Asset] = [], isDrill: Bool = false
  ) {
    self.title = title
    self.trail = trail
    self.kind = kind
    self.context = context
    self.scripts = scripts
    self.styles = styles
    self.isDrill = isDrill
  }

  package func html(@HTMLBuilder content: () -> HTML) -> String {
    let page = Tag.html(.set("lang", "en")) {
      Tag.head {
        Self.meta
        Tag.title { title == "Mayday" ? title : "\(title) · Mayday" }
        Tag.link(.set("rel", "icon"), .set("type", "image/svg+xml"), .href(.asset(.mark)))
        Tag.link(.set("rel", "stylesheet"), .href(.asset(.style)))
        Tag.link(.set("rel", "stylesheet"), .href(.asset(.response)))
        for style in styles { Tag.link(.set("rel", "stylesheet"), .href(.asset(style))) }
        for script in scripts { Tag.script(.set("type", "module"), .src(.asset(script))) }
      }
      Tag.body(
        .class("page-\(kind)", isDrill ? "is-drill" : ""), context.map { .set("data-now", $0.now.rfc3339) }
      ) {
        Tag.a(.class("skip"), .href(fragment: "content")) { "Skip to the content" }
        KindShape.sprite
        masthead
        if context?.visitor.isLocal == true { LocalNote().html }
        if let flash = context?.flash { Tag.p(.class("flash"), .set("role", "status")) { flash } }
        Tag.main(.id("content"), content: content)
        if let visitor = context?.visitor, visitor.caller != nil { SiteNavigation(visitor: visitor).html }
        Tag.footer(.class("foot")) {
          Tag.p {
            "In evidence, secrets of known forms and e-mail addresses are masked; what people write stands as they wrote it. Every line names its source."
          }
          Tag.p { Tag.a(.href(.design)) { "The design language" } }
        }
      }
    }
    return "<!doctype html>\n" + page.markup + "\n"
  }

  /// What a browser needs to know before it paints.
  package static var meta: HTML {
    HTML.joined([
      Tag.meta(.set("charset", "utf-8")),
      Tag.meta(.set("name", "viewport"), .set("content", "width=device-width, initial-scale=1")),
      Tag.meta(.set("name", "color-scheme"), .set("content", "dark light")),
      Tag.meta(
        .set("name", "theme-color"), .set("content", "#f3f1ea"), .set("media", "(prefers-color-scheme: light)")),
      Tag.meta(.set("name", "theme-color"), .set("content", "#0d1115"), .set("media", "(prefers-color-scheme: dark)")),
    ])
  }

  private var masthead: HTML {
    Tag.header(.class("masthead")) {
      Tag.a(.class("brand"), .href(.home)) {
        Self.brandMark
        "Mayday"
      }
      if !trail.isEmpty {
        Tag.nav(.class("trail"), .label("Where you are")) {
          for (offset, step) in trail.enumerated() {
            Tag.a(
              .href(step.path),
              offset == trail.count - 1 ? .set("aria-current", "page") : nil
            ) { step.label }
          }
        }
      }
      if let visitor = context?.visitor { VisitorNavigation(visitor: visitor).html }
    }
  }

  /// A pulse on a line: the one sign of the house.
  package static var brandMark: HTML {
    Tag.svg(.class("brand-mark"), .set("viewBox", "0 0 28 16"), .hidden) {
      Tag.path(
        .set("d", "M0 11h8l2.5-9 4 13 3-7 1.5 3H28"), .set("fill", "none"), .set("stroke", "currentColor"),
        .set("stroke-width", "2"), .set("stroke-linejoin", "round"), .set("stroke-linecap", "round"))
    }
  }
}
