/// One series of an answer, with its present value.
struct PromQLSeries {
  /// As Prometheus writes it: `up{instance="a:9090",job="a"}`.
  var name: String
  var value: Double

  init(name: String, value: Double) {
    self.name = name
    self.value = value
  }

  /// Reads an entry of a vector; nil where it has no value.
  init?(_ item: GuardJSON) {
    guard case .object(let members)? = item.value(at: "/metric"), let value = Self.number(item.value(at: "/value/1"))
    else { return nil }
    var labels: [String] = []
    var metric = ""
    for (key, label) in members.sorted(by: { $0.key < $1.key }) {
      guard case .string(let text) = label else { continue }
      if key == "__name__" { metric = text } else { labels.append("\(key)=\"\(text)\"") }
    }
    name = labels.isEmpty && !metric.isEmpty ? metric : metric + "{" + labels.joined(separator: ",") + "}"
    self.value = value
  }

  init?(scalar sample: [GuardJSON]) {
    guard let value = Self.number(GuardJSON.array(sample).value(at: "/1")) else { return nil }
    self.init(name: "the value", value: value)
  }

  /// Values are texts, because JSON has no NaN and no infinity.
  private static func number(_ value: GuardJSON?) -> Double? {
    guard case .string(let text)? = value else { return nil }
    switch text {
    case "NaN": return .nan
    case "+Inf", "Inf": return .infinity
    case "-Inf": return -.infinity
    default: return Double(text)
    }
  }
}

/// Compares series with what a guard expects.
struct PromQLJudge {
  let expectation: PromQLExpectation

  func judge(_ series: [PromQLSeries]) -> GuardSight {
    let count = GuardText.counted(series.count, "series", "series")
    switch expectation {
    case .empty:
      return series.isEmpty
        ? .held("no series, as expected") : .broken("\(count), expected none: \(first(series))", detail: list(series))
    case .notEmpty:
      return series.isEmpty ? .broken("no series, expected at least one") : .held(count, detail: list(series))
    case .every(let comparison, let bound):
      let expected = "\(comparison.rawValue) \(GuardText.number(bound))"
      // Whoever compares has something in mind: nothing to compare is not the same as all being well.
      guard !series.isEmpty else { return .unknown("no series to compare, expected every one \(expected)") }
      let numbers = series.filter { !$0.value.isNaN }
      let outside = numbers.filter { !comparison.holds($0.value, bound) }
      let missing = series.filter(\.value.isNaN)
      guard outside.isEmpty else {
        return .broken(
          "\(outside.count) of \(count) not \(expected): \(first(outside))", detail: list(outside + missing))
      }
      guard missing.isEmpty else {
        return .unknown(
          "\(missing.count) of \(count) without a number (NaN): \(missing[0].name)", detail: list(missing))
      }
      let seen = series.count == 1 ? first(series) : "\(count), each"
      return .held("\(seen) \(series.count == 1 ? "(expected \(expected))" : expected)", detail: list(series))
    }
  }

  private func first(_ series: [PromQLSeries]) -> String {
    series.first.map { "\($0.name) is \(GuardText.number($0.value))" } ?? ""
  }

  private func list(_ series: [PromQLSeries]) -> String {
    var lines = series.prefix(GuardLimits.seriesListedMax).map { "\($0.name) \(GuardText.number($0.value))" }
    if series.count > lines.count { lines.append("… \(series.count - lines.count) more") }
    return lines.joined(separator: "\n")
  }
}
