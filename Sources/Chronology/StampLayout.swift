/// One way to write a time stamp.
///
/// A source keeps to few of them, so a reader finds out which and then scans only that.
///
/// Scanning works in place on the bytes, allocates nothing, and refuses dates and clock readings that do not exist.
package enum StampLayout: UInt8, Sendable, CaseIterable {
  /// `2026-11-22T13:42:13.331Z`, `2026/11/22 13:42:13`, `2026.11.22 13:42`, `2026-11-22-13.42.13.331870`, all with or
  /// without a fraction (point or comma) and a zone.
  case yearFirst
  /// ISO 8601 basic format: `20261122T134213Z`, `20261122 134213.5`, `20261122134213`.
  case basic
  /// `20261122-13:42:13:331`, the clock's numbers with or without leading zeros.
  case basicColons
  /// `261122 134213`: two digits of the year.
  case shortBasic
  /// `22/Nov/2026:13:42:13 +0000`, `22 Nov 2026 13:42:13.331`, `22-Nov-2026 13:42:13`, `Sun, 22 Nov 2026 13:42:13 GMT`.
  case dayMonthName
  /// `Nov 22 13:42:13` (RFC 3164), `Nov 22 2026 13:42:13`, `Nov 22, 2026 1:42:13 PM`.
  case monthName
  /// `Sun Nov 22 13:42:13 2026` as the C library's `ctime` and `date` write it.
  case weekdayFirst
  /// `22/11/2026 13:42:13`, `22.11.2026 13:42:13`.
  case dayFirst
  /// `11/22/2026 13:42:13`, taken only where the second number is no month.
  case monthFirst
  /// `26/11/22 13:42:13`.
  case shortYearFirst
  /// `11-22 13:42:13.331` (Android), `11.22 13:42:13`.
  case monthDay
  /// `I1122 13:42:13.331870` (klog), `I20261122 13:42:13.331870` (glog).
  case levelLetter
  /// Digits since 1970-01-01: 10 (seconds, with or without a fraction), 13, 16 or 19; from the years 2000 to 2100.
  case epoch
}

extension StampLayout {
  /// Reads the stamp that begins at `start`; nil when none of this layout does.
  package func scan(_ bytes: Span<UInt8>, at start: Int, assumptions: StampAssumptions) -> WrittenInstant? {
    switch self {
    case .yearFirst: Self.scanYearFirst(bytes, start, assumptions)
    case .basic: Self.scanBasic(bytes, start, assumptions)
    case .basicColons: Self.scanBasicColons(bytes, start, assumptions)
    case .shortBasic: Self.scanShortBasic(bytes, start, assumptions)
    case .dayMonthName: Self.scanDayMonthName(bytes, start, assumptions)
    case .monthName: Self.scanMonthName(bytes, start, assumptions)
    case .weekdayFirst: Self.scanWeekdayFirst(bytes, start, assumptions)
    case .dayFirst: Self.scanDayFirst(bytes, start, assumptions)
    case .monthFirst: Self.scanMonthFirst(bytes, start, assumptions)
    case .shortYearFirst: Self.scanShortYearFirst(bytes, start, assumptions)
    case .monthDay: Self.scanMonthDay(bytes, start, assumptions)
    case .levelLetter: Self.scanLevelLetter(bytes, start, assumptions)
    case .epoch: Self.scanEpoch(bytes, start)
    }
  }

  /// The first layout that reads a stamp at `start`, with what it read.
  ///
  /// Lines that cannot begin a stamp cost one look.
  package static func detect(
    _ bytes: Span<UInt8>, at start: Int, assumptions: StampAssumptions
  ) -> (layout: StampLayout, stamp: WrittenInstant)? {
    guard start + 10 <= bytes.count else { return nil }
    let first = bytes[start]
    let isDigit = first &- 48 < 10
    guard isDigit || (first | 0x20) &- 97 < 26 else { return nil }
    for layout in isDigit ? Self.digitsFirst : Self.lettersFirst {
      if let stamp = layout.scan(bytes, at: start, assumptions: assumptions) { return (layout, stamp) }
    }
    return nil
  }

  private static let digitsFirst: [StampLayout] = [
    .yearFirst, .basicColons, .basic, .shortBasic, .dayMonthName, .dayFirst, .monthFirst, .shortYearFirst, .monthDay,
    .epoch,
  ]
  private static let lettersFirst: [StampLayout] = [.monthName, .weekdayFirst, .dayMonthName, .levelLetter]
}
