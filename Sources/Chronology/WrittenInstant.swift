/// A time stamp found in a text, as written.
///
/// Where no zone is stated the stamp is read at an assumed offset from UTC; where no year is stated, in an assumed year.
package struct WrittenInstant: Sendable, Hashable {
  package var instant: Instant
  /// Whether the stamp says its zone: an offset, `Z`, `UTC` or `GMT`, or a count since the Unix epoch.
  ///
  /// Other zone abbreviations are ambiguous (`CST`, `IST`) and count as unstated.
  package var isZoneStated: Bool
  package var isYearStated: Bool
  /// Bytes from the first of the stamp to the last of its zone.
  package var length: Int
  /// The offset from UTC that it was read with, in seconds.
  package var offsetSeconds: Int

  package init(
    instant: Instant, isZoneStated: Bool, isYearStated: Bool = true, length: Int, offsetSeconds: Int = 0
  ) {
    self.instant = instant
    self.isZoneStated = isZoneStated
    self.isYearStated = isYearStated
    self.length = length
    self.offsetSeconds = offsetSeconds
  }
}

extension WrittenInstant {
  /// Reads a text that is a stamp as a whole: a CSV cell, a JSON value.
  ///
  /// Blanks around it are passed over.
  ///
  /// Digits alone are seconds, milliseconds, microseconds or nanoseconds since the epoch (10, 13, 16 or 19 of them), ten
  /// digits with a fraction are seconds. A stamp without a year is read in `assumedYear`, or, where 29 February is asked
  /// of another than a leap year, in the leap year before it. Impossible dates and clock readings are refused.
  package init?(parsing text: some StringProtocol, assumedOffsetSeconds: Int = 0, assumedYear: Int = 2000) {
    let bytes = Array(text.utf8)
    let assumptions = StampAssumptions(offsetSeconds: assumedOffsetSeconds, year: assumedYear)
    guard let stamp = WrittenInstant(parsing: bytes.span, assumptions: assumptions) else { return nil }
    self = stamp
  }

  /// Reads bytes that are a stamp as a whole; see ``init(parsing:assumedOffsetSeconds:assumedYear:)``.
  package init?(parsing bytes: Span<UInt8>, assumptions: StampAssumptions) {
    var from = 0
    var to = bytes.count
    while from < to, bytes[from] == 32 || bytes[from] == 9 { from += 1 }
    while to > from, bytes[to - 1] == 32 || bytes[to - 1] == 9 || bytes[to - 1] == 13 { to -= 1 }
    for layout in StampLayout.allCases {
      if let stamp = layout.scan(bytes, at: from, assumptions: assumptions), from + stamp.length == to {
        self = stamp
        return
      }
    }
    return nil
  }
}

/// What stands in for the parts that a stamp does not state.
package struct StampAssumptions: Sendable, Hashable {
  package var offsetSeconds: Int
  package var year: Int

  package init(offsetSeconds: Int = 0, year: Int = 2000) {
    self.offsetSeconds = offsetSeconds
    self.year = year
  }
}
