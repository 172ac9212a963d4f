/// What a round showed: means to one digit, never a single answer or how answers spread over the scale.
package struct SurveyResult: Sendable, Hashable, Codable {
  /// A mean over all who answered, 1 to 7, high is good.
  package struct Mean: Sendable, Hashable, Codable {
    /// The item's number.
    package var item: Int
    /// To one digit, between 1.5 and 6.5.
    package var value: Double
    /// Nil: as it is; else the mean is beyond what is told exactly.
    package var bound: Bound?

    package var isLow: Bool { value < SurveyLimits.lowMean }

    /// `4.3`, `6.5 or more`.
    package var words: String { ScaleText.digit(value) + (bound.map { " \($0.words)" } ?? "") }

    package init(item: Int, value: Double, bound: Bound?) {
      self.item = item
      self.value = value
      self.bound = bound
    }
  }

  package enum Bound: String, Sendable, Hashable, Codable {
    case orLess = "or-less"
    case orMore = "or-more"

    package var words: String { self == .orLess ? "or less" : "or more" }
  }

  package var answered: Int
  /// The mean of people's own means over the seven items.
  package var mean: Mean
  /// Where the mean would lie in 95 of 100 such rounds, between 1 and 7: Student's t over people.
  package var low: Double
  package var high: Double
  package var items: [Mean]

  /// Nil under five answers: then nothing is told.
  package init?(_ sums: SurveySums) {
    guard sums.count >= SurveyLimits.answersMin else { return nil }
    let people = Double(sums.count)
    let count = Double(sums.items.count)
    let exact = Double(sums.total) / people / count
    // Of people's sums over the items; whole numbers until here, so nothing is lost to rounding.
    let spread = Double(sums.count * sums.squares - sums.total * sums.total) / (people * (people - 1))
    let half = StudentT.twoSided95(freedom: sums.count - 1) * (spread / people).squareRoot() / count
    let width = max(half, SurveyLimits.halfWidthMin)
    answered = sums.count
    mean = Self.mean(exact, item: 0)
    // Where the mean itself is not told, neither does an end of the interval.
    let shown = min(max(exact, SurveyLimits.meanShownMin), SurveyLimits.meanShownMax)
    low = ScaleText.rounded(shown > exact ? 1 : max(1, min(exact - width, shown - SurveyLimits.halfWidthMin)))
    high = ScaleText.rounded(shown < exact ? 7 : min(7, max(exact + width, shown + SurveyLimits.halfWidthMin)))
    items = sums.items.enumerated().map { Self.mean(Double($1) / people, item: $0 + 1) }
  }

  private static func mean(_ exact: Double, item: Int) -> Mean {
    if exact < SurveyLimits.meanShownMin { return Mean(item: item, value: SurveyLimits.meanShownMin, bound: .orLess) }
    if exact > SurveyLimits.meanShownMax { return Mean(item: item, value: SurveyLimits.meanShownMax, bound: .orMore) }
    return Mean(item: item, value: ScaleText.rounded(exact), bound: nil)
  }

  /// The items to begin with, lowest first: those that are low, at most three; where none is, the lowest one.
  package var toBeginWith: [Mean] {
    let sorted = items.sorted { ($0.value, $0.item) < ($1.value, $1.item) }
    let low = sorted.filter(\.isLow).prefix(3)
    return low.isEmpty ? Array(sorted.prefix(1)) : Array(low)
  }
}

/// Numbers of the scale, to one digit.
package enum ScaleText {
  package static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  /// `4.0`.
  package static func digit(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// Student's t.
package enum StudentT {
  /// The 97.5 % point, to three digits up to 30 degrees of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.2), beyond by
  /// the first two terms of the expansion around the normal distribution.
  package static func twoSided95(freedom: Int) -> Double {
    if freedom < 1 { return .infinity }
    if freedom <= table.count { return table[freedom - 1] }
    let normal = 1.959964
    let nu = Double(freedom)
    let cubed = normal * normal * normal
    return normal + (cubed + normal) / (4 * nu) + (5 * cubed * normal * normal + 16 * cubed + 3 * normal)
      / (96 * nu * nu)
  }

  private static let table = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
    2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
  ]
}
