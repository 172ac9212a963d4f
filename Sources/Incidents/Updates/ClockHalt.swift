package import Chronology

/// A time in which the clock of a drill's incident stands still: what is due comes so much later.
package struct ClockHalt: Codable, Hashable, Sendable {
  package var from: Instant
  /// Nil: still.
  package var until: Instant?

  package init(from: Instant, until: Instant? = nil) {
    self.from = from
    self.until = until
  }
}

extension [ClockHalt] {
  /// When something comes that was to come at an instant, counted from a start: each halt in between pushes it back.
  ///
  /// A halt that still lasts pushes nothing yet: how long it lasts is not known; see ``standstill``.
  package func pushed(_ due: Instant, from start: Instant) -> Instant {
    var due = due
    for halt in self {
      guard let until = halt.until, until > start else { continue }
      let from = Swift.max(halt.from, start)
      guard from < due else { break }
      due = due.advanced(bySeconds: until.seconds(since: from))
    }
    return due
  }

  /// Since when the clock stands still; nil while it goes.
  package var standstill: Instant? { last.flatMap { $0.until == nil ? $0.from : nil } }
}
