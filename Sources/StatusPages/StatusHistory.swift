import Chronology
import PageKit
import PublicStatus

/// What a report tells of, month by month.
struct StatusHistory: Sendable {
  let report: StatusReport

  /// Months that the first page of the history shows.
  static let recentMonths = 3

  /// All months from the one of the report back to the first that anything is told of, the newest first.
  var months: [StatusMonth] {
    let newest = StatusMonth(report.generated)
    let begins =
      report.incidents.map { StatusMonth($0.started ?? $0.created) } + report.maintenances.map { StatusMonth($0.from) }
    let latest = max(newest, begins.max() ?? newest)
    var months = [latest]
    let first = min(newest, begins.min() ?? newest)
    while let last = months.last, last > first { months.append(last.previous) }
    return months
  }

  /// Whether there is a page for it; the one without a month always is.
  func contains(_ month: StatusMonth?) -> Bool { month.map { months.contains($0) } ?? true }

  /// The months that a page shows.
  func shown(_ month: StatusMonth?) -> [StatusMonth] {
    month.map { [$0] } ?? Array(months.filter { $0 <= StatusMonth(report.generated) }.prefix(Self.recentMonths))
  }

  func items(of month: StatusMonth, site: StatusSite) -> [PastItem] {
    let incidents = report.incidents.filter { StatusMonth($0.started ?? $0.created) == month }
      .map { ($0.started ?? $0.created, $0.id.text, PastItem(site: site, incident: $0)) }
    let works = report.maintenances.filter { StatusMonth($0.from) == month && !$0.isUpcoming }
      .map { ($0.from, $0.id.text, PastItem(site: site, work: $0)) }
    return (incidents + works).sorted { ($0.0, $0.1) > ($1.0, $1.1) }.map(\.2)
  }
}

/// The history, month by month.
struct StatusHistoryPage: Sendable {
  let site: StatusSite
  /// Nil: the last months.
  let month: StatusMonth?

  var html: String {
    let history = StatusHistory(report: site.report)
    let title = month.map { "History, \($0.name)" } ?? "History"
    return StatusFrame(site: site, title: title, kind: "history", current: .statusHistory(month)).html {
      Tag.h1 { title }
      for month in history.shown(month) { section(month, history.items(of: month, site: site)) }
      others(history)
    }
  }

  private func section(_ month: StatusMonth, _ items: [PastItem]) -> HTML {
    Tag.section(.class("month"), .labelledBy("month-\(month)")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("month-\(month)")) { month.name }
        if !items.isEmpty { Tag.p(.class("section-note")) { Wording.count(items.count, "entry", "entries") } }
      }
      if items.isEmpty {
        Tag.p(.class("quiet")) { "Nothing was told in this month." }
      } else {
        Tag.ol(.class("past")) { for item in items { item.html } }
      }
    }
  }

  private func others(_ history: StatusHistory) -> HTML {
    Tag.nav(.class("months"), .label("Months")) {
      Tag.h2 { "Month by month" }
      Tag.ul {
        for month in history.months {
          Tag.li {
            Tag.a(
              .href(site.place.link(.statusHistory(month))), self.month == month ? .set("aria-current", "page") : nil
            ) { month.name }
          }
        }
      }
    }
  }
}
