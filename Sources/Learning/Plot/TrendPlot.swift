/// One span over the months as a plot: where everything stands, in units of its own, and what is written beside it.
///
/// The vertical axis is logarithmic from a minute to a month or more, as lengths of incidents are: what is shorter stands
/// at its foot. Months stand side by side; within one, points are spread so that none hides another.
package struct TrendPlot: Hashable, Sendable {
  package enum Mark: Hashable, Sendable {
    /// A circle.
    case ended
    /// A triangle that points up: it has lasted so long and goes on.
    case open
  }

  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var mark: Mark
    package var incident: String
    /// `INC-12: 34 min`, for whoever points at it or listens.
    package var words: String
  }

  /// The middle half of a month, and its median.
  package struct Box: Hashable, Sendable {
    package var x: Double
    package var width: Double
    package var top: Double
    package var bottom: Double
    package var median: Double
    package var words: String
  }

  package struct Label: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var text: String
  }

  package var title: String
  /// The same in sentences.
  package var description: String
  package var width: Double
  package var height: Double
  package var points: [Point] = []
  package var boxes: [Box] = []
  /// Of the vertical axis, with a line across.
  package var ticks: [Label] = []
  /// Of the horizontal axis: months.
  package var months: [Label] = []
  /// Below the months: `4`, `2 open`, `1 missing`.
  package var counts: [Label] = []

  /// The newest months that a plot has room for.
  package static let monthsMax = 24
  static let left = 64.0
  static let right = 12.0
  static let top = 12.0
  static let bottom = 58.0
  static let monthWidth = 56.0
  private static let steps: [Double] = [60, 300, 900, 3600, 14_400, 86_400, 604_800, 2_592_000]

  package init(_ trend: SpanTrend) {
    let months = trend.months.suffix(Self.monthsMax)
    title = "Time \(trend.name)"
    width = Self.left + Self.right + Self.monthWidth * Double(max(4, months.count))
    height = 280
    let all = months.flatMap { $0.distribution.points + $0.distribution.open }
    let longest = all.map(\.seconds).max() ?? 3600
    let upper = Self.steps.first { $0 >= longest } ?? max(longest, 2_592_000)
    let scale = Scale(upper: max(upper, 3600), top: Self.top, bottom: 280 - Self.bottom)
    description = Self.words(trend, shown: months.count)
    ticks = Self.steps.filter { $0 <= scale.upper }.map {
      Label(x: Self.left, y: scale.y($0), text: SpanWords.text($0))
    }
    for (index, month) in months.enumerated() {
      let middle = Self.left + Self.monthWidth * (Double(index) + 0.5)
      add(month, at: middle, scale)
    }
  }

  private mutating func add(_ month: MonthTrend, at middle: Double, _ scale: Scale) {
    let own = month.distribution
    months.append(Label(x: middle, y: height - 38, text: month.month))
    if let lower = own.lowerQuartile, let upper = own.upperQuartile, let median = own.median {
      boxes.append(
        Box(
          x: middle - 18, width: 36, top: scale.y(upper), bottom: scale.y(lower), median: scale.y(median),
          words: "\(month.month): median \(SpanWords.text(median)), half between \(SpanWords.text(lower)) and "
            + SpanWords.text(upper)))
    }
    let marked = own.points.map { ($0, Mark.ended) } + own.open.map { ($0, Mark.open) }
    for (index, (point, mark)) in marked.enumerated() {
      // Left and right of the middle in turn, in steps that come back.
      let offset = Double((index % 7) - 3) * 4.5
      let words = mark == .open ? "open for \(SpanWords.text(point.seconds))" : SpanWords.text(point.seconds)
      points.append(
        Point(
          x: middle + (marked.count == 1 ? 0 : offset), y: scale.y(point.seconds), mark: mark, incident: point.incident,
          words: "\(point.incident): \(words)"))
    }
    var lines = ["n \(own.points.count)"]
    if !own.open.isEmpty { lines.append("\(own.open.count) open") }
    let unusable = own.missing.count + own.invalid.count
    if unusable > 0 { lines.append("\(unusable) no time") }
    counts.append(Label(x: middle, y: height - 24, text: lines[0]))
    if lines.count > 1 {
      counts.append(Label(x: middle, y: height - 11, text: lines.dropFirst().joined(separator: ", ")))
    }
  }

  /// The plot in sentences, for whoever does not see it.
  private static func words(_ trend: SpanTrend, shown: Int) -> String {
    let whole = trend.whole
    var words = "Time \(trend.name), by month. \(TrendWords.sentence(whole))"
    if shown < trend.months.count { words += " Shown are the newest \(shown) of \(trend.months.count) months." }
    for month in trend.months.suffix(shown) {
      words += " \(month.month): \(TrendWords.sentence(month.distribution))"
    }
    return words
  }

  /// From seconds to a place, logarithmic.
  private struct Scale {
    var upper: Double
    var top: Double
    var bottom: Double

    func y(_ seconds: Double) -> Double {
      let share = Self.log(max(60, min(seconds, upper)) / 60) / Self.log(upper / 60)
      return ((bottom - share * (bottom - top)) * 10).rounded() / 10
    }

    private static func log(_ value: Double) -> Double { LogScale.log(value) }
  }
}
