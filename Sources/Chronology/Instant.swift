/// A point in time: nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted, 1677 to 2262.
///
/// It remembers how many digits of the second its source wrote, so that it is shown as exactly as it was known and no
/// more so. Two instants are equal when they are the same nanosecond, however many digits either was written with.
package struct Instant: Sendable {
  /// Nanoseconds since the Unix epoch.
  package let nanoseconds: Int64
  /// Digits of the second that the source wrote: 0 to 9.
  package let fractionDigits: UInt8

  package init(nanoseconds: Int64, fractionDigits: UInt8 = 9) {
    self.nanoseconds = nanoseconds
    self.fractionDigits = min(fractionDigits, 9)
  }

  /// Whole seconds since the Unix epoch.
  ///
  /// Traps outside 1677 to 2262.
  package init(seconds: Int64) {
    self.init(nanoseconds: seconds * 1_000_000_000, fractionDigits: 0)
  }

  /// Seconds from `other` to this instant; negative when this one is earlier.
  package func seconds(since other: Instant) -> Double {
    Double(nanoseconds - other.nanoseconds) / 1e9
  }

  /// The instant `seconds` later, with the same number of digits.
  package func advanced(bySeconds seconds: Double) -> Instant {
    Instant(nanoseconds: nanoseconds + Int64((seconds * 1e9).rounded()), fractionDigits: fractionDigits)
  }

  /// The instant `nanoseconds` later, with the same number of digits.
  package func advanced(byNanoseconds delta: Int64) -> Instant {
    Instant(nanoseconds: nanoseconds + delta, fractionDigits: fractionDigits)
  }
}

extension Instant: Hashable, Comparable {
  package static func == (left: Instant, right: Instant) -> Bool { left.nanoseconds == right.nanoseconds }
  package static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }
  package func hash(into hasher: inout Hasher) { hasher.combine(nanoseconds) }
}
