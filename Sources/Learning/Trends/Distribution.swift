package import Chronology

/// Lengths as they are: every point, and what cannot be a point counted beside them.
package struct Distribution: Codable, Hashable, Sendable {
  package struct Point: Codable, Hashable, Sendable {
    /// `INC-12`.
    package var incident: String
    /// When the incident began.
    package var at: Instant
    package var seconds: Double

    package init(incident: String, at: Instant, seconds: Double) {
      self.incident = incident
      self.at = at
      self.seconds = seconds
    }
  }

  /// Ended; the shortest first.
  package var points: [Point]
  /// Not ended yet: the seconds are those until now, so the end is at least as far.
  package var open: [Point]
  /// Incidents whose beginning or end of the span nobody stated.
  package var missing: [String]
  /// Incidents whose span would end before it began.
  package var invalid: [String]
  /// Of ``points`` in seconds; nil without any.
  package var median: Double?
  /// Nil with fewer than ``LearningLimits/pointsForQuartiles`` points.
  package var lowerQuartile: Double?
  package var upperQuartile: Double?

  package init(
    points: [Point] = [], open: [Point] = [], missing: [String] = [], invalid: [String] = []
  ) {
    func sorted(_ points: [Point]) -> [Point] {
      points.sorted { ($0.seconds, $0.at, $0.incident) < ($1.seconds, $1.at, $1.incident) }
    }
    self.points = sorted(points)
    self.open = sorted(open)
    self.missing = missing
    self.invalid = invalid
    let seconds = self.points.map(\.seconds)
    median = Self.quantile(0.5, of: seconds)
    guard seconds.count >= LearningLimits.pointsForQuartiles else { return }
    lowerQuartile = Self.quantile(0.25, of: seconds)
    upperQuartile = Self.quantile(0.75, of: seconds)
  }

  /// Whether there are too few points for more than showing each.
  package var isSmall: Bool { points.count < LearningLimits.pointsForQuartiles }

  package var count: Int { points.count }

  /// By linear interpolation between the two nearest points: definition 7 of Hyndman and Fan, "Sample Quantiles in
  /// Statistical Packages" (1996).
  package static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = share * Double(sorted.count - 1)
    let index = Int(place.rounded(.down))
    guard index + 1 < sorted.count else { return last }
    return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
  }
}
