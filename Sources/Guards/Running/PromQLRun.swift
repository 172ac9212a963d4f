import Foundation

/// Asks Prometheus the query of a guard and compares its series with what is expected.
///
/// Prometheus' HTTP API, instant queries: https://prometheus.io/docs/prometheus/latest/querying/api/
struct PromQLRun {
  let check: PromQLCheck
  let environment: [String: String]
  var reach = ReachRule.everywhere

  func run(until deadline: GuardDeadline) async -> GuardSight {
    let env = environment.filter { check.env.contains($0.key) }
    var headers = check.headers
    headers["Accept"] = "application/json"
    guard let url = address(seconds: deadline.secondsLeft),
      let request = HTTPAsking.request(url, headers: headers, env: env)
    else { return .unknown("'\(check.server)' is not an address") }
    switch await HTTPAsking.ask(
      request, headers: check.headers, reach: reach, seconds: deadline.secondsLeft)
    {
    case .late: return .late(afterSeconds: deadline.seconds)
    case .cancelled: return .cancelled
    case .failure(let words): return .unknown("Prometheus was not asked: \(words)")
    case .answer(let answer, _): return read(answer)
    }
  }

  private func address(seconds: Double) -> String? {
    var base = check.server[...]
    while base.hasSuffix("/") { base = base.dropLast() }
    let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    guard let query = check.query.addingPercentEncoding(withAllowedCharacters: plain) else { return nil }
    return "\(base)/api/v1/query?query=\(query)&timeout=\(Int(seconds.rounded(.up)))s"
  }

  private func read(_ answer: HTTPExchange.Answer) -> GuardSight {
    if let refusal = answer.refusal { return .unknown("Prometheus was not asked: \(refusal)") }
    guard !answer.isCut else {
      return .unknown(
        "the answer is longer than \(GuardLimits.bodyBytesMax / 1024) KiB: let the query return fewer series")
    }
    guard let value = try? JSONDecoder().decode(GuardJSON.self, from: Data(answer.body)),
      case .string(let status)? = value.value(at: "/status"), status == "success" || status == "error"
    else {
      return .unknown(
        [401, 403].contains(answer.status)
          ? "'\(check.server)' refuses to be asked (status \(answer.status))"
          : "'\(check.server)' does not answer as Prometheus does (status \(answer.status))")
    }
    guard status == "success" else { return failure(value) }
    guard case .string(let type)? = value.value(at: "/data/resultType"), let result = value.value(at: "/data/result")
    else { return .unknown("the answer of Prometheus has no result") }
    switch (type, result) {
    case ("vector", .array(let items)):
      let series = items.compactMap(PromQLSeries.init)
      guard series.count == items.count else { return .unknown("the answer of Prometheus has series without a value") }
      return PromQLJudge(expectation: check.expect).judge(series)
    case ("scalar", .array(let sample)):
      guard let series = PromQLSeries(scalar: sample) else { return .unknown("the answer of Prometheus has no value") }
      return PromQLJudge(expectation: check.expect).judge([series])
    case ("matrix", _):
      return .unknown("the query returns ranges, not one value for each series: use a function such as max_over_time")
    default: return .unknown("the query returns a \(type), not series")
    }
  }

  private func failure(_ value: GuardJSON) -> GuardSight {
    var words = "it gives no reason"
    if case .string(let error)? = value.value(at: "/error") { words = error }
    var type = ""
    if case .string(let errorType)? = value.value(at: "/errorType") { type = errorType }
    switch type {
    case "bad_data": return .unknown("the query is not valid: \(words)")
    case "timeout", "canceled": return .unknown("Prometheus gave the query up: \(words)")
    case "execution": return .unknown("the query cannot be answered: \(words)")
    case "unavailable": return .unknown("Prometheus is not ready: \(words)")
    default: return .unknown("Prometheus cannot answer: \(words)")
    }
  }
}
