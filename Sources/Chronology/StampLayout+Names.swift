/// Layouts with the English name of the month.
extension StampLayout {
  static func scanDayMonthName(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    var at = start
    // `Sun, ` of RFC 5322.
    if bytes.isWeekday(at: at), bytes.isByte(44, at: at + 3), bytes.isByte(32, at: at + 4) { at += 5 }
    guard let (day, afterDay) = bytes.shortNumber(at: at), afterDay < bytes.count else { return nil }
    let separator = bytes[afterDay]
    guard separator == 47 || separator == 32 || separator == 45, let month = bytes.month(at: afterDay + 1),
      bytes.isByte(separator, at: afterDay + 4), let year = bytes.number(at: afterDay + 5, width: 4),
      let clock = dayClock(bytes, at: afterDay + 9)
    else { return nil }
    return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  static func scanMonthName(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard start + 14 <= bytes.count, let month = bytes.month(at: start), bytes[start + 3] == 32 else { return nil }
    var at = start + 4
    if bytes[at] == 32 { at += 1 }
    guard let (day, afterDay) = bytes.shortNumber(at: at), afterDay < bytes.count else { return nil }
    if bytes[afterDay] == 32, bytes.isByte(58, at: afterDay + 3) {
      guard var clock = StampClock(bytes, at: afterDay + 1, readsZone: false) else { return nil }
      let year = trailingYear(bytes, at: clock.end)
      if year != nil { clock.end += 5 }
      return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
    }
    at = bytes[afterDay] == 44 ? afterDay + 1 : afterDay
    guard bytes.isByte(32, at: at), let year = bytes.number(at: at + 1, width: 4),
      let clock = dayClock(bytes, at: at + 5)
    else { return nil }
    return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }

  /// ` 2026` behind the clock, where `ctime` puts it; no other number.
  @inline(__always)
  private static func trailingYear(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    guard bytes.isByte(32, at: index), let year = bytes.number(at: index + 1, width: 4),
      (1990...2100).contains(year), !bytes.isLetterOrDigit(at: index + 5), !bytes.isByte(46, at: index + 5)
    else { return nil }
    return year
  }

  static func scanWeekdayFirst(_ bytes: Span<UInt8>, _ start: Int, _ assumptions: StampAssumptions) -> WrittenInstant? {
    guard start + 24 <= bytes.count, bytes.isWeekday(at: start), bytes[start + 3] == 32,
      let month = bytes.month(at: start + 4), bytes[start + 7] == 32
    else { return nil }
    let dayStart = bytes[start + 8] == 32 ? start + 9 : start + 8
    guard let (day, afterDay) = bytes.shortNumber(at: dayStart), bytes.isByte(32, at: afterDay),
      var clock = StampClock(bytes, at: afterDay + 1), bytes.isByte(32, at: clock.end),
      let year = bytes.number(at: clock.end + 1, width: 4), !bytes.isDigit(at: clock.end + 5)
    else { return nil }
    clock.end += 5
    return join(year: year, month: month, day: day, clock: clock, start: start, assumptions: assumptions)
  }
}

extension StampClock {
  /// Reads ` AM` or ` PM` and moves a twelve-hour reading to the right half of the day.
  mutating func readHalf(_ bytes: Span<UInt8>) {
    guard bytes.isByte(32, at: end), bytes.isByte(77, at: end + 2) || bytes.isByte(109, at: end + 2),
      !bytes.isLetterOrDigit(at: end + 3), (1...12).contains(secondsOfDay / 3600)
    else { return }
    let half = bytes[end + 1] | 0x20
    guard half == 97 || half == 112 else { return }
    let isTwelve = secondsOfDay / 3600 == 12
    if half == 97, isTwelve { secondsOfDay -= 12 * 3600 }
    if half == 112, !isTwelve { secondsOfDay += 12 * 3600 }
    end += 3
  }
}
