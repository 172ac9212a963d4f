package import Chronology
package import Postmortems

/// Which incidents trends count; nil asks for nothing.
package struct TrendQuery: Hashable, Sendable {
  /// Days of UTC on which the incident began.
  package var from: CivilDate?
  package var until: CivilDate?
  package var component: String?
  package var severity: Int?

  package init(
    from: CivilDate? = nil, until: CivilDate? = nil, component: String? = nil, severity: Int? = nil
  ) {
    self.from = from
    self.until = until
    self.component = component
    self.severity = severity
  }

  /// Whether a case is among those that are asked for.
  func asksFor(_ known: LearnedCase) -> Bool {
    if let component, !known.components.contains(component) { return false }
    if let severity, known.severity != severity { return false }
    guard from != nil || until != nil else { return true }
    guard let day = known.began?.clock().date else { return false }
    return (from.map { day >= $0 } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

/// How incidents and actions develop: numbers with what they count, none of them about people or teams.
package struct TrendReport: Codable, Hashable, Sendable {
  /// As asked for; nil: no bound.
  package var from: CivilDate?
  package var until: CivilDate?
  package var component: String?
  package var severity: Int?
  /// When it was reckoned: open ones have lasted until then.
  package var now: Instant
  /// Incidents that are counted.
  package var incidentCount: Int
  /// Drills that would fit and are left out.
  package var drillCount: Int
  /// Incidents of which nobody says when they began; they are in no month.
  package var undatedCount: Int
  /// To detect, to first word, to mitigate, to resolve.
  package var spans: [SpanTrend]
  /// By kind, in the order in which kinds are listed.
  package var factorKinds: [FactorKindTrend]
  /// The most frequent first.
  package var recurring: [RecurringFactor]
  /// By the month in which they are due, oldest first; the last one without a month: no day was set.
  package var actions: [ActionMonth]
  /// Seen before the impact in more than one incident; in most incidents first.
  package var indicators: [EarlyIndicator]
}

/// One span over all incidents that are counted.
package struct SpanTrend: Codable, Hashable, Sendable {
  /// `time-to-detect`, `time-to-first-word`, `time-to-mitigate`, `time-to-resolve`.
  package var span: String
  /// `to detect`.
  package var name: String
  package var whole: Distribution
  /// By the month of the beginning, oldest first; months without an incident are left out.
  package var months: [MonthTrend]
}

/// One month of a span.
package struct MonthTrend: Codable, Hashable, Sendable {
  /// `2026-03`.
  package var month: String
  package var distribution: Distribution
}

/// How many postmortems have a factor of a kind.
package struct FactorKindTrend: Codable, Hashable, Sendable {
  package var kind: Factor.Kind
  package var factorCount: Int
  package var postmortemCount: Int
}

/// Near-same factors of several postmortems.
package struct RecurringFactor: Codable, Hashable, Sendable {
  package struct Place: Codable, Hashable, Sendable {
    /// `PM-3`.
    package var postmortem: String
    /// `INC-12`; nil without one.
    package var incident: String?
    package var factor: Int
    package var text: String
  }

  /// As the first of them has it.
  package var text: String
  package var kind: Factor.Kind
  /// Words that all of them have.
  package var words: [String]
  package var places: [Place]
}

/// Actions that are due in one month.
package struct ActionMonth: Codable, Hashable, Sendable {
  /// `2026-03`; nil: no day was set.
  package var month: String?
  /// Done on their day or before.
  package var onTime: Int
  package var late: Int
  /// Not done, and their day is still to come.
  package var open: Int
  /// Not done, and their day has passed.
  package var overdue: Int
  /// Done, of those without a day.
  package var doneWithoutDay: Int
  package var declined: Int

  package init(month: String?) {
    self.month = month
    onTime = 0
    late = 0
    open = 0
    overdue = 0
    doneWithoutDay = 0
    declined = 0
  }
}

/// A pattern of evidence that came before the impact in more than one incident.
package struct EarlyIndicator: Codable, Hashable, Sendable {
  package struct Sighting: Codable, Hashable, Sendable {
    package var incident: String
    /// Seconds from the pattern to the impact.
    package var leadSeconds: Double
  }

  /// As it reads in the newest of them.
  package var pattern: String
  package var service: String?
  /// The newest incident first.
  package var sightings: [Sighting]
  package var medianLeadSeconds: Double
  /// Incidents in which it was seen, but not before the impact.
  package var otherIncidents: [String]
}
