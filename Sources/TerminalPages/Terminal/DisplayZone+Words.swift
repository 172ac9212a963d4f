package import Chronology

/// Instants and stretches of time in the words of a terminal.
extension DisplayZone {
  /// `2031-05-06 03:12`, with seconds where there are any.
  package func dateAndTime(_ instant: Instant) -> String {
    "\(date(instant)) \(clock(instant))"
  }

  /// `03:12`; `03:12:45` where it was known to the second.
  package func clock(_ instant: Instant) -> String {
    let time = time(instant)
    return time.hasSuffix(":00") ? String(time.dropLast(3)) : time
  }

  /// `03:12`, whatever the second.
  package func minute(_ instant: Instant) -> String { String(time(instant).prefix(5)) }

  /// `03:12` on the day of `reference`, else `05-06 03:12`, else `2030-05-06 03:12`.
  package func short(_ instant: Instant, beside reference: Instant) -> String {
    let day = date(instant)
    let other = date(reference)
    if day == other { return minute(instant) }
    return (day.prefix(4) == other.prefix(4) ? day.dropFirst(5) : day[...]) + " " + minute(instant)
  }

  /// The text with each instant that it names as RFC 3339 in UTC put into this zone: `03:12` on the day of `reference`.
  ///
  /// Without a reference, date and zone stand with it.
  package func localised(_ text: String, beside reference: Instant? = nil) -> String {
    var result = ""
    var rest = Substring(text)
    while let match = rest.firstMatch(of: Self.instantPattern) {
      result += rest[..<match.range.lowerBound]
      if let instant = Instant(rfc3339: match.output) {
        result += reference.map { short(instant, beside: $0) } ?? "\(dateAndTime(instant)) \(label)"
      } else {
        result += match.output
      }
      rest = rest[match.range.upperBound...]
    }
    return result + rest
  }

  private static var instantPattern: Regex<Substring> {
    /[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?Z/
  }

  /// RFC 3339 with the offset that holds then.
  package func stamp(_ instant: Instant) -> String {
    instant.rfc3339(offsetSeconds: offsetSeconds(at: instant))
  }
}

/// Stretches of time as people say them.
package enum DurationWords {
  /// `40 s`, `42 min`, `1 h 5 min`, `3 d 4 h`: at most two units, the smaller rounded down.
  package static func text(seconds: Double) -> String {
    let whole = Int(max(0, seconds).rounded(.down))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min"
    case ..<86_400: return pair(whole / 3600, "h", whole % 3600 / 60, "min")
    default: return pair(whole / 86_400, "d", whole % 86_400 / 3600, "h")
    }
  }

  private static func pair(_ large: Int, _ largeUnit: String, _ small: Int, _ smallUnit: String) -> String {
    small == 0 ? "\(large) \(largeUnit)" : "\(large) \(largeUnit) \(small) \(smallUnit)"
  }
}
