package import Chronology

/// Drill time: seconds since the start, as many times faster than the clock on the wall as was planned; it stands still
/// while the drill is halted.
package struct DrillClock: Codable, Hashable, Sendable {
  /// A time in which the drill is halted.
  package struct Pause: Codable, Hashable, Sendable {
    package var from: Instant
    /// Nil: still.
    package var until: Instant?

    package init(from: Instant, until: Instant? = nil) {
      self.from = from
      self.until = until
    }
  }

  package var start: Instant
  package var speed: Int
  /// In order, none beginning before the last has ended.
  package var pauses: [Pause] = []
  /// When the drill was over.
  package var end: Instant?

  package init(start: Instant, speed: Int) {
    self.start = start
    self.speed = min(max(speed, 1), DrillLimits.speedMax)
  }

  /// Seconds of drill time at an instant; 0 before the start, and none pass after the end.
  ///
  /// Never goes back as instants go on.
  package func seconds(at instant: Instant) -> Double {
    let now = end.map { min($0, instant) } ?? instant
    guard now > start else { return 0 }
    var halted: Int64 = 0
    for pause in pauses {
      let from = min(max(pause.from, start), now)
      let until = min(max(pause.until ?? now, from), now)
      halted += until.nanoseconds - from.nanoseconds
    }
    return Double(max(0, now.nanoseconds - start.nanoseconds - halted)) / 1e9 * Double(speed)
  }

  /// The instant at which a second of drill time is reached; nil where the drill is halted or over before it.
  package func instant(ofSecond second: Int) -> Instant? {
    var at = start
    var left = Double(max(second, 0)) / Double(speed)
    for pause in pauses {
      let runs = max(0, pause.from.seconds(since: at))
      if left <= runs { break }
      left -= runs
      guard let until = pause.until else { return nil }
      at = max(at, until)
    }
    let instant = at.advanced(bySeconds: left)
    if let end, instant > end { return nil }
    return instant
  }

  /// Whether the drill is halted at an instant.
  package func isHalted(at instant: Instant) -> Bool {
    pauses.contains { $0.from <= instant && ($0.until.map { instant < $0 } ?? true) }
  }
}
