import Learning
import PageKit

/// How long one span took: every incident a dot, what still lasts a triangle, the middle a line; all in words beside it.
///
/// Where a row has more dots than can be told apart, those that would lie on each other are one.
struct SpanPlot: Sendable {
  /// Months that are drawn.
  private static let monthsMax = 18
  /// Dots of a row that can be told apart: half a hundredth of its width each.
  private static let dotsMax = 200
  /// Incidents that a dot names.
  private static let namedMax = 6

  private let trend: SpanTrend
  private let scale: DurationScale

  init(trend: SpanTrend) {
    self.trend = trend
    scale = DurationScale((trend.whole.points + trend.whole.open).map(\.seconds))
  }

  private var whole: Distribution { trend.whole }

  var html: HTML {
    Tag.figure(.class("span-plot")) {
      Tag.figcaption {
        Tag.h3 { "Time \(trend.name)" }
        Tag.p(.class("span-sum")) { sum }
        Tag.p(.class("section-note")) { rest }
      }
      if !(whole.points + whole.open).isEmpty {
        row("All", whole)
        let months = trend.months.filter { !($0.distribution.points + $0.distribution.open).isEmpty }
        if months.count > 1 {
          for month in months.suffix(Self.monthsMax) { row(month.month, month.distribution) }
        }
        axis
      }
    }
  }

  /// The middle with what it counts; with few points, each.
  private var sum: HTML {
    guard let median = whole.median else {
      return Gap("None has a beginning and an end that somebody stated").html
    }
    if whole.isSmall {
      return .joined([
        Tag.strong { whole.points.map { Wording.duration(seconds: $0.seconds) }.joined(separator: ", ") },
        HTML(" – \(Wording.count(whole.count, "incident")): too few for more than showing each"),
      ])
    }
    var words = "in the middle of \(Wording.count(whole.count, "incident"))"
    if let lower = whole.lowerQuartile, let upper = whole.upperQuartile {
      words += "; half of them between \(Wording.duration(seconds: lower)) and \(Wording.duration(seconds: upper))"
    }
    return .joined([Tag.strong { Wording.duration(seconds: median) }, HTML(" \(words)")])
  }

  /// What is no point is not forgotten.
  private var rest: String {
    var parts: [String] = []
    if !whole.open.isEmpty {
      parts.append("\(Wording.count(whole.open.count, "incident")) not over yet: \(names(whole.open.map(\.incident)))")
    }
    if !whole.missing.isEmpty {
      parts.append(
        "\(Wording.count(whole.missing.count, "incident")) without it: nobody stated the beginning or the end")
    }
    if !whole.invalid.isEmpty {
      parts.append(
        "\(Wording.count(whole.invalid.count, "incident")) whose end is before the beginning: \(names(whole.invalid))")
    }
    return parts.isEmpty ? "None is open, missing or wrong." : parts.joined(separator: ". ") + "."
  }

  private func names(_ incidents: [String]) -> String {
    incidents.prefix(Self.namedMax).joined(separator: ", ")
      + (incidents.count > Self.namedMax ? ", …" : "")
  }

  // MARK: Drawing

  private func row(_ label: String, _ distribution: Distribution) -> HTML {
    Tag.div(.class("plot-row")) {
      Tag.p(.class("plot-label")) {
        Tag.span { label }
        Tag.span(.class("plot-count")) { "\(distribution.count + distribution.open.count)" }
      }
      Tag.svg(
        .class("plot"), .set("height", "26"), .set("role", "img"), .label("\(label): \(spoken(distribution))")
      ) {
        for mark in scale.marks {
          let place = scale.place(mark.seconds)
          Tag.line(
            .class("plot-grid"), .set("x1", "\(place)%"), .set("x2", "\(place)%"), .set("y1", "0"), .set("y2", "26"))
        }
        if let lower = distribution.lowerQuartile, let upper = distribution.upperQuartile {
          let from = scale.place(lower)
          Tag.rect(
            .class("plot-half"), .set("x", "\(from)%"), .set("y", "5"),
            .set("width", "\(max(0.5, ((scale.place(upper) - from) * 100).rounded() / 100))%"), .set("height", "16"))
        }
        for dot in dots(distribution.points) {
          Tag.circle(
            .class("plot-dot"), .set("cx", "\(dot.place)%"), .set("cy", "13"), .set("r", "4")
          ) {
            Tag.title { words(dot.points) }
          }
        }
        for point in distribution.open { open(point) }
        if let median = distribution.median, !distribution.isSmall {
          let place = scale.place(median)
          Tag.line(
            .class("plot-median"), .set("x1", "\(place)%"), .set("x2", "\(place)%"), .set("y1", "2"), .set("y2", "24"))
        }
      }
    }
  }

  /// Points by where they are drawn, from left to right as they come.
  private func dots(_ points: [Distribution.Point]) -> [(
    place: Double, points: [Distribution.Point]
  )] {
    guard points.count > Self.dotsMax else { return points.map { (scale.place($0.seconds), [$0]) } }
    var dots: [(place: Double, points: [Distribution.Point])] = []
    for point in points {
      let place = (scale.place(point.seconds) * 2).rounded() / 2
      if dots.last?.place == place {
        dots[dots.count - 1].points.append(point)
      } else {
        dots.append((place, [point]))
      }
    }
    return dots
  }

  private func words(_ points: [Distribution.Point]) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    guard points.count > 1 else {
      return "\(first.incident): \(Wording.duration(seconds: first.seconds))"
    }
    let from = Wording.duration(seconds: first.seconds)
    let to = Wording.duration(seconds: last.seconds)
    let length = from == to ? from : "\(from) to \(to)"
    return "\(Wording.count(points.count, "incident")), \(length): \(names(points.map(\.incident)))"
  }

  /// Hollow, with a line that goes on: at least as long as this.
  private func open(_ point: Distribution.Point) -> HTML {
    let place = scale.place(point.seconds)
    return .joined([
      Tag.circle(.class("plot-open"), .set("cx", "\(place)%"), .set("cy", "13"), .set("r", "4")) {
        Tag.title { "\(point.incident): not over, \(Wording.duration(seconds: point.seconds)) so far" }
      },
      Tag.line(
        .class("plot-on"), .set("x1", "\(place)%"), .set("x2", "\(min(100, place + 4))%"), .set("y1", "13"),
        .set("y2", "13")),
    ])
  }

  private func spoken(_ distribution: Distribution) -> String {
    var words = Wording.count(distribution.count, "incident")
    if let median = distribution.median { words += ", the middle \(Wording.duration(seconds: median))" }
    if let first = distribution.points.first, let last = distribution.points.last, distribution.count > 1 {
      words += ", from \(Wording.duration(seconds: first.seconds)) to \(Wording.duration(seconds: last.seconds))"
    }
    if !distribution.open.isEmpty { words += ", \(distribution.open.count) not over" }
    return words
  }

  private var axis: HTML {
    Tag.div(.class("plot-row plot-axis"), .hidden) {
      Tag.p(.class("plot-label")) {}
      Tag.svg(.class("plot"), .set("height", "18")) {
        for mark in scale.marks {
          Tag.text(
            .class("plot-tick"), .set("x", "\(scale.place(mark.seconds))%"), .set("y", "13"),
            .set("text-anchor", "middle")
          ) { mark.words }
        }
      }
    }
  }
}
