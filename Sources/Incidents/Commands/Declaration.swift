package import Chronology

/// What somebody says when they declare an incident; all but the title can be left for later.
package struct Declaration: Codable, Hashable, Sendable {
  package var title: String
  /// Level; nil: as the policy says, in doubt the higher.
  package var severity: Int?
  /// What users feel.
  package var impact: String
  /// Identifiers of components.
  package var components: [String]
  package var isPrivate: Bool
  package var isDrill: Bool
  /// Who leads from now on; nil: nobody yet.
  package var commander: String?
  /// Nil is active.
  ///
  /// Any state that is over records a past incident.
  package var state: IncidentState?
  package var instants: [InstantName: Instant]
  /// Seconds of a drill in one second; nil is 1.
  package var pace: Int?

  package init(
    title: String, severity: Int? = nil, impact: String = "", components: [String] = [], isPrivate: Bool = false,
    isDrill: Bool = false, commander: String? = nil, state: IncidentState? = nil,
    instants: [InstantName: Instant] = [:], pace: Int? = nil
  ) {
    self.title = title
    self.severity = severity
    self.impact = impact
    self.components = components
    self.isPrivate = isPrivate
    self.isDrill = isDrill
    self.commander = commander
    self.state = state
    self.instants = instants
    self.pace = pace
  }
}

extension Declaration {
  /// The events that a declaration comes to.
  package func events(policy: Policy, components known: [String], at now: Instant) throws(IncidentRefusal)
    -> [DecidedEvent]
  {
    let title = try TextCheck.line(title, "title", max: IncidentLimits.titleScalarsMax)
    let impact = try TextCheck.optional(impact, "impact", max: IncidentLimits.textScalarsMax)
    let level = severity ?? policy.levelWhenNotSaid
    guard policy.severity(level) != nil else { throw .unknown(severity: level, in: policy) }
    try CommandCheck.components(components, known: known)
    let state = state ?? .active
    guard state != .merged else {
      throw IncidentRefusal(
        .wrongState, place: "state", message: "an incident cannot begin as merged",
        hint: "declare it, then merge it into the other one")
    }
    for (name, instant) in instants { try CommandCheck.instant(instant, "instants/\(name.rawValue)", now: now) }
    // What is declared afterwards stands in the timeline where it belongs.
    let claimed = instants[.declared]
    var events = [
      DecidedEvent(
        .declared(
          IncidentDeclaration(
            title: title, severity: level, state: state, impact: impact, components: components, isPrivate: isPrivate,
            isDrill: isDrill, isBackfilled: !state.isRunning, instants: instants,
            pace: isDrill ? pace : nil)), claimed: claimed)
    ]
    if let commander, !commander.isEmpty {
      let person = try TextCheck.line(commander, "commander", max: IncidentLimits.nameScalarsMax)
      events.append(
        DecidedEvent(.roleAssigned(RoleAssignment(role: RoleDefinition.commander, person: person)), claimed: claimed))
    }
    return events
  }
}
