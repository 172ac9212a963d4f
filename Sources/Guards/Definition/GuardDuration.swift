/// Durations as files write them: `500ms`, `30s`, `15m`, `2h`, `1d`.
package enum GuardDuration {
  private static let units: [(name: String, seconds: Double)] = [
    ("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400),
  ]

  /// Seconds of a duration; nil for anything else, also for a number without its unit.
  package static func seconds(_ text: String) -> Double? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).trimmingSpaces
    guard !digits.isEmpty, digits.count <= 12, let number = Double(digits),
      let factor = units.first(where: { $0.name == unit })?.seconds
    else { return nil }
    return number * factor
  }

  /// The duration in its largest whole unit: `15m`.
  package static func text(seconds: Double) -> String {
    for unit in units.reversed() where seconds >= unit.seconds {
      let count = seconds / unit.seconds
      if count == count.rounded() { return GuardText.number(count) + unit.name }
    }
    return GuardText.number(seconds) + "s"
  }
}
