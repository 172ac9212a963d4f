package import Chronology
import Incidents
package import Interchange
import Plans

/// All incidents that are running, each in a few lines.
package struct RunningText {
  private let incidents: [IncidentAnswer]
  private let asOf: Instant?
  private let zone: DisplayZone
  private let now: Instant

  package init(incidents: [IncidentAnswer], asOf: Instant?, zone: DisplayZone, now: Instant) {
    self.incidents = incidents
    self.asOf = asOf
    self.zone = zone
    self.now = asOf ?? now
  }

  /// Open tasks that are named; the others are counted.
  private static let tasksShownMax = 3

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add("\(counted) \(zone.dateAndTime(now).prefix(16)) \(zone.label)", style: .faint)
    if asOf != nil { lines.add("As it was known then.", style: .late) }
    for incident in incidents {
      lines.gap()
      IncidentHead(incident: incident, zone: zone, now: now).add(to: &lines)
      let wanted = incident.roles.filter(\.isWanted).map { role in
        role.asked.first.map { "\(role.name) (ask \($0.name))" } ?? role.name
      }
      if !wanted.isEmpty { lines.add("Roles to fill: \(wanted.joined(separator: ", "))", indent: 2, hanging: 2) }
      PromiseLines(promises: incident.promises, zone: zone, now: now).add(to: &lines)
      tasks(incident, &lines)
    }
    return lines.text
  }

  private var counted: String {
    let isNow = asOf == nil
    return switch incidents.count {
    case 0: isNow ? "No incident is running." : "No incident was running."
    case 1: isNow ? "1 incident is running." : "1 incident was running."
    default: "\(incidents.count) incidents \(isNow ? "are" : "were") running."
    }
  }

  private func tasks(_ incident: IncidentAnswer, _ lines: inout TextLines) {
    let open = incident.tasks.filter { $0.state == .open }
    TaskLines(tasks: Array(open.prefix(Self.tasksShownMax))).add(to: &lines)
    if open.count > Self.tasksShownMax {
      lines.add("… \(open.count - Self.tasksShownMax) more open tasks", indent: 2, style: .faint)
    }
  }
}
