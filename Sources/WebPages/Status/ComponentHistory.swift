import Chronology
import PublicStatus

/// The last 90 days of a component: drawn, summed up in a sentence, and told day by day where a day was not well.
struct ComponentHistory: Sendable {
  let site: StatusSite
  let component: PublicComponent
  private let all: [DayRecord]

  init(site: StatusSite, component: PublicComponent) {
    self.site = site
    self.component = component
    all = component.fullHistory(until: site.report.generated)
  }

  /// `84 of 90 days well, 2 with planned work, 3 with trouble, 1 not known`.
  var summary: String {
    let unknown = all.filter { $0.worst == nil }.count
    guard unknown < all.count else { return "How the last \(all.count) days were is not known" }
    let well = all.filter { $0.worst == .operational }.count
    let planned = all.filter { $0.worst == .maintenance }.count
    let trouble = all.count - unknown - well - planned
    var parts = ["\(well) of \(all.count) days without trouble"]
    if trouble > 0 { parts.append("\(trouble) with trouble") }
    if planned > 0 { parts.append("\(planned) with planned work") }
    if unknown > 0 { parts.append("\(unknown) not known") }
    return parts.joined(separator: ", ")
  }

  var bars: HTML {
    Tag.div(.class("history")) {
      HistoryBars(days: all, summary: "\(component.name): \(summary)").html
      Tag.p(.class("history-ends"), .hidden) {
        Tag.span { "\(all.count) days ago" }
        Tag.span { "today" }
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
        for day in told {
          Tag.li {
            Tag.time(.datetime(day.isoDate)) { Wording.shortDate(day.date) }
            StatusShape(day.worst).mark
            incidents(of: day)
          }
        }
      }
    }
  }

  private func incidents(of day: DayRecord) -> HTML {
    let known = site.report.incidents.filter { day.incidents.contains($0.id) }
    return .joined(
      known.map { incident in
        Tag.a(.href(site.place.link(.statusItem(incident.id)))) { incident.title }
      })
  }
}
