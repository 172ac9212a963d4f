package import Chronology
import Incidents
package import Interchange

/// The roles of an incident, now or at an instant.
package struct RolesText {
  private let roles: [RoleAnswer]
  private let at: Instant?
  private let zone: DisplayZone
  private let now: Instant

  package init(roles: [RoleAnswer], at: Instant?, zone: DisplayZone, now: Instant) {
    self.roles = roles
    self.at = at
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    guard let at else {
      RoleLines(roles: roles, zone: zone, now: now).add(to: &lines)
      return lines.text
    }
    lines.add("At \(zone.dateAndTime(at)) \(zone.label):")
    lines.table(roles.map { [$0.name, Self.holder($0, at) ?? "nobody"] })
    return lines.text
  }

  private static func holder(_ role: RoleAnswer, _ at: Instant) -> String? {
    role.holdings.last { $0.from <= at && ($0.until.map { $0 > at } ?? true) }?.person
  }
}
