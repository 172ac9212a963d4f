internal import Foundation

/// A distribution in a sentence.
package enum TrendWords {
  /// Every number with what it counts.
  ///
  /// `7 ended, median 34 min, half between 12 min and 65 min; 1 still open, the longest for 3 h; 2 with no time stated.`
  package static func sentence(_ own: Distribution) -> String {
    var parts: [String] = []
    switch own.points.count {
    case 0: parts.append("none ended")
    case 1: parts.append("1 ended, after \(SpanWords.text(own.points[0].seconds))")
    default:
      var part = "\(own.points.count) ended"
      if let median = own.median { part += ", median \(SpanWords.text(median))" }
      if let lower = own.lowerQuartile, let upper = own.upperQuartile {
        part += ", half between \(SpanWords.text(lower)) and \(SpanWords.text(upper))"
      } else {
        part += " (too few for quartiles)"
      }
      parts.append(part)
    }
    if let longest = own.open.last {
      parts.append("\(own.open.count) still open, the longest for \(SpanWords.text(longest.seconds))")
    }
    if !own.missing.isEmpty { parts.append("\(own.missing.count) with no time stated") }
    if !own.invalid.isEmpty {
      parts.append(own.invalid.count == 1 ? "1 ends before it begins" : "\(own.invalid.count) end before they begin")
    }
    return parts.joined(separator: "; ") + "."
  }
}

/// Logarithms for axes.
enum LogScale {
  static func log(_ value: Double) -> Double { Foundation.log(value) }
}
