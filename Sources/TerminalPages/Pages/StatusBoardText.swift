package import Chronology
import Incidents
package import Interchange

/// Components in their groups, each with how it does and since when.
package struct ComponentsText {
  private let components: ComponentsAnswer
  private let zone: DisplayZone
  private let now: Instant

  package init(components: ComponentsAnswer, zone: DisplayZone, now: Instant) {
    self.components = components
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    let page = components.settings
    lines.add(page.url.isEmpty ? page.name : "\(page.name)  \(page.url)", style: .strong)
    if components.components.isEmpty {
      lines.add("No components yet: mayday component add checkout \"Checkout\" --group Shop", indent: 2)
    }
    var groups: [String] = []
    for component in components.components where !groups.contains(component.group) { groups.append(component.group) }
    for group in groups {
      let members = components.components.filter { $0.group == group }
      if !group.isEmpty { lines.heading(group) }
      lines.table(
        members.map { [$0.condition.mark, $0.id, $0.name, $0.condition.words, since($0)] }, indent: 2,
        styles: members.map { $0.condition == .operational ? nil : .late })
    }
    return lines.text
  }

  private func since(_ component: ComponentAnswer) -> String {
    component.since.map { "since \(zone.short($0, beside: now))" } ?? ""
  }
}

extension ComponentCondition {
  /// As people say it.
  var words: String { rawValue.split(separator: "-").joined(separator: " ") }

  /// One column that tells it without colour.
  fileprivate var mark: String {
    switch self {
    case .operational: "✓"
    case .degraded: "◐"
    case .partialOutage: "◔"
    case .majorOutage: "✕"
    case .maintenance: "□"
    }
  }
}

/// Maintenances, each with when it is, what it touches and how far it is.
package struct MaintenancesText {
  private let maintenances: [MaintenanceAnswer]
  private let zone: DisplayZone
  private let now: Instant

  package init(maintenances: [MaintenanceAnswer], zone: DisplayZone, now: Instant) {
    self.maintenances = maintenances
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    for maintenance in maintenances {
      lines.gap()
      lines.add("\(maintenance.id)  \(maintenance.title)", hanging: 2, style: .strong)
      lines.add(facts(maintenance), indent: 2, hanging: 2)
      if !maintenance.text.isEmpty { lines.add(maintenance.text, indent: 2) }
      for step in maintenance.steps where !step.note.isEmpty {
        lines.add("\(zone.short(step.at, beside: now))  \(step.state.words): \(step.note)", indent: 2, hanging: 2)
      }
    }
    if maintenances.isEmpty { lines.add("No maintenance is planned.") }
    return lines.text
  }

  private func facts(_ maintenance: MaintenanceAnswer) -> String {
    let from = zone.short(maintenance.from, beside: now)
    let until = zone.short(maintenance.until, beside: maintenance.from)
    var facts = ["\(from)–\(until) \(zone.label)", maintenance.state.words]
    if !maintenance.components.isEmpty { facts.append(maintenance.components.joined(separator: ", ")) }
    if maintenance.rescheduledCount > 0 { facts.append("planned anew \(maintenance.rescheduledCount) times") }
    return facts.joined(separator: " · ")
  }
}

extension MaintenanceState {
  fileprivate var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
