package import Chronology
package import Foundation

/// The zone in which times are shown, and in which times without a zone are read from the command line.
package struct DisplayZone: Sendable {
  package let zone: TimeZone
  /// As pages say it: `UTC`, `Europe/Berlin`, `UTC+05:30`.
  package let label: String

  package static let utc = DisplayZone(zone: TimeZone(secondsFromGMT: 0) ?? .current, label: "UTC")

  private init(zone: TimeZone, label: String) {
    self.zone = zone
    self.label = label
  }

  /// Reads `UTC`, `Z`, `local`, an IANA name or `+hh:mm`; nil for anything else.
  package init?(_ text: String) {
    switch text.lowercased() {
    case "utc", "z", "gmt": self = .utc
    case "local":
      let name = TimeZone.current.identifier
      if ["GMT", "UTC", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Zulu"].contains(name) {
        self = .utc
      } else {
        self.init(zone: .current, label: name)
      }
    default:
      if let first = text.first, first == "+" || first == "-" {
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.count == 4, let number = Int(digits), number / 100 < 15, number % 100 < 60,
          let zone = TimeZone(secondsFromGMT: (number / 100 * 3600 + number % 100 * 60) * (first == "-" ? -1 : 1))
        else { return nil }
        self.init(zone: zone, label: "UTC\(first)\(digits.prefix(2)):\(digits.suffix(2))")
      } else {
        guard text.contains("/"), let zone = TimeZone(identifier: text) else { return nil }
        self.init(zone: zone, label: text)
      }
    }
  }

  /// Seconds east of UTC at an instant.
  package func offsetSeconds(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.nanoseconds) / 1e9))
  }

  /// `13:45:35`, without the fraction.
  package func time(_ instant: Instant) -> String {
    instant.clock(offsetSeconds: offsetSeconds(at: instant)).time
  }

  /// `2012-08-01`.
  package func date(_ instant: Instant) -> String {
    String(instant.rfc3339(offsetSeconds: offsetSeconds(at: instant)).prefix(10))
  }
}
