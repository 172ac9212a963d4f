import Chronology
import PageKit
import PublicStatus

/// Planned work with its time, how far it is, and its newest word; nothing where there is none.
struct MaintenanceList: Sendable {
  let site: StatusSite
  let works: [PublicMaintenance]
  let title: String

  var html: HTML {
    guard let first = works.first else { return .empty }
    let anchor = "work-\(first.id)"
    return Tag.section(.class("works"), .labelledBy(anchor)) {
      Tag.h2(.id(anchor)) { title }
      Tag.ol(.class("work-list")) { for work in works { Tag.li { row(work) } } }
    }
  }

  private func row(_ work: PublicMaintenance) -> HTML {
    Tag.article(.class("work")) {
      Tag.p(.class("marks")) {
        StatusShape(work.state).mark
        Tag.span { MaintenanceTime(work: work).html }
      }
      Tag.h3 {
        Tag.a(.href(site.place.link(.statusItem(work.id))), site.language.map { .set("lang", $0) }) { work.title }
      }
      let names = site.names(of: work.components)
      if !names.isEmpty { Tag.p(.class("work-parts")) { "Touches \(names)" } }
      if let newest = work.updates.first(where: \.isTelling) {
        UpdateArticle.words(newest.text.parts, site: site)
      }
    }
  }
}

/// From when to when planned work lasts, and for how long.
struct MaintenanceTime: Sendable {
  let work: PublicMaintenance

  var html: HTML {
    guard work.until > work.from else {
      return .joined([PublicTime(instant: work.from).html, HTML(", "), Gap("until when is not known").html])
    }
    return .joined([
      PublicTime(instant: work.from).html, HTML(" to "),
      PublicTime(instant: work.until, form: .clock, now: work.from).html,
      HTML(" (\(Wording.duration(seconds: work.until.seconds(since: work.from))))"),
    ])
  }
}

extension StatusSite {
  /// The names of components, in the order of the page.
  func names(of components: [PublicID]) -> String {
    report.components.filter { components.contains($0.id) }.map(\.name).joined(separator: ", ")
  }
}
