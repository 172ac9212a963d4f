package import Chronology

/// How far an incident is, in the words that people outside are used to.
package enum PublicIncidentState: String, Codable, CaseIterable, Hashable, Sendable {
  case investigating, identified, monitoring, resolved
}

/// How much an incident takes away from customers.
package enum PublicImpact: String, Codable, CaseIterable, Hashable, Comparable, Sendable {
  case none, minor, major, critical

  package static func < (left: PublicImpact, right: PublicImpact) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .none: 0
    case .minor: 1
    case .major: 2
    case .critical: 3
    }
  }
}

/// An incident as the public sees it.
package struct PublicIncident: Codable, Hashable, Sendable {
  package var id: PublicID
  /// What happens, in plain words: "Card payments fail for some orders".
  package var title: String
  package var state: PublicIncidentState
  package var impact: PublicImpact
  /// When customers first felt it; nil when that is not known.
  package var started: Instant?
  /// When it was first published.
  package var created: Instant
  package var resolved: Instant?
  package var components: [PublicID]
  /// Newest first.
  package var updates: [PublicUpdate<PublicIncidentState>]
  /// Where the public postmortem can be read; an http address.
  package var postmortem: String?

  package init(
    id: PublicID, title: String, state: PublicIncidentState, impact: PublicImpact, started: Instant? = nil,
    created: Instant, resolved: Instant? = nil, components: [PublicID] = [],
    updates: [PublicUpdate<PublicIncidentState>], postmortem: String? = nil
  ) {
    self.id = id
    self.title = title
    self.state = state
    self.impact = impact
    self.started = started
    self.created = created
    self.resolved = resolved
    self.components = components
    self.updates = updates
    self.postmortem = postmortem
  }

  package var isOpen: Bool { state != .resolved }

  /// When anything of it last changed.
  package var updated: Instant {
    updates.map(\.updated).reduce(max(created, resolved ?? created)) { max($0, $1) }
  }
}
