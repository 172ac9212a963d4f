import Chronology

/// Writes instants as a draft shows them, in one zone.
struct DraftClock: Sendable {
  let zoneLabel: String
  let offsetSeconds: @Sendable (Instant) -> Int

  /// `2012-08-01 09:30:00`.
  func dated(_ instant: Instant) -> String { "\(date(instant)) \(timed(instant))" }

  /// `2012-08-01`.
  func date(_ instant: Instant) -> String {
    String(instant.rfc3339(offsetSeconds: offsetSeconds(instant)).prefix(10))
  }

  /// `09:30:00`.
  func timed(_ instant: Instant) -> String {
    instant.clock(offsetSeconds: offsetSeconds(instant)).time
  }

  /// `2012-08-01T09:30:00-04:00`: to the second, for front matter.
  func stated(_ instant: Instant) -> String {
    Instant(nanoseconds: instant.nanoseconds, fractionDigits: 0).rfc3339(offsetSeconds: offsetSeconds(instant))
  }
}
