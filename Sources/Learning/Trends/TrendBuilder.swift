package import Chronology
internal import Incidents
internal import Postmortems

/// Reckons trends from cases that a reader may know of.
package struct TrendBuilder {
  private let query: TrendQuery
  private let now: Instant
  /// Ours, no drill, within the query.
  private let cases: [LearnedCase]
  private let drillCount: Int
  private let undatedCount: Int

  /// `cases` are all that may be told of; others' postmortems and drills are left out here.
  package init(_ cases: [LearnedCase], _ query: TrendQuery, now: Instant) {
    self.query = query
    self.now = now
    let fitting = cases.filter { $0.isOurs && ($0.incident?.counts ?? true) && Self.fits($0, query) }
    let real = fitting.filter { !$0.isDrill }
    // In an order of their own, whatever order they came in.
    self.cases = real.sorted { Self.key($0) < Self.key($1) }
    drillCount = fitting.count - real.count
    undatedCount = real.count { $0.incident != nil && $0.began == nil }
  }

  private static func key(_ known: LearnedCase) -> (Int64, Int, Int) {
    (known.began?.nanoseconds ?? .min, known.incident?.number ?? 0, known.lesson?.number ?? 0)
  }

  private static func fits(_ known: LearnedCase, _ query: TrendQuery) -> Bool {
    if let component = query.component, !known.components.contains(component) { return false }
    if let severity = query.severity, known.severity != severity { return false }
    guard query.from != nil || query.until != nil else { return true }
    guard let day = known.began?.clock().date else { return false }
    return (query.from.map { day >= $0 } ?? true) && (query.until.map { day <= $0 } ?? true)
  }

  package func report() -> TrendReport {
    TrendReport(
      from: query.from, until: query.until, component: query.component, severity: query.severity, now: now,
      incidentCount: cases.count { $0.incident != nil }, drillCount: drillCount, undatedCount: undatedCount,
      spans: [
        span(.toDetect, "to detect"), span(.toFirstWord, "to first word"), span(.toMitigate, "to mitigate"),
        span(.toResolve, "to resolve"),
      ], factorKinds: factorKinds, recurring: FactorClusters(cases.compactMap(\.lesson)).recurring(),
      actions: actions, indicators: indicators)
  }

  // MARK: Spans

  private enum Length {
    case point(Distribution.Point)
    case open(Distribution.Point)
    case missing(String)
    case invalid(String)
  }

  private func span(_ span: IncidentSpan, _ name: String) -> SpanTrend {
    let measured = cases.compactMap { known in
      known.incident.map { (month: known.began.map(Self.month), length: length(span, of: $0)) }
    }
    let months = Set(measured.compactMap(\.month)).sorted()
    return SpanTrend(
      span: span.rawValue, name: name, whole: Self.distribution(measured.map(\.length)),
      months: months.map { month in
        MonthTrend(
          month: month, distribution: Self.distribution(measured.filter { $0.month == month }.map(\.length)))
      })
  }

  private func length(_ span: IncidentSpan, of incident: MeasuredIncident) -> Length {
    let ends = span.ends
    guard let from = incident.instants[ends.from] else { return .missing(incident.name) }
    guard let to = incident.instants[ends.to] else {
      // What is over has no end to wait for: nobody wrote it down.
      guard isOpen(span, incident), now >= from else { return .missing(incident.name) }
      return .open(Distribution.Point(incident: incident.name, at: from, seconds: now.seconds(since: from)))
    }
    guard to >= from else { return .invalid(incident.name) }
    return .point(Distribution.Point(incident: incident.name, at: from, seconds: to.seconds(since: from)))
  }

  private func isOpen(_ span: IncidentSpan, _ incident: MeasuredIncident) -> Bool {
    switch span {
    case .toMitigate: incident.state.isRunning && incident.state != .mitigated
    default: incident.state.isRunning
    }
  }

  private static func distribution(_ lengths: [Length]) -> Distribution {
    var points: [Distribution.Point] = []
    var open: [Distribution.Point] = []
    var missing: [String] = []
    var invalid: [String] = []
    for length in lengths {
      switch length {
      case .point(let point): points.append(point)
      case .open(let point): open.append(point)
      case .missing(let name): missing.append(name)
      case .invalid(let name): invalid.append(name)
      }
    }
    return Distribution(points: points, open: open, missing: missing, invalid: invalid)
  }

  static func month(_ instant: Instant) -> String { month(instant.clock().date) }

  static func month(_ day: CivilDate) -> String { "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)" }

  // MARK: Factors and actions

  private var factorKinds: [FactorKindTrend] {
    Factor.Kind.allCases.map { kind in
      let counts = cases.compactMap(\.lesson).map { lesson in lesson.factors.count { $0.kind == kind } }
      return FactorKindTrend(
        kind: kind, factorCount: counts.reduce(0, +), postmortemCount: counts.count { $0 > 0 })
    }
  }

  private var actions: [ActionMonth] {
    let today = now.clock().date
    var months: [String: ActionMonth] = [:]
    for action in cases.flatMap({ $0.lesson?.actions ?? [] }) {
      let month = action.due.map(Self.month)
      var counts = months[month ?? ""] ?? ActionMonth(month: month)
      switch action.state {
      case .declined: counts.declined += 1
      case .done, .verified:
        let finished = action.finished?.clock().date
        if let due = action.due {
          if finished.map({ $0 <= due }) ?? false { counts.onTime += 1 } else { counts.late += 1 }
        } else {
          counts.doneWithoutDay += 1
        }
      case .proposed, .accepted:
        if let due = action.due, due < today { counts.overdue += 1 } else { counts.open += 1 }
      }
      months[month ?? ""] = counts
    }
    return months.values.sorted { ($0.month ?? "~") < ($1.month ?? "~") }
  }

  // MARK: Early indicators

  private struct Seen {
    var pattern: EvidencePattern
    var incident: String
    /// Nil: not before the impact.
    var lead: Double?
  }

  private var indicators: [EarlyIndicator] {
    var seen: [String: [Seen]] = [:]
    for known in cases.reversed() {
      guard let name = known.incident?.name,
        let start = known.incident?.instants[.impactStarted] ?? known.onset
      else { continue }
      for pattern in known.patterns {
        let lead = start.seconds(since: pattern.at)
        let isBefore = lead > 0 && lead <= LearningLimits.leadSecondsMax
        seen[pattern.shape, default: []].append(
          Seen(pattern: pattern, incident: name, lead: isBefore ? lead : nil))
      }
    }
    let found = seen.values.compactMap(Self.indicator)
    return Array(
      found.sorted { left, right in
        (right.sightings.count, right.medianLeadSeconds, left.pattern)
          < (left.sightings.count, left.medianLeadSeconds, right.pattern)
      }.prefix(LearningLimits.recurringMax))
  }

  /// Nil where it came before the impact in fewer than two.
  private static func indicator(_ all: [Seen]) -> EarlyIndicator? {
    let sightings = all.compactMap { seen in
      seen.lead.map { EarlyIndicator.Sighting(incident: seen.incident, leadSeconds: $0) }
    }
    guard sightings.count >= 2, let first = all.first(where: { $0.lead != nil }),
      let median = Distribution.quantile(0.5, of: sightings.map(\.leadSeconds).sorted())
    else { return nil }
    return EarlyIndicator(
      pattern: first.pattern.title, service: first.pattern.service, sightings: sightings, medianLeadSeconds: median,
      otherIncidents: all.filter { $0.lead == nil }.map(\.incident))
  }
}

extension Lesson.LessonAction {
  /// When it was done for the last time; nil while it is not.
  var finished: Instant? {
    guard state == .done || state == .verified else { return nil }
    let last = steps.lastIndex { $0.state != .done && $0.state != .verified }
    let tail = steps[(last.map { $0 + 1 } ?? 0)...]
    return tail.first?.at
  }
}
