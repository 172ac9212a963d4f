/// What a team has agreed on for the time of an incident.
package struct Policy: Codable, Hashable, Sendable {
  /// The worst first.
  package var severities: [Severity]
  /// Level of an incident whose severity nobody has said: in doubt the higher.
  package var levelWhenNotSaid: Int
  package var roles: [RoleDefinition]
  package var protocols: [CommunicationProtocol]
  /// How long before a promised word the page and `mayday status` begin to warn.
  package var warnBeforeMinutes: Int

  package init(
    severities: [Severity], levelWhenNotSaid: Int, roles: [RoleDefinition], protocols: [CommunicationProtocol],
    warnBeforeMinutes: Int
  ) {
    self.severities = severities
    self.levelWhenNotSaid = levelWhenNotSaid
    self.roles = roles
    self.protocols = protocols
    self.warnBeforeMinutes = warnBeforeMinutes
  }

  package func severity(_ level: Int?) -> Severity? { severities.first { $0.level == level } }
  package func role(_ id: String) -> RoleDefinition? { roles.first { $0.id == id } }
  /// The role that a plan means, by its identifier or its name in any case.
  package func definition(called name: String) -> RoleDefinition? {
    let wanted = name.lowercased()
    return roles.first { $0.id == wanted || $0.name.lowercased() == wanted }
  }

  package func protocolFor(_ audience: Audience, severity: Int?) -> CommunicationProtocol? {
    protocols.first { $0.audience == audience && $0.severity == severity }
  }

  /// Name of a severity: `SEV2`; `not known` without one.
  package func severityName(_ level: Int?) -> String {
    guard let level else { return "severity not known" }
    return severity(level)?.name ?? "SEV\(level)"
  }
}

extension Policy {
  /// What is wrong with it, each with its place; empty when it can be used.
  package var problems: [IncidentRefusal] {
    var found: [IncidentRefusal] = []
    func object(_ place: String, _ message: String, _ hint: String) {
      found.append(IncidentRefusal(.invalidPolicy, place: place, message: message, hint: hint))
    }
    if severities.isEmpty { object("severities", "there is none", "keep at least one severity") }
    if severities.count > IncidentLimits.severitiesMax {
      object(
        "severities", "there are \(severities.count), and \(IncidentLimits.severitiesMax) are possible", "use fewer")
    }
    if severities.map(\.level) != Array(1...max(1, severities.count)) {
      object("severities", "their levels are not 1, 2, 3 and so on", "number them in order, the worst first")
    }
    if severity(levelWhenNotSaid) == nil {
      object("levelWhenNotSaid", "'\(levelWhenNotSaid)' is no severity", "name one of the levels")
    }
    if role(RoleDefinition.commander) == nil {
      object("roles", "there is no '\(RoleDefinition.commander)'", "somebody has to lead: keep that role")
    }
    if Set(roles.map(\.id)).count != roles.count { object("roles", "two have the same id", "give each its own") }
    for (index, severity) in severities.enumerated() {
      if !Self.isColour(severity.colour) {
        object("severities/\(index)/colour", "'\(severity.colour)' is not a colour", "write it as #rrggbb")
      }
      for id in severity.roles where role(id) == nil {
        object("severities/\(index)/roles", "there is no role '\(id)'", "add the role, or leave it out here")
      }
    }
    for (index, rule) in protocols.enumerated() {
      if severity(rule.severity) == nil {
        object("protocols/\(index)/severity", "'\(rule.severity)' is no severity", "name one of the levels")
      }
      if role(rule.speaker) == nil {
        object("protocols/\(index)/speaker", "there is no role '\(rule.speaker)'", "name one of the roles")
      }
      for minutes in [rule.firstWithinMinutes, rule.everyMinutes] {
        if let minutes, !(1...IncidentLimits.protocolMinutesMax).contains(minutes) {
          object(
            "protocols/\(index)", "\(minutes) minutes are outside of 1 to \(IncidentLimits.protocolMinutesMax)",
            "leave it out where no word is due")
        }
      }
    }
    if Set(protocols.map { "\($0.severity) \($0.audience)" }).count != protocols.count {
      object("protocols", "two are for the same severity and audience", "keep one of them")
    }
    return found
  }

  private static func isColour(_ text: String) -> Bool {
    text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
  }
}
