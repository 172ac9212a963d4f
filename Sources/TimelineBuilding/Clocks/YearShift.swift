import Chronology

/// By how many whole years a log without years has to be moved to lie with the others.
enum YearShift {
  private static let daySeconds = 86_400.0
  /// A log that ends within half a year of the others has the right year.
  private static let nearSeconds = 183 * daySeconds

  /// Nanoseconds to add; 0 when the log lies with the others already.
  static func nanoseconds(_ span: TimeSpan, into window: TimeSpan) -> Int64 {
    guard distance(span.to, window) > nearSeconds else { return 0 }
    let (date, _, _) = span.to.clock()
    let year = window.to.clock().date.year
    let shifts = [year - 1, year, year + 1].map { candidate in
      let moved = CivilDate(year: candidate, month: date.month, day: date.day)
      return Int64(moved.daysSinceEpoch - date.daysSinceEpoch) * 86_400_000_000_000
    }
    return shifts.min {
      distance(span.to.advanced(byNanoseconds: $0), window) < distance(span.to.advanced(byNanoseconds: $1), window)
    } ?? 0
  }

  private static func distance(_ instant: Instant, _ window: TimeSpan) -> Double {
    max(window.from.seconds(since: instant), instant.seconds(since: window.to), 0)
  }
}
