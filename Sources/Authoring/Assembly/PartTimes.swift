import Chronology

/// Instants as people read them in tables and sentences, each with its offset, and back without loss.
struct PartTimes {
  let clock: DraftClock
  /// Whether what stands around says that times are UTC, so that each need not.
  var isUTCSaid: Bool

  /// `2012-08-01 09:30:01.250 -04:00`.
  func written(_ instant: Instant) -> String {
    let parts = parts(instant)
    return [parts.date, parts.time, parts.zone].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `2012-08-01 09:30:01 -04:00 to 09:31:10`; what is the same at both ends stands once.
  func written(_ at: Instant?, _ until: Instant?) -> String {
    let start = at.map(written) ?? "not known"
    guard let until else { return start }
    if let at {
      let first = parts(at)
      let last = parts(until)
      if first.date == last.date, first.zone == last.zone { return "\(start) to \(last.time)" }
    }
    return "\(start) to \(written(until))"
  }

  private func parts(_ instant: Instant) -> (date: String, time: String, zone: String) {
    // RFC 3339 has no seconds in offsets, as some zones had before 1900.
    let own = clock.offsetSeconds(instant)
    let offset = own % 60 == 0 && abs(own) < 86_400 ? own : 0
    let text = Self.exact(instant).rfc3339(offsetSeconds: offset)
    let zoneLength = offset == 0 ? 1 : 6
    let zone = offset == 0 ? (isUTCSaid ? "" : "UTC") : String(text.suffix(6))
    return (String(text.prefix(10)), String(text.dropFirst(11).dropLast(zoneLength)), zone)
  }

  /// With as many digits as its source had, or as it takes to tell it from others.
  private static func exact(_ instant: Instant) -> Instant {
    var digits = instant.fractionDigits
    var unit: Int64 = 1
    for _ in digits..<9 { unit *= 10 }
    while instant.nanoseconds % unit != 0 {
      unit /= 10
      digits += 1
    }
    return Instant(nanoseconds: instant.nanoseconds, fractionDigits: digits)
  }

  // MARK: Reading

  /// Reads what ``written(_:_:)`` wrote, or a person in its way; `zone` stands where a time says none, as `Z` or `+02:00`.
  static func read(_ text: String, zone: (String, String) -> String?) -> (at: Instant?, until: Instant?) {
    let ends = text.split(separator: " to ", maxSplits: 1).map(String.init)
    guard let first = ends.first else { return (nil, nil) }
    let start = Reading(first)
    guard ends.count > 1 else { return (start.instant(zone), nil) }
    var end = Reading(ends[1])
    if end.date == nil {
      end.date = start.date
      end.zone = end.zone ?? start.zone
    }
    return (start.instant(zone), end.instant(zone))
  }

  private struct Reading {
    var date: String?
    var time: String?
    var zone: String?

    init(_ text: String) {
      // `2012-08-01T09:30:01`, as machines write it.
      let isJoined = text.utf8.count > 10 && Array(text.utf8)[10] == UInt8(ascii: "T")
      let spaced = isJoined ? "\(text.prefix(10)) \(text.dropFirst(11))" : text
      for word in spaced.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init) {
        if date == nil, CivilDate(word) != nil {
          date = word
        } else if time == nil, word.first?.isNumber == true, word.contains(":") {
          take(clock: word)
        } else if time != nil, word == "UTC" || word == "Z" {
          zone = "Z"
        } else if time != nil, word.utf8.count == 6, word.hasPrefix("+") || word.hasPrefix("-") {
          zone = word
        }
      }
    }

    /// `09:30`, `09:30:01.250`, `13:30:01Z`.
    private mutating func take(clock word: String) {
      var word = word
      if word.hasSuffix("Z") {
        zone = "Z"
        word.removeLast()
      } else if word.count > 8, ["+", "-"].contains(word.dropLast(5).last) {
        zone = String(word.suffix(6))
        word.removeLast(6)
      }
      time = word.split(separator: ":").count == 2 ? word + ":00" : word
    }

    func instant(_ around: (String, String) -> String?) -> Instant? {
      guard let date, let time, let zone = zone ?? around(date, time) else { return nil }
      return Instant(rfc3339: "\(date)T\(time)\(zone)")
    }
  }
}
