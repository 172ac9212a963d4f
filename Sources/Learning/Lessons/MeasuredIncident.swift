package import Chronology
package import Incidents

/// What is remembered of an incident to compare and to count it.
package struct MeasuredIncident: Hashable, Sendable {
  package var number: Int
  package var title: String
  package var impact: String?
  package var severity: Int?
  package var components: [String]
  package var isDrill: Bool
  package var state: IncidentState
  /// Number of its postmortem.
  package var postmortem: Int?
  package var instants: [InstantName: Instant]

  package init(
    number: Int, title: String, impact: String? = nil, severity: Int? = nil, components: [String] = [],
    isDrill: Bool = false, state: IncidentState = .resolved, postmortem: Int? = nil,
    instants: [InstantName: Instant] = [:]
  ) {
    self.number = number
    self.title = title
    self.impact = impact
    self.severity = severity
    self.components = components
    self.isDrill = isDrill
    self.state = state
    self.postmortem = postmortem
    self.instants = instants
  }

  package init(_ incident: Incident) {
    self.init(
      number: incident.number, title: incident.facts.title, impact: incident.facts.impact,
      severity: incident.facts.severity, components: incident.components, isDrill: incident.isDrill,
      state: incident.state, postmortem: incident.postmortem, instants: incident.instants.mapValues(\.at))
  }

  package var name: String { "INC-\(number)" }

  /// When it began, as far as anybody says: the impact, else when it was noticed, else when it was declared.
  package var began: Instant? { instants[.impactStarted] ?? instants[.detected] ?? instants[.declared] }

  /// Whether it was an incident of its own: neither declined nor part of another.
  package var counts: Bool { ![.declined, .merged, .cancelled].contains(state) }
}
