package import Chronology

/// That a component was in a state from an instant on.
package struct StateChange: Codable, Hashable, Sendable {
  package var instant: Instant
  package var state: ComponentState

  package init(instant: Instant, state: ComponentState) {
    self.instant = instant
    self.state = state
  }
}

/// From when to when something touched a component; without an end, it still does.
package struct TouchedSpan: Hashable, Sendable {
  package var incident: PublicID
  package var from: Instant
  package var until: Instant?

  package init(incident: PublicID, from: Instant, until: Instant?) {
    self.incident = incident
    self.from = from
    self.until = until
  }
}

extension DayRecord {
  private static let dayNanoseconds: Int64 = 86_400 * 1_000_000_000

  /// One record for each of the last days in UTC, the newest last, its day being the one of `now`.
  ///
  /// A day has the worst state that held in any part of it. Before the first change nothing is known, and a day that
  /// was watched in part has what is known of it. `changes` may be in any order; of several at one instant the last
  /// in the array holds.
  package static func history(
    changes: [StateChange], spans: [TouchedSpan] = [], until now: Instant, dayCount: Int = StatusReport.historyDays
  ) -> [DayRecord] {
    let ordered = changes.enumerated().filter { $0.element.instant <= now }
      .sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }.map(\.element)
    let today = now.clock().date.daysSinceEpoch
    var position = 0
    var state: ComponentState?
    return (max(0, today - dayCount + 1)...max(0, today)).map { day in
      let begin = Instant(nanoseconds: Int64(day) * dayNanoseconds)
      let end = begin.advanced(byNanoseconds: dayNanoseconds)
      while position < ordered.count, ordered[position].instant <= begin {
        state = ordered[position].state
        position += 1
      }
      var worst = state
      while position < ordered.count, ordered[position].instant < end {
        state = ordered[position].state
        if let state, state.weight >= worst?.weight ?? 0 { worst = state }
        position += 1
      }
      let touching = spans.filter { $0.from < end && $0.from <= now && ($0.until ?? now) >= begin }
      return DayRecord(date: CivilDate(daysSinceEpoch: day), worst: worst, incidents: touching.map(\.incident))
    }
  }
}

extension PublicComponent {
  /// Exactly ``StatusReport/historyDays`` days up to the one of `now`; what is missing is unknown.
  package func fullHistory(until now: Instant) -> [DayRecord] {
    let known = Dictionary(days.map { ($0.date, $0) }) { _, later in later }
    let today = now.clock().date.daysSinceEpoch
    return (0..<StatusReport.historyDays).reversed().map { age in
      let date = CivilDate(daysSinceEpoch: today - age)
      return known[date] ?? DayRecord(date: date, worst: nil)
    }
  }
}
