/// Lengths in words as short as an axis needs them.
package enum SpanWords {
  /// `40 s`, `5 min`, `2 h 30 min`, `3 d`: at most two units, the smaller one rounded.
  package static func text(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e12)).rounded())
    switch whole {
    case ..<120: return "\(whole) s"
    case ..<3600: return "\((whole + 30) / 60) min"
    case ..<172_800:
      let minutes = (whole + 30) / 60
      return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    default:
      let hours = (whole + 1800) / 3600
      return hours % 24 == 0 || hours >= 240 ? "\(hours / 24) d" : "\(hours / 24) d \(hours % 24) h"
    }
  }
}
