package import Chronology
package import Incidents
package import Interchange

/// What stands after a declaration: what it is, what is still open, and the next commands to type.
package struct DeclaredText {
  private let incident: IncidentAnswer
  private let policy: Policy
  private let zone: DisplayZone
  private let now: Instant

  package init(incident: IncidentAnswer, policy: Policy, zone: DisplayZone, now: Instant) {
    self.incident = incident
    self.policy = policy
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    IncidentHead(incident: incident, zone: zone, now: now).add(to: &lines)
    if let severity = policy.severity(incident.summary.severity) {
      lines.add("\(severity.name): \(severity.meaning)", indent: 2, hanging: 2)
    }
    guard incident.summary.isRunning else {
      lines.gap()
      lines.add("Recorded afterwards. Add what is known: mayday instant, note --at, evidence add", hanging: 2)
      return lines.text
    }
    let wanted = incident.roles.filter(\.isWanted)
    if !wanted.isEmpty {
      lines.heading("Roles to fill")
      lines.table(
        wanted.map { role in
          [role.name, role.role == RoleDefinition.commander ? "mayday lead" : "mayday role \(role.role) NAME"]
        })
    }
    if !incident.promises.isEmpty {
      lines.heading("Words due")
      PromiseLines(promises: incident.promises, zone: zone, now: now).add(to: &lines)
    }
    lines.heading("Next")
    lines.table([
      ["mayday note \"What you see\"", "it stands in the timeline"],
      ["mayday update new --to customers", "asks for what people need to hear"],
      ["mayday status", "who leads, what is due, what is open"],
    ])
    return lines.text
  }
}
