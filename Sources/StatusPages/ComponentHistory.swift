import Chronology
import PageKit
import PublicStatus

/// The last 90 days of a component: drawn, summed up in a sentence, and told day by day where a day was not well.
struct ComponentHistory: Sendable {
  let site: StatusSite
  let component: PublicComponent
  /// By name, since a page asks for many.
  private let incidents: [PublicID: PublicIncident]
  private let all: [DayRecord]

  /// Days told one by one, and incidents told of a day, at most.
  private static let toldMax = (days: 31, incidents: 5)

  init(site: StatusSite, component: PublicComponent, incidents: [PublicID: PublicIncident]) {
    self.site = site
    self.component = component
    self.incidents = incidents
    all = component.fullHistory(until: site.report.generated)
  }

  /// `71 days without trouble, 2 with trouble, 17 not known`.
  var summary: String {
    let unknown = all.filter { $0.worst == nil }.count
    guard unknown < all.count else { return "How the last \(all.count) days were is not known" }
    let well = all.filter { $0.worst == .operational }.count
    let planned = all.filter { $0.worst == .maintenance }.count
    let counts = [
      (well, "without trouble"), (all.count - unknown - well - planned, "with trouble"), (planned, "with planned work"),
      (unknown, "not known"),
    ].filter { $0.0 > 0 }
    return counts.enumerated().map { offset, part in
      (offset == 0 ? Wording.count(part.0, "day") : "\(part.0)") + " " + part.1
    }.joined(separator: ", ")
  }

  var bars: HTML {
    Tag.div(.class("history")) {
      HistoryBars(days: all, summary: "\(component.name): \(summary)").html
      Tag.p(.class("history-ends"), .hidden) {
        Tag.span { all.first.map { Wording.dayAndMonth($0.date) } ?? "" }
        Tag.span { "Today" }
      }
    }
  }

  /// The sentence; behind it the days that were not well, with what happened on them.
  var days: HTML {
    let told = all.reversed().filter { $0.worst.map { $0 != .operational } ?? false || !$0.incidents.isEmpty }
    guard !told.isEmpty else { return Tag.p(.class("history-sum")) { summary } }
    return Tag.details(.class("history-days")) {
      Tag.summary { summary }
      Tag.ol {
        for day in told.prefix(Self.toldMax.days) {
          Tag.li {
            Tag.time(.datetime(day.isoDate)) { Wording.shortDate(day.date) }
            StatusShape(day.worst).mark
            links(of: day)
          }
        }
      }
      if told.count > Self.toldMax.days {
        Tag.p(.class("history-more")) {
          "\(Wording.count(told.count - Self.toldMax.days, "earlier day")) had something too: "
          Tag.a(.href(site.place.link(.statusHistory()))) { "the history" }
        }
      }
    }
  }

  private func links(of day: DayRecord) -> HTML {
    .joined(
      day.incidents.prefix(Self.toldMax.incidents).compactMap { incidents[$0] }.map { incident in
        Tag.a(.href(site.place.link(.statusItem(incident.id)))) { incident.title }
      })
  }
}
