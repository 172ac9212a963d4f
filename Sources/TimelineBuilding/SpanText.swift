import Chronology

/// Spans of time in words that people use.
enum SpanText {
  /// `1.3 s`, `74 s`, `4 min`, `2 h 5 min`, `3 days`.
  static func duration(_ seconds: Double) -> String {
    let seconds = abs(seconds)
    if seconds < 10 {
      let tenths = Int((seconds * 10).rounded())
      return "\(tenths / 10).\(tenths % 10) s"
    }
    if seconds < 120 { return "\(Int(seconds.rounded())) s" }
    let minutes = Int((seconds / 60).rounded())
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 48 * 60 { return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min" }
    return "\(minutes / 1440) days"
  }

  /// `1.3 s before`, or `right at` when it is no time before.
  static func before(_ instant: Instant, _ other: Instant) -> String {
    let seconds = other.seconds(since: instant)
    return seconds < 0.05 ? "right at" : duration(seconds) + " before"
  }

  /// `13:50:08 UTC`.
  static func clock(_ instant: Instant) -> String { instant.clock().time + " UTC" }

  /// `0.4/min`, `31/min`.
  static func perMinute(_ rate: Double) -> String {
    if rate == 0 { return "0" }
    if rate < 10 {
      let tenths = max(1, Int((rate * 10).rounded()))
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    return "\(Int(rate.rounded()))"
  }
}
