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
    let fitting = cases.filter { $0.isOurs && ($0.incident?.counts ?? true) && query.asksFor($0) }
    let real = fitting.filter { !$0.isDrill }
    // In an order of their own, whatever order they came in.
    self.cases = real.sorted { Self.key($0) < Self.key($1) }
    drillCount = fitting.count - real.count
    undatedCount = real.count { $0.incident != nil && $0.began == nil }
  }

  private static func key(_ known: LearnedCase) -> (Int64, Int, Int) {
    (known.began?.nanoseconds ?? .min, known.incident?.number ?? 0, known.lesson?.number ?? 0)
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
    var all: [Length] = []
    var months: [Int: [Length]] = [:]
    for known in cases {
      guard let incident = known.incident else { continue }
      let length = length(span, of: incident)
      all.append(length)
      if let began = known.began {
        months[Self.month(began.clock().date), default: []].append(length)
      }
    }
    return SpanTrend(
      span: span.rawValue, name: name, whole: Self.distribution(all),
      months: months.sorted { $0.key < $1.key }.map { month, lengths in
        MonthTrend(month: Self.text(month: month), distribution: Self.distribution(lengths))
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

  /// Months in their order.
  private static func month(_ day: CivilDate) -> Int { day.year * 12 + day.month - 1 }

  /// `2026-03`.
  private static func text(month: Int) -> String {
    let number = month % 12 + 1
    return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
  }

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
    // Those without a day come last.
    var months: [Int: ActionMonth] = [:]
    for known in cases {
      for action in known.lesson?.actions ?? [] {
        let month = action.due.map(Self.month)
        Self.count(
          action, today,
          in: &months[month ?? .max, default: ActionMonth(month: month.map(Self.text))])
      }
    }
    return months.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func count(
    _ action: Lesson.LessonAction, _ today: CivilDate, in month: inout ActionMonth
  ) {
    switch action.state {
    case .declined: month.declined += 1
    case .done, .verified:
      guard let due = action.due else {
        month.doneWithoutDay += 1
        return
      }
      let finished = action.finished?.clock().date
      if finished.map({ $0 <= due }) ?? false { month.onTime += 1 } else { month.late += 1 }
    case .proposed, .accepted:
      if let due = action.due, due < today { month.overdue += 1 } else { month.open += 1 }
    }
  }

  // MARK: Early indicators

  private struct Seen {
    var pattern: EvidencePattern
    var incident: String
    /// Nil: not before the impact.
    var lead: Double?
  }

  private var indicators: [EarlyIndicator] {
    let names = PatternNames(cases.lazy.flatMap(\.patterns))
    var seen: [EvidencePattern.Key: [Seen]] = [:]
    for known in cases.reversed() {
      guard let name = known.incident?.name,
        let start = known.incident?.instants[.impactStarted] ?? known.onset
      else { continue }
      for pattern in known.patterns {
        let lead = start.seconds(since: pattern.at)
        let isBefore = lead > 0 && lead <= LearningLimits.leadSecondsMax
        seen[names.name(of: pattern), default: []].append(
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
