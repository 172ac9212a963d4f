/// Finds the dates and times of day that stand in prose.
///
/// Read are ISO dates and times, `10:05`, `10:05:30`, `5:40 PM`, `6 am`, `Feb 28th 01:52`, `28 February 2024`,
/// `02/29/2024`, each with a zone behind it. Ratios, ports, versions and line numbers are not times.
package struct TimeScanner {
  private let scalars: [UInt8]
  private var at = 0

  /// Scalars beyond ASCII count as letters that belong to nothing.
  package init(_ text: [Unicode.Scalar]) {
    scalars = text.map { $0.isASCII ? UInt8($0.value) : ($0.isSpace ? 32 : 0x7F) }
  }

  package init(_ prose: Prose) { self.init(prose.scalars) }

  /// All mentions, in order.
  package static func mentions(in prose: Prose) -> [TimeMention] {
    var scanner = TimeScanner(prose)
    return scanner.all()
  }

  package mutating func all() -> [TimeMention] {
    var result: [TimeMention] = []
    at = 0
    while at < scalars.count {
      guard isBoundary(at), let mention = mention(from: at) else {
        at += 1
        continue
      }
      result.append(mention)
      at = max(mention.range.upperBound, at + 1)
    }
    return result
  }

  /// The first zone that stands on its own anywhere in the text.
  package func firstZone() -> ZoneMention? {
    var index = 0
    while index < scalars.count {
      guard isLetter(index), index == 0 || !isWordPart(index - 1) else {
        index += 1
        continue
      }
      let word = word(from: index)
      if let zone = ZoneNames.standalone(word) { return withOffset(zone, from: index + word.utf8.count)?.zone ?? zone }
      if isAfterTimes(index), let zone = ZoneNames.behindTime(word), word.uppercased() == word { return zone }
      index += max(1, word.utf8.count)
    }
    return nil
  }

  /// Whether the short name at `index` stands where a zone does: `(all times PT)`, `Time (ET)`, `times in PT`.
  private func isAfterTimes(_ index: Int) -> Bool {
    let before = String(decoding: scalars[max(0, index - 10)..<index], as: UTF8.self).lowercased()
    return ["time ", "time (", "times ", "times in ", "time in ", "times are "].contains { before.hasSuffix($0) }
  }

  private func mention(from start: Int) -> TimeMention? {
    if let date = date(from: start) {
      let clockStart = skipJoint(date.end)
      if let clockStart, let clock = clock(from: clockStart) {
        return finish(start, clock.end, day: date.day, isDated: true, second: clock.second)
      }
      return TimeMention(range: start..<date.end, day: date.day, isDated: true)
    }
    guard let clock = clock(from: start) else { return nil }
    return finish(start, clock.end, day: nil, isDated: false, second: clock.second)
  }

  private func finish(_ start: Int, _ end: Int, day: TimeMention.Day?, isDated: Bool, second: Int) -> TimeMention {
    // `06:00-14:30` is a span of the day unless a date stands before it.
    let isSpan = !isDated && byte(end) == 45
    let zone = isSpan ? nil : zone(from: end)
    return TimeMention(
      range: start..<(zone?.end ?? end), day: day, isDated: isDated, secondOfDay: second, zone: zone?.zone)
  }

  // MARK: Dates

  private func date(from start: Int) -> (day: TimeMention.Day?, end: Int)? {
    if isDigit(start) { return isoDate(start) ?? slashedDate(start) ?? dayMonth(start) }
    return monthDay(start)
  }

  private func isoDate(_ start: Int) -> (day: TimeMention.Day?, end: Int)? {
    guard let year = number(start, 4), let mark = byte(start + 4), mark == 45 || mark == 47 || mark == 46,
      byte(start + 7) == mark, let month = number(start + 5, 2), let day = number(start + 8, 2),
      (1...12).contains(month), (1...31).contains(day), !isDigit(start + 10)
    else { return nil }
    return (TimeMention.Day(year: year, month: month, day: day), start + 10)
  }

  /// `29/02/2024`, `02/29/2024`, `29.02.2024`: a date for certain, read only where one order makes sense.
  private func slashedDate(_ start: Int) -> (day: TimeMention.Day?, end: Int)? {
    var index = start
    guard let first = digits(&index, 1...2), let mark = byte(index), mark == 47 || mark == 46 else { return nil }
    index += 1
    guard let second = digits(&index, 1...2), byte(index) == mark else { return nil }
    index += 1
    let yearStart = index
    guard let short = digits(&index, 2...4), index - yearStart != 3, !isWordPart(index) else { return nil }
    // `1.2.10` is a version.
    guard mark == 47 || index - yearStart == 4 else { return nil }
    let year = index - yearStart == 2 ? 2000 + short : short
    if mark == 46 || first > 12 { return check(year, second, first).map { ($0, index) } }
    if second > 12 { return check(year, first, second).map { ($0, index) } }
    return first <= 12 && first > 0 && second > 0 ? (nil, index) : nil
  }

  private func check(_ year: Int?, _ month: Int, _ day: Int) -> TimeMention.Day? {
    (1...12).contains(month) && (1...31).contains(day) ? TimeMention.Day(year: year, month: month, day: day) : nil
  }

  /// `Feb 28th`, `March 5, 2025`.
  private func monthDay(_ start: Int) -> (day: TimeMention.Day?, end: Int)? {
    guard let month = month(start) else { return nil }
    var index = skipSpaces(month.end)
    guard index > month.end, let day = digits(&index, 1...2), (1...31).contains(day), byte(index) != 58 else {
      return nil
    }
    index = skipOrdinal(index)
    guard !isWordPart(index) else { return nil }
    let year = year(behind: index)
    return (TimeMention.Day(year: year?.value, month: month.number, day: day), year?.end ?? index)
  }

  /// `28 February 2024`, `1st of March`.
  private func dayMonth(_ start: Int) -> (day: TimeMention.Day?, end: Int)? {
    var index = start
    guard let day = digits(&index, 1...2), (1...31).contains(day) else { return nil }
    index = skipSpaces(skipOrdinal(index))
    if byte(index) == 111, byte(index + 1) == 102, byte(index + 2) == 32 { index += 3 }
    guard byte(index - 1) == 32, let month = month(index) else { return nil }
    let year = year(behind: month.end)
    return (TimeMention.Day(year: year?.value, month: month.number, day: day), year?.end ?? month.end)
  }

  private func year(behind index: Int) -> (value: Int, end: Int)? {
    let start = skipSpaces(byte(index) == 44 ? index + 1 : index)
    guard start > index, let value = number(start, 4), (1970...2100).contains(value), !isWordPart(start + 4),
      byte(start + 4) != 58
    else { return nil }
    return (value, start + 4)
  }

  private func skipOrdinal(_ index: Int) -> Int {
    guard index + 1 < scalars.count else { return index }
    let ending = String(decoding: [scalars[index] | 32, scalars[index + 1] | 32], as: UTF8.self)
    return ["st", "nd", "rd", "th"].contains(ending) ? index + 2 : index
  }

  private func month(_ start: Int) -> (number: Int, end: Int)? {
    guard start == 0 || !isWordPart(start - 1) else { return nil }
    let word = word(from: start)
    guard word.utf8.count >= 3, word.first?.isUppercase == true else { return nil }
    let lower = word.lowercased()
    guard
      let index = Self.months.firstIndex(where: {
        $0 == lower || $0.prefix(3) == lower || lower == "sept" && $0 == "september"
      })
    else { return nil }
    let end = start + word.utf8.count
    return (index + 1, byte(end) == 46 ? end + 1 : end)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  // MARK: Times of day

  private func clock(from start: Int) -> (second: Int, end: Int)? {
    var index = start
    guard var hour = digits(&index, 1...2), !isDigit(index) else { return nil }
    var second = 0
    var isExact = false
    if byte(index) == 58, isDigit(index + 1) {
      index += 1
      guard let minute = digits(&index, 2...2), minute < 60, !isDigit(index) else { return nil }
      second = minute * 60
      isExact = true
      if byte(index) == 58, isDigit(index + 1) {
        index += 1
        guard let seconds = digits(&index, 2...2), seconds <= 60, !isDigit(index) else { return nil }
        second += seconds
        if byte(index) == 46 || byte(index) == 44, isDigit(index + 1) {
          index += 1
          while isDigit(index) { index += 1 }
        }
      }
    } else if byte(index) == 46, let minute = number(index + 1, 2), minute < 60, half(skipSpaces(index + 3)) != nil {
      second = minute * 60
      index += 3
      isExact = true
    }
    if let half = half(skipSpaces(index)) {
      guard (0...12).contains(hour) || isExact else { return nil }
      index = half.end
      if hour <= 12 { hour = hour % 12 + (half.isAfternoon ? 12 : 0) }
    } else if !isExact {
      return nil
    }
    guard hour < 24, byte(index) != 58, byte(index) != 47 || !isDigit(index + 1), !isUnitBehind(index) else {
      return nil
    }
    return (hour * 3600 + second, index)
  }

  /// `5:30 h` of work or `1:20 minutes` are lengths.
  private func isUnitBehind(_ index: Int) -> Bool {
    let next = word(from: skipSpaces(index)).lowercased()
    return ["hours", "hour", "hrs", "minutes", "minute", "mins", "min", "ratio", "seconds"].contains(next)
  }

  private func half(_ index: Int) -> (isAfternoon: Bool, end: Int)? {
    guard let first = byte(index).map({ $0 | 32 }), first == 97 || first == 112 else { return nil }
    var end = index + 1
    if byte(end) == 46 { end += 1 }
    guard byte(end).map({ $0 | 32 }) == 109 else { return nil }
    end += 1
    if byte(end) == 46, byte(index + 1) == 46 { end += 1 }
    return isWordPart(end) ? nil : (first == 112, end)
  }

  /// A zone behind a time: `Z`, `+02:00`, `UTC+2`, `(CEST)`, `Europe/Berlin`.
  private func zone(from end: Int) -> (zone: ZoneMention, end: Int)? {
    if let offset = offset(from: end) { return offset }
    var index = skipSpaces(end)
    let isBracketed = byte(index) == 40
    if isBracketed { index += 1 }
    if index == end || byte(index - 1) == 32 || isBracketed, let offset = offset(from: index) { return offset }
    let word = word(from: index)
    guard !word.isEmpty, let zone = ZoneNames.behindTime(word), word.count > 3 || word.uppercased() == word else {
      return nil
    }
    let wordEnd = index + word.utf8.count
    let result = withOffset(zone, from: wordEnd) ?? (zone, wordEnd)
    return isBracketed && byte(result.end) == 41 ? (result.zone, result.end + 1) : result
  }

  private func withOffset(_ zone: ZoneMention, from end: Int) -> (zone: ZoneMention, end: Int)? {
    guard zone.offsetSeconds == 0, let offset = offset(from: end, isHourEnough: true) else { return nil }
    return (ZoneMention(text: zone.text + offset.zone.text, offsetSeconds: offset.zone.offsetSeconds), offset.end)
  }

  private func offset(from start: Int, isHourEnough: Bool = false) -> (zone: ZoneMention, end: Int)? {
    guard let sign = byte(start), sign == 43 || sign == 45 else { return nil }
    var index = start + 1
    guard let hours = digits(&index, 1...2), hours <= 14 else { return nil }
    var minutes = 0
    if let value = number(byte(index) == 58 ? index + 1 : index, 2) {
      minutes = value
      index = (byte(index) == 58 ? index + 1 : index) + 2
    } else if !isHourEnough {
      return nil
    }
    guard !isWordPart(index), byte(index) != 58 else { return nil }
    let seconds = (hours * 3600 + minutes * 60) * (sign == 45 ? -1 : 1)
    return (
      ZoneMention(text: String(decoding: scalars[start..<index], as: UTF8.self), offsetSeconds: seconds), index
    )
  }

  // MARK: Bytes

  private func byte(_ index: Int) -> UInt8? { index >= 0 && index < scalars.count ? scalars[index] : nil }
  private func isDigit(_ index: Int) -> Bool { byte(index).map { $0 >= 48 && $0 <= 57 } ?? false }
  private func isLetter(_ index: Int) -> Bool { byte(index).map { ($0 | 32) >= 97 && ($0 | 32) <= 122 } ?? false }
  private func isWordPart(_ index: Int) -> Bool {
    isDigit(index) || isLetter(index) || byte(index) == 95 || byte(index) == 0x7F
  }

  /// Whether a mention may begin here: not inside a word, a version, an address or a longer number.
  private func isBoundary(_ index: Int) -> Bool {
    guard isDigit(index) || isLetter(index) else { return false }
    guard let before = byte(index - 1) else { return true }
    if isWordPart(index - 1) { return false }
    let isJoined = before == 46 || before == 58 || before == 47 || before == 45 || before == 64 || before == 35
    return !isJoined || !(isWordPart(index - 2) || byte(index - 2) == before && before != 45)
      || before == 45 && isDigit(index) && byte(index - 2).map { $0 >= 48 && $0 <= 57 || $0 | 32 == 109 } ?? false
  }

  private func word(from start: Int) -> String {
    var end = start
    while isLetter(end) || (end > start && (byte(end) == 47 || byte(end) == 95) && isLetter(end + 1)) { end += 1 }
    return String(decoding: scalars[min(start, scalars.count)..<max(min(start, scalars.count), end)], as: UTF8.self)
  }

  private func number(_ start: Int, _ count: Int) -> Int? {
    var index = start
    return digits(&index, count...count)
  }

  /// Reads as many digits as the range allows; nil when there are fewer.
  private func digits(_ index: inout Int, _ count: ClosedRange<Int>) -> Int? {
    var end = index
    var value = 0
    while end - index < count.upperBound, let digit = byte(end), digit >= 48, digit <= 57 {
      value = value * 10 + Int(digit - 48)
      end += 1
    }
    guard end - index >= count.lowerBound else { return nil }
    index = end
    return value
  }

  private func skipSpaces(_ index: Int) -> Int {
    var end = index
    while byte(end) == 32 { end += 1 }
    return end
  }

  /// What may stand between a date and its time: `T`, spaces, a comma, `at`, a dash.
  private func skipJoint(_ index: Int) -> Int? {
    if byte(index) == 84 || byte(index) == 116 { return isDigit(index + 1) ? index + 1 : nil }
    var end = index
    while let next = byte(end), next == 32 || next == 44 || next == 45 || next == 58 || next == 64, end - index < 4 {
      end += 1
    }
    if byte(end) == 97, byte(end + 1) == 116, byte(end + 2) == 32 { end += 3 }
    return end > index ? end : nil
  }
}
