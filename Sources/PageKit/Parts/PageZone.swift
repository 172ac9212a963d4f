package import Chronology
import Foundation

/// The zone in which a page shows its times.
package struct PageZone: Sendable {
  /// As pages say it: `UTC`, `Europe/Berlin`, `+05:30`.
  package let label: String
  /// Seconds east of UTC at an instant.
  package let offsetSeconds: @Sendable (Instant) -> Int

  package static let utc = PageZone(label: "UTC") { _ in 0 }

  package init(label: String, offsetSeconds: @escaping @Sendable (Instant) -> Int) {
    self.label = label
    self.offsetSeconds = offsetSeconds
  }

  /// Longest text that is looked at.
  private static let nameLengthMax = 64

  /// Reads `UTC`, `Z`, an IANA name such as `Europe/Berlin`, or `+hh:mm`; nil for anything else.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.nameLengthMax else { return nil }
    switch text.lowercased() {
    case "", "utc", "z", "gmt":
      self = .utc
      return
    default: break
    }
    if let seconds = Self.fixedOffset(text) {
      let minutes = abs(seconds) / 60
      let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      self.init(label: (seconds < 0 ? "-" : "+") + digits.joined(separator: ":")) { _ in seconds }
      return
    }
    // Foundation opens the name below the folder of the zone database.
    guard text.contains("/"), !text.contains(".."), let zone = TimeZone(identifier: text) else { return nil }
    self.init(label: zone.identifier) { instant in
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.nanoseconds) / 1e9))
    }
  }

  private static func fixedOffset(_ text: String) -> Int? {
    guard let first = text.first, first == "+" || first == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, let number = Int(digits), number / 100 < 15, number % 100 < 60 else { return nil }
    return (number / 100 * 3600 + number % 100 * 60) * (first == "-" ? -1 : 1)
  }

  /// `13:45:35`.
  package func time(_ instant: Instant) -> String { clock(instant).time }

  /// `13:45`.
  package func minute(_ instant: Instant) -> String { String(clock(instant).time.prefix(5)) }

  package func date(_ instant: Instant) -> CivilDate { clock(instant).date }

  package func clock(_ instant: Instant) -> (date: CivilDate, time: String, fraction: String) {
    instant.clock(offsetSeconds: offsetSeconds(instant))
  }

  /// `Wed 1 Aug 2012, 13:45 UTC`.
  package func dateAndMinute(_ instant: Instant) -> String {
    "\(Wording.shortDate(date(instant))), \(minute(instant)) \(label)"
  }

  /// `13:47:16–13:47:27 UTC`, with the dates where they differ.
  package func span(_ from: Instant, _ to: Instant) -> String {
    if date(from) == date(to) {
      return time(from) == time(to) ? "\(time(from)) \(label)" : "\(time(from))–\(time(to)) \(label)"
    }
    return "\(Wording.shortDate(date(from))), \(time(from)) – \(Wording.shortDate(date(to))), \(time(to)) \(label)"
  }
}
