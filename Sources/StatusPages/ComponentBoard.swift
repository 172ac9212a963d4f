import PageKit
import PublicStatus

/// The parts of the service in their groups, each with its state and its last 90 days.
struct ComponentBoard: Sendable {
  private let site: StatusSite
  private let incidents: [PublicID: PublicIncident]

  init(site: StatusSite) {
    self.site = site
    incidents = Dictionary(site.report.incidents.map { ($0.id, $0) }) { first, _ in first }
  }

  var html: HTML {
    let report = site.report
    guard !report.components.isEmpty else { return .empty }
    let known = Set(report.groups.map(\.id))
    let alone = report.components.filter { $0.group.map { !known.contains($0) } ?? true }
    return Tag.section(.class("parts"), .labelledBy("parts-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("parts-title")) { "Part by part" }
        Tag.p(.class("section-note")) { "Today and the 89 days before, in UTC" }
      }
      legend
      for group in report.groups {
        let members = report.components.filter { $0.group == group.id }
        if !members.isEmpty {
          Tag.section(.class("part-group"), .labelledBy("group-\(group.id)")) {
            Tag.h3(.id("group-\(group.id)")) { group.name }
            if let text = group.description, !text.isEmpty { Tag.p(.class("part-about")) { text } }
            rows(members)
          }
        }
      }
      if !alone.isEmpty { Tag.div(.class("part-group")) { rows(alone) } }
    }
  }

  private func rows(_ components: [PublicComponent]) -> HTML {
    Tag.ul(.class("part-rows")) { for component in components { row(component) } }
  }

  private func row(_ component: PublicComponent) -> HTML {
    let history = ComponentHistory(site: site, component: component, incidents: incidents)
    return Tag.li(.class("part-row")) {
      Tag.div(.class("part-head")) {
        Tag.p(.class("part-name")) { component.name }
        StatusShape(component.state).mark
      }
      if let text = component.description, !text.isEmpty { Tag.p(.class("part-about")) { text } }
      history.bars
      history.days
    }
  }

  /// What the heights of the bars mean.
  private var legend: HTML {
    let states: [ComponentState?] = [.operational, .maintenance, .degraded, .partialOutage, .majorOutage, nil]
    return Tag.ul(.class("bar-legend")) {
      for state in states {
        Tag.li {
          HistoryBars.sample(state)
          StatusShape(state).word
        }
      }
    }
  }
}
