/// Layouts made of numbers alone.
extension StampLayout {
  /// Puts date and clock together; nil when the date does not exist or lies outside the range of ``Instant``.
  @inline(__always)
  static func join(
    year: Int?, month: Int, day: Int, clock: StampClock, start: Int, assumptions: StampAssumptions
  ) -> WrittenInstant? {
    var date = CivilDate(year: year ?? assumptions.year, month: month, day: day)
    guard (1...12).contains(month), day >= 1, day <= Self.longestMonths[month - 1] else { return nil }
    if day > 28, !date.exists {
      guard year == nil, month == 2 else { return nil }
      while !date.exists { date.year -= 1 }
    }
    guard (1678...2261).contains(date.year) else { return nil }
    let offset = clock.isZoneStated ? clock.offsetSeconds : assumptions.offsetSeconds
    let seconds = date.daysSinceEpoch * 86_400 + clock.secondsOfDay - offset
    return WrittenInstant(
      instant: Instant(
        nanoseconds: Int64(seconds) * 1_000_000_000 + Int64(clock.nanoseconds), fractionDigits: clock.fractionDigits),
      isZoneStated: clock.isZoneStated, isYearStated: year != nil, length: clock.end - start, offsetSeconds: offset)
  }

  private static let longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  @inline(__always)
  static func scanYearFirst(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard start + 16 <= bytes.count, let year = bytes.number(at: start, width: 4) else { return nil }
    let separator = bytes[start + 4]
    guard separator == 45 || separator == 47 || separator == 46, bytes[start + 7] == separator,
      let month = bytes.number(at: start + 5, width: 2), let day = bytes.number(at: start + 8, width: 2)
    else { return nil }
    let between = bytes[start + 10]
    // `2026-11-22-13.42.13.331870` is how DB2 writes it.
    let clock =
      between == 45 && bytes.isByte(46, at: start + 13)
      ? StampClock(bytes, at: start + 11, separator: 46)
      : between == 84 || between == 32 || between == 116 || between == 95 || between == 45
        ? StampClock(bytes, at: start + 11, minutesSuffice: true) : nil
    guard let clock else { return nil }
    return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  static func scanBasic(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard let year = bytes.number(at: start, width: 4), (1970...2261).contains(year),
      let month = bytes.number(at: start + 4, width: 2), let day = bytes.number(at: start + 6, width: 2)
    else { return nil }
    var at = start + 8
    if bytes.isByte(84, at: at) || bytes.isByte(32, at: at) || bytes.isByte(45, at: at) || bytes.isByte(95, at: at) {
      at += 1
    }
    if at > start + 8, bytes.isByte(58, at: at + 2) {
      guard let clock = StampClock(bytes, at: at) else { return nil }
      return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
    }
    guard var clock = packedClock(bytes, at: at) else { return nil }
    clock.readFraction(bytes)
    clock.readZone(bytes)
    return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  static func scanShortBasic(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard bytes.isByte(32, at: start + 6), let year = bytes.number(at: start, width: 2),
      let month = bytes.number(at: start + 2, width: 2), let day = bytes.number(at: start + 4, width: 2),
      let clock = packedClock(bytes, at: start + 7)
    else { return nil }
    return join(year: 2000 + year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  /// `HHMMSS`, no more digits after it.
  private static func packedClock(_ bytes: Span<UInt8>, at start: Int) -> StampClock? {
    guard let hour = bytes.number(at: start, width: 2), let minute = bytes.number(at: start + 2, width: 2),
      let second = bytes.number(at: start + 4, width: 2), hour < 24, minute < 60, second <= 60,
      !bytes.isDigit(at: start + 6)
    else { return nil }
    var clock = StampClock(end: start + 6)
    clock.secondsOfDay = hour * 3600 + minute * 60 + second
    return clock
  }

  static func scanBasicColons(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard bytes.isByte(45, at: start + 8), let year = bytes.number(at: start, width: 4),
      let month = bytes.number(at: start + 4, width: 2), let day = bytes.number(at: start + 6, width: 2),
      var clock = looseClock(bytes, at: start + 9)
    else { return nil }
    if bytes.isByte(58, at: clock.end), bytes.isDigit(at: clock.end + 1) {
      let digits = bytes.digitCount(at: clock.end + 1, limit: 4)
      guard digits <= 3, let milliseconds = bytes.number(at: clock.end + 1, width: digits) else { return nil }
      clock.nanoseconds = milliseconds * 1_000_000
      clock.fractionDigits = 3
      clock.end += 1 + digits
    }
    return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  /// `H:M:S` with one or two digits each.
  static func looseClock(_ bytes: Span<UInt8>, at start: Int) -> StampClock? {
    guard let (hour, afterHour) = bytes.shortNumber(at: start), bytes.isByte(58, at: afterHour),
      let (minute, afterMinute) = bytes.shortNumber(at: afterHour + 1), bytes.isByte(58, at: afterMinute),
      let (second, afterSecond) = bytes.shortNumber(at: afterMinute + 1), hour < 24, minute < 60, second <= 60
    else { return nil }
    var clock = StampClock(end: afterSecond)
    clock.secondsOfDay = hour * 3600 + minute * 60 + second
    return clock
  }

  static func scanDayFirst(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard let date = slashedDate(bytes, at: start), let clock = dayClock(bytes, at: date.end) else { return nil }
    return join(
      year: date.year, month: date.second, day: date.first, clock: clock, start: start, assumptions: assumptions)
  }

  static func scanMonthFirst(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard let date = slashedDate(bytes, at: start), date.second > 12, let clock = dayClock(bytes, at: date.end)
    else { return nil }
    return join(
      year: date.year, month: date.first, day: date.second, clock: clock, start: start, assumptions: assumptions)
  }

  private static func slashedDate(
    _ bytes: Span<UInt8>, at start: Int
  ) -> (first: Int, second: Int, year: Int, end: Int)? {
    guard let (first, afterFirst) = bytes.shortNumber(at: start), afterFirst < bytes.count else { return nil }
    let separator = bytes[afterFirst]
    guard separator == 47 || separator == 46 || separator == 45,
      let (second, afterSecond) = bytes.shortNumber(at: afterFirst + 1), bytes.isByte(separator, at: afterSecond),
      let year = bytes.number(at: afterSecond + 1, width: 4), !bytes.isDigit(at: afterSecond + 5)
    else { return nil }
    return (first, second, year, afterSecond + 5)
  }

  /// The clock after a date: one blank, `T`, `:` or a comma and a blank before it, `AM` or `PM` after it.
  static func dayClock(_ bytes: Span<UInt8>, at start: Int) -> StampClock? {
    var at = start
    if bytes.isByte(44, at: at) { at += 1 }
    guard at < bytes.count, bytes[at] == 32 || bytes[at] == 58 || bytes[at] == 84 else { return nil }
    at += 1
    guard var clock = looseClock(bytes, at: at) else { return nil }
    clock.readFraction(bytes)
    clock.readHalf(bytes)
    clock.readZone(bytes)
    return clock
  }

  static func scanShortYearFirst(
    _ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions
  ) -> WrittenInstant? {
    guard start + 17 <= bytes.count, bytes[start + 2] == 47 || bytes[start + 2] == 45,
      bytes[start + 5] == bytes[start + 2],
      bytes[start + 8] == 32, let year = bytes.number(at: start, width: 2),
      let month = bytes.number(at: start + 3, width: 2), let day = bytes.number(at: start + 6, width: 2),
      let clock = StampClock(bytes, at: start + 9)
    else { return nil }
    return join(year: 2000 + year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  static func scanMonthDay(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard start + 14 <= bytes.count, bytes[start + 2] == 45 || bytes[start + 2] == 46, bytes[start + 5] == 32,
      let month = bytes.number(at: start, width: 2), let day = bytes.number(at: start + 3, width: 2),
      let clock = StampClock(bytes, at: start + 6)
    else { return nil }
    return join(year: nil, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  static func scanLevelLetter(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard start + 14 <= bytes.count else { return nil }
    switch bytes[start] {
    case 73, 87, 69, 70, 68, 86: break  // I W E F D V
    default: return nil
    }
    let digits = bytes.digitCount(at: start + 1, limit: 9)
    guard digits == 4 || digits == 8, bytes.isByte(32, at: start + 1 + digits) else { return nil }
    let year = digits == 8 ? bytes.number(at: start + 1, width: 4) : nil
    let at = start + digits - 3
    guard let month = bytes.number(at: at, width: 2), let day = bytes.number(at: at + 2, width: 2),
      let clock = StampClock(bytes, at: at + 5, readsZone: false)
    else { return nil }
    return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  /// 946,684,800 to 4,102,444,800 seconds: the years 2000 to 2100.
  ///
  /// Numbers outside are rather identifiers.
  static func scanEpoch(_ bytes: Span<UInt8>, _ start: Int) -> WrittenInstant? {
    let digits = bytes.digitCount(at: start, limit: 20)
    guard digits >= 9, let seconds = bytes.number(at: start, width: digits == 9 ? 9 : 10),
      (946_684_800...4_102_444_800).contains(seconds)
    else { return nil }
    var clock = StampClock(end: start + min(digits, 10))
    switch digits {
    case 9, 10: clock.readFraction(bytes)
    case 13, 16, 19: clock.readFractionDigits(bytes)
    default: return nil
    }
    guard !bytes.isLetterOrDigit(at: clock.end) else { return nil }
    return WrittenInstant(
      instant: Instant(
        nanoseconds: Int64(seconds) * 1_000_000_000 + Int64(clock.nanoseconds), fractionDigits: clock.fractionDigits),
      isZoneStated: true, length: clock.end - start)
  }
}
