package import Chronology

/// A month in UTC, as the history is cut: `2026-11`.
package struct StatusMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  /// 1 to 12.
  package let month: Int

  /// Reads `2026-11`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }), let year = Int(parts[0]),
      let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    self.year = year
    self.month = month
  }

  package init(_ instant: Instant) {
    let date = instant.clock().date
    year = date.year
    month = date.month
  }

  private init(number: Int) {
    year = number / 12
    month = number % 12 + 1
  }

  /// `2026-11`.
  package var description: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (month < 10 ? "-0" : "-") + "\(month)"
  }

  /// `November 2026`.
  package var name: String { "\(Wording.month(month)) \(year)" }

  /// The month before.
  package var previous: StatusMonth { StatusMonth(number: number - 1) }

  private var number: Int { year * 12 + month - 1 }

  package static func < (left: StatusMonth, right: StatusMonth) -> Bool { left.number < right.number }
}
