package import Chronology
package import Incidents

/// Which incidents a list shows.
package struct IncidentQuery: Hashable, Sendable {
  /// Nil: all.
  package var states: Set<IncidentState>?
  package var severity: Int?
  package var component: String?
  /// Words that stand in title or impact, all of them.
  package var words: String?
  /// Nil: drills and others.
  package var isDrill: Bool?
  /// As the list was known then; nil: now.
  package var asOf: Instant?
  /// Those older than this one.
  package var before: IncidentID?
  package var limit: Int

  package init(
    states: Set<IncidentState>? = nil, severity: Int? = nil, component: String? = nil, words: String? = nil,
    isDrill: Bool? = nil, asOf: Instant? = nil, before: IncidentID? = nil, limit: Int = 50
  ) {
    self.states = states
    self.severity = severity
    self.component = component
    self.words = words
    self.isDrill = isDrill
    self.asOf = asOf
    self.before = before
    self.limit = limit
  }

  /// Those that somebody is working on.
  package static let running = IncidentQuery(
    states: Set(IncidentState.allCases.filter(\.isRunning)), limit: ViewLimits.listedIncidentsMax)
}

/// One part of a list of incidents, newest first.
package struct IncidentListing: Sendable {
  package var items: [IncidentSummary]
  /// Whether there are older ones.
  package var hasMore: Bool
  /// As it was known then; nil: now.
  package var asOf: Instant?

  package init(items: [IncidentSummary], hasMore: Bool, asOf: Instant?) {
    self.items = items
    self.hasMore = hasMore
    self.asOf = asOf
  }
}

/// A near miss as it was reported.
package struct NearMissView: Sendable {
  package var number: Int
  package var content: NearMiss
  package var reported: Instant
  package var by: String

  package init(number: Int, content: NearMiss, reported: Instant, by: String) {
    self.number = number
    self.content = content
    self.reported = reported
    self.by = by
  }
}

/// The policy, with what a writer must have seen to replace it.
package struct PolicyView: Sendable {
  package var policy: Policy
  /// 0: nobody has set one, and it is what a team begins with.
  package var version: Int64

  package init(policy: Policy, version: Int64) {
    self.policy = policy
    self.version = version
  }
}

/// A change to an incident as those who follow along hear of it.
package struct IncidentChange: Sendable {
  /// Of the whole record; not to be shown to anybody: its gaps tell of what they may not see.
  package var position: Int64
  package var incident: IncidentID
  package var version: Int64
  package var kind: String
  package var recorded: Instant

  package init(position: Int64, incident: IncidentID, version: Int64, kind: String, recorded: Instant) {
    self.position = position
    self.incident = incident
    self.version = version
    self.kind = kind
    self.recorded = recorded
  }
}
