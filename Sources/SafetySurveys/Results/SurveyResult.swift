/// What a round showed: means to one digit, never a single answer or how answers spread over the scale.
///
/// The interval is no exception: an interval from the answers' own spread, such as Student's, can be worked back into that
/// spread, and with few people into answers. This one follows from the mean that is shown and the number of answers alone.
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
  package var items: [Mean]

  /// Nil under five answers: then nothing is told.
  package init?(_ sums: SurveySums) {
    guard sums.count >= SurveyLimits.answersMin else { return nil }
    let people = Double(sums.count)
    answered = sums.count
    mean = Self.mean(Double(sums.total) / people / Double(sums.items.count), item: 0)
    items = sums.items.enumerated().map { Self.mean(Double($1) / people, item: $0 + 1) }
  }

  private static func mean(_ exact: Double, item: Int) -> Mean {
    if exact < SurveyLimits.meanShownMin { return Mean(item: item, value: SurveyLimits.meanShownMin, bound: .orLess) }
    if exact > SurveyLimits.meanShownMax { return Mean(item: item, value: SurveyLimits.meanShownMax, bound: .orMore) }
    return Mean(item: item, value: ScaleText.rounded(exact), bound: nil)
  }

  /// How far chance may move the mean to each side in 95 of 100 rounds with so many answers, were people's own means
  /// ``SurveyLimits/assumedSpread`` apart; to one digit, rounded up.
  package static func halfWidth(answered: Int) -> Double {
    let exact = 1.96 * SurveyLimits.assumedSpread / Double(max(answered, 1)).squareRoot()
    return (exact * 10).rounded(.up) / 10
  }

  /// Lower end of the interval; 1 where the mean is only told as so much or less.
  package var low: Double {
    mean.bound == .orLess ? 1 : ScaleText.rounded(max(1, mean.value - Self.halfWidth(answered: answered)))
  }

  /// Upper end of the interval; 7 where the mean is only told as so much or more.
  package var high: Double {
    mean.bound == .orMore ? 7 : ScaleText.rounded(min(7, mean.value + Self.halfWidth(answered: answered)))
  }

  /// What the interval is, wherever it is shown.
  package static let intervalWords =
    "How far chance may move the mean in 95 of 100 rounds. It is worked out from the number of answers alone, as if "
    + "people’s means lay \(SurveyLimits.assumedSpread) apart: it tells nothing of how answers spread."

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

extension SurveyResult {
  private enum CodingKeys: String, CodingKey { case answered, mean, low, high, items }

  /// Ends of intervals that an older Mayday has stored told how answers spread: they are not read.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    answered = try values.decode(Int.self, forKey: .answered)
    mean = try values.decode(Mean.self, forKey: .mean)
    items = try values.decode([Mean].self, forKey: .items)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(answered, forKey: .answered)
    try values.encode(mean, forKey: .mean)
    try values.encode(low, forKey: .low)
    try values.encode(high, forKey: .high)
    try values.encode(items, forKey: .items)
  }
}
