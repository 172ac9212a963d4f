package import Chronology

/// Numbers, durations and dates as people say them.
package enum Wording {
  /// `1 event`, `84,812 entries`.
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// Digits grouped by three.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = number < 0 ? "−" : ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// `45 minutes`, `1 hour 12 minutes`, `3 days 4 hours`: the two largest units, of which the second may be nothing.
  package static func duration(seconds: Double) -> String {
    let whole = abs(seconds)
    if whole < 1 { return whole == 0 ? "no time" : "less than a second" }
    if whole < 10, whole != whole.rounded() { return "\(oneDigit(whole)) seconds" }
    var rest = Int(min(whole.rounded(), 1e12))
    // A minute more or less does not matter to what lasted hours.
    if rest >= 36_000 { rest = (rest + 30) / 60 * 60 }
    let units = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
    guard let first = units.firstIndex(where: { rest >= $0.0 }) else { return "less than a second" }
    var words = count(rest / units[first].0, units[first].1)
    if first + 1 < units.count {
      let second = rest % units[first].0 / units[first + 1].0
      if second > 0 { words += " " + count(second, units[first + 1].1) }
    }
    return words
  }

  /// `−1 min 14 s`, `+11 s`, `+2 h 5 min`: how far from the onset, narrow enough for a gutter.
  package static func offset(seconds: Double) -> String {
    let rest = Int(min(abs(seconds).rounded(), 1e12))
    let sign = seconds < 0 ? "−" : "+"
    switch rest {
    case 0: return "±0 s"
    case ..<60: return "\(sign)\(rest) s"
    case ..<3600: return rest % 60 == 0 ? "\(sign)\(rest / 60) min" : "\(sign)\(rest / 60) min \(rest % 60) s"
    case ..<86_400:
      return rest / 60 % 60 == 0 ? "\(sign)\(rest / 3600) h" : "\(sign)\(rest / 3600) h \(rest / 60 % 60) min"
    default: return "\(sign)\(count(rest / 86_400, "day"))"
    }
  }

  /// `0.82`.
  package static func score(_ score: Double) -> String {
    let hundredths = Int((min(max(score, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// `Wednesday, 1 August 2012`.
  package static func longDate(_ date: CivilDate) -> String {
    "\(weekdays[weekday(date)]), \(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// `Wed 1 Aug 2012`.
  package static func shortDate(_ date: CivilDate) -> String {
    "\(weekdays[weekday(date)].prefix(3)) \(date.day) \(months[date.month - 1].prefix(3)) \(date.year)"
  }

  /// `37 seconds`, `1.5 seconds`: one digit where it says something.
  package static func oneDigit(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  /// The first letter large, the rest as it is.
  package static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// `24 Nov 2026`.
  package static func dayAndMonth(_ date: CivilDate) -> String {
    "\(date.day) \(month(date.month).prefix(3)) \(date.year)"
  }

  /// `November`; 1 is January.
  package static func month(_ number: Int) -> String { months[min(max(number, 1), 12) - 1] }

  /// 1970-01-01 was a Thursday; 0 is Monday.
  private static func weekday(_ date: CivilDate) -> Int {
    ((date.daysSinceEpoch + 3) % 7 + 7) % 7
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
