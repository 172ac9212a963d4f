package import Chronology
package import TerminalPages

/// Reads times as people type them: `03:12`, `yesterday 23:50`, `5 min ago`, `in 30 min`, RFC 3339.
///
/// A time of day without a date is the nearest one on the side that the sense asks for; what it was taken for is said
/// back. Where clocks were set back and a time came twice, the one nearer to now is taken; where they were set forward
/// over it, there is no such time and it is refused.
package struct TypedTime: Sendable {
  /// What the time is about.
  package enum Sense: Sendable {
    /// Something that was: a time of day is the last such one.
    case happened
    /// A word that is promised: a time of day is the next such one, and it must lie ahead.
    case promised
    /// Work that is planned: as a promise, though a date may lie behind.
    case planned
  }

  /// What was read.
  package struct Reading: Hashable, Sendable {
    package var instant: Instant
    /// What it was taken for, to be said back; nil where it was written with its date and zone.
    package var remark: String?
  }

  package static let charactersMax = 64

  private let now: Instant
  private let zone: DisplayZone

  package init(now: Instant, zone: DisplayZone) {
    self.now = now
    self.zone = zone
  }

  /// The instant that is meant.
  ///
  /// `option` names the place in the error: `--at`. Throws ``CommandFailure``.
  package func read(_ text: String, as sense: Sense, option: String) throws -> Reading {
    let words = text.lowercased().split(separator: " ").joined(separator: " ")
    guard text.count <= Self.charactersMax else {
      throw CommandFailure(
        "\(option): the time has \(text.count) characters, and \(Self.charactersMax) are possible",
        hint: Self.examples(sense))
    }
    if let written = WrittenInstant(parsing: text), written.isZoneStated {
      return try checked(Reading(instant: written.instant), text, sense, option)
    }
    if let distance = try relative(words, sense: sense, option: option, text: text) {
      let instant = now.advanced(bySeconds: distance)
      // '5 min ago' knows of no seconds, and a promise is kept by the minute.
      let isOfMinutes = distance != 0 && distance.truncatingRemainder(dividingBy: 60) == 0
      guard sense == .happened else { return said(text, instant.nearest(60)) }
      return said(text, isOfMinutes ? instant.whole(60) : instant.whole(1))
    }
    if let dated = try dated(words, text, sense, option) { return dated }
    guard let time = Self.timeOfDay(words) else {
      throw CommandFailure("\(option): '\(text)' is not a time", hint: Self.examples(sense))
    }
    return try ofDay(time, text, sense, option)
  }

  private static func examples(_ sense: Sense) -> String {
    switch sense {
    case .happened: "Write 03:12, 'yesterday 23:50', '5 min ago' or 2031-05-06T03:12:00+02:00."
    case .promised, .planned: "Write 16:30, 'in 30 min', 'tomorrow 09:00' or 2031-05-06T16:30:00+02:00."
    }
  }

  // MARK: Distances from now

  /// Seconds from now for `now`, `5 min ago`, `in 1 h 30 min`; nil for other texts.
  private func relative(_ words: String, sense: Sense, option: String, text: String) throws -> Double? {
    if words == "now" { return 0 }
    if words.hasSuffix(" ago"), let seconds = Self.seconds(words.dropLast(4)) {
      guard sense == .happened else {
        throw CommandFailure("\(option): '\(text)' lies behind", hint: Self.examples(sense))
      }
      return -seconds
    }
    if words.hasPrefix("in "), let seconds = Self.seconds(words.dropFirst(3)) {
      guard sense != .happened else {
        throw CommandFailure("\(option): '\(text)' lies ahead", hint: Self.examples(sense))
      }
      return seconds
    }
    return nil
  }

  private static let unitSeconds: [String: Double] = {
    let units: [([String], Double)] = [
      (["s", "sec", "second", "seconds"], 1), (["m", "min", "mins", "minute", "minutes"], 60),
      (["h", "hour", "hours"], 3600), (["d", "day", "days"], 86_400),
    ]
    return Dictionary(uniqueKeysWithValues: units.flatMap { names, seconds in names.map { ($0, seconds) } })
  }()

  /// A stretch of time of at most 366 days: `5 min`, `1 h 30 min`, `90m`, `1h30m`.
  package static func seconds(_ text: some StringProtocol) -> Double? {
    var rest = Substring(text)
    var sum = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      guard digits.count <= 6, let number = Double(digits), let seconds = unitSeconds[String(unit)] else { return nil }
      sum += number * seconds
    }
    return sum > 0 && sum <= 366 * 86_400 ? sum : nil
  }

  // MARK: Dates and times of day

  /// Seconds of the day for `03:12` and `03:12:45`.
  private static func timeOfDay(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }), parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
  }

  /// `yesterday 23:50`, `2031-05-06 03:12`; nil for other texts.
  private func dated(_ words: String, _ text: String, _ sense: Sense, _ option: String) throws -> Reading? {
    let named = ["yesterday ": -1, "today ": 0, "tomorrow ": 1]
    for (name, days) in named where words.hasPrefix(name) {
      guard let time = Self.timeOfDay(words.dropFirst(name.count)) else { return nil }
      return try checked(one(of: wall(day: today + days, time), text, sense, option), text, sense, option)
    }
    let isShort = text.count == 16 && text.last?.isNumber == true
    guard let written = WrittenInstant(parsing: isShort ? text + ":00" : text), written.isYearStated else { return nil }
    return try checked(one(of: written.instant, text, sense, option), text, sense, option)
  }

  private func ofDay(_ time: Int, _ text: String, _ sense: Sense, _ option: String) throws -> Reading {
    let days = sense == .happened ? [0, -1] : [0, 1]
    for day in days {
      let written = wall(day: today + day, time)
      // Where the clock would have stood if it had not been set.
      let nominal = written.advanced(bySeconds: -Double(zone.offsetSeconds(at: written.advanced(bySeconds: -86_400))))
      let isOnSide = sense == .happened ? nominal <= now.advanced(bySeconds: Self.tolerance) : nominal > now
      if isOnSide || instants(written).contains(where: { isFit($0, sense) }) {
        return try one(of: written, text, sense, option)
      }
    }
    return try one(of: wall(day: today + (sense == .happened ? -1 : 1), time), text, sense, option)
  }

  /// Seconds by which a time of day may lie ahead and still be today's: clocks differ, and minutes are written whole.
  private static let tolerance = 60.0

  private func isFit(_ instant: Instant, _ sense: Sense) -> Bool {
    sense == .happened ? instant <= now.advanced(bySeconds: Self.tolerance) : instant > now
  }

  /// Days since 1970 in the zone.
  private var today: Int { now.clock(offsetSeconds: zone.offsetSeconds(at: now)).date.daysSinceEpoch }

  /// What the clock on the wall shows, as if it showed UTC.
  private func wall(day: Int, _ secondsOfDay: Int) -> Instant {
    Instant(seconds: Int64(day * 86_400 + secondsOfDay))
  }

  /// Instants at which the wall showed it: none where it was skipped, two where it came twice; the earlier first.
  private func instants(_ wall: Instant) -> [Instant] {
    // The clock a day before and a day after: at most one change lies between.
    let offsets = Set([-86_400.0, 86_400.0].map { zone.offsetSeconds(at: wall.advanced(bySeconds: $0)) })
    return offsets.compactMap { offset in
      let instant = wall.advanced(bySeconds: -Double(offset))
      return zone.offsetSeconds(at: instant) == offset ? instant : nil
    }.sorted()
  }

  private func one(of wall: Instant, _ text: String, _ sense: Sense, _ option: String) throws -> Reading {
    let found = instants(wall)
    guard let first = found.first, let last = found.last else {
      throw CommandFailure(
        "\(option): '\(text)' did not exist in \(zone.label): clocks were set forward over it",
        hint: "Write the time that the clock showed, or UTC: \(Self.examples(sense))")
    }
    guard first != last else { return said(text, first) }
    let chosen = sense == .happened ? (isFit(last, sense) ? last : first) : (isFit(first, sense) ? first : last)
    let other = chosen == first ? last : first
    let remark =
      "'\(text)' came twice that night in \(zone.label); taken is \(zone.stamp(chosen)), the other is \(zone.stamp(other))"
    return Reading(instant: chosen, remark: remark)
  }

  // MARK: What was understood

  private func said(_ text: String, _ instant: Instant) -> Reading {
    Reading(instant: instant, remark: "'\(text)' is \(zone.dateAndTime(instant)) \(zone.label)")
  }

  private func checked(_ reading: Reading, _ text: String, _ sense: Sense, _ option: String) throws -> Reading {
    guard sense != .promised || reading.instant > now else {
      throw CommandFailure(
        "\(option): '\(text)' lies behind: it is \(zone.dateAndTime(now)) \(zone.label)", hint: Self.examples(sense))
    }
    return reading
  }
}

extension Instant {
  /// The last multiple of some seconds that is not after it.
  fileprivate func whole(_ seconds: Int64) -> Instant {
    Instant(seconds: Int64((Double(nanoseconds) / 1e9 / Double(seconds)).rounded(.down)) * seconds)
  }

  fileprivate func nearest(_ seconds: Int64) -> Instant {
    Instant(seconds: Int64((Double(nanoseconds) / 1e9 / Double(seconds)).rounded()) * seconds)
  }
}
