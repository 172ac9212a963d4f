import Chronology
import PageKit
import PublicStatus

/// What every page of the public site has around its content; nothing of Mayday's own frame, which is for the team.
struct StatusFrame: Sendable {
  let site: StatusSite
  /// Stands in the tab, before the name of the page.
  let title: String
  /// A class of the page as a whole.
  let kind: String
  /// The part of the site that this page is.
  let current: SitePath

  /// Files that the pages need.
  static let assets: [Asset] = [.mark, .style, .statusStyle, .readerZone]

  func html(@HTMLBuilder content: () -> HTML) -> String {
    let page = Tag.html(.set("lang", "en")) {
      Tag.head {
        PageFrame.meta
        policy
        Tag.title { title.isEmpty ? "\(name): status" : "\(title) · \(name): status" }
        Tag.link(.set("rel", "icon"), .set("type", "image/svg+xml"), href(.asset(.mark)))
        Tag.link(.set("rel", "stylesheet"), href(.asset(.style)))
        Tag.link(.set("rel", "stylesheet"), href(.asset(.statusStyle)))
        Tag.link(
          .set("rel", "alternate"), .set("type", "application/atom+xml"), .title("Updates as a feed"), href(.statusFeed)
        )
        script
      }
      Tag.body(.class("public public-\(kind)")) {
        Tag.a(.class("skip"), .href(fragment: "content")) { "Skip to the content" }
        head
        Tag.main(.id("content"), content: content)
        foot
      }
    }
    return "<!doctype html>\n" + page.markup + "\n"
  }

  private var name: String { site.report.page.name.isEmpty ? "Service" : site.report.page.name }

  private func href(_ path: SitePath) -> Attribute { .href(site.place.link(path)) }

  /// A copy of files comes without the headers of a server.
  private var policy: HTML {
    guard site.place != .server else { return .empty }
    return Tag.meta(
      .set("http-equiv", "Content-Security-Policy"),
      .set(
        "content",
        "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'"
      ))
  }

  /// From a disk no browser loads a module, so that a copy loads the same file as a plain script.
  private var script: HTML {
    let source = Attribute.src(site.place.link(.asset(.readerZone)))
    return site.place == .server
      ? Tag.script(.set("type", "module"), source) : Tag.script(.set("defer", "defer"), source)
  }

  private var head: HTML {
    Tag.header(.class("public-head")) {
      Tag.a(.class("public-name"), href(.status)) {
        Tag.strong { name }
        if !name.lowercased().hasSuffix("status") { Tag.span { "status" } }
      }
      Tag.nav(.label("Parts of this site")) {
        link("Now", .status)
        link("History", .statusHistory())
      }
    }
  }

  private func link(_ label: String, _ path: SitePath) -> HTML {
    Tag.a(href(path), current == path ? .set("aria-current", "page") : nil) { label }
  }

  private var foot: HTML {
    Tag.footer(.class("public-foot")) {
      Tag.p(.class("zone-note"), .id("zone-note")) { "All times are in UTC." }
      Tag.p {
        "As of "
        PublicTime(instant: site.report.generated).html
        ". This page sets no cookies and loads nothing from elsewhere."
      }
      Tag.ul(.class("public-ways")) {
        Tag.li { Tag.a(href(.statusFeed)) { "Updates as a feed (Atom)" } }
        Tag.li { Tag.a(href(.statusCalendar)) { "Planned work for your calendar (iCalendar)" } }
        Tag.li { Tag.a(href(.statusDocument(.summary))) { "For programs (JSON)" } }
        if let contact { Tag.li { contact } }
      }
    }
  }

  private var contact: HTML? {
    guard let text = site.report.page.contact, !text.isEmpty else { return nil }
    guard let address = PublicAddress(text) else { return HTML("Questions: \(text)") }
    return .joined([
      HTML("Questions: "), Tag.a(.href(address), .set("rel", "noopener noreferrer")) { text },
    ])
  }
}
