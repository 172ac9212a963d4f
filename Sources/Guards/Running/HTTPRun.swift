import Foundation

/// Sends the request of a guard and compares the answer with what is expected.
struct HTTPRun {
  /// Bytes of a body that a result quotes.
  static let quotedBytesMax = 4 * 1024

  let check: HTTPCheck
  let environment: [String: String]
  var reach = ReachRule.everywhere

  func run(until deadline: GuardDeadline) async -> GuardSight {
    let env = environment.filter { check.env.contains($0.key) }
    guard let request = HTTPAsking.request(check.url, method: check.method, headers: check.headers, env: env) else {
      return .unknown("'\(check.url)' is not an address")
    }
    // A guard that expects a redirect is one about the redirect.
    let followsRedirects = !(check.status ?? []).contains { (300...399).contains($0) }
    let outcome = await HTTPAsking.ask(
      request, headers: check.headers, followsRedirects: followsRedirects, reach: reach,
      seconds: deadline.secondsLeft)
    switch outcome {
    case .late: return .late(afterSeconds: deadline.seconds)
    case .cancelled: return .cancelled
    case .failure(let words): return .unknown(words)
    case .answer(let answer, let seconds): return judge(answer, seconds: seconds)
    }
  }

  func judge(_ answer: HTTPExchange.Answer, seconds: Double) -> GuardSight {
    let detail = detail(answer)
    if let refusal = answer.refusal { return .broken("\(refusal) (status \(answer.status))", detail: detail) }
    var differences: [String] = []
    var doubts: [String] = []
    if !isExpected(answer.status) {
      let expected = check.status.map { $0.map(String.init).joined(separator: " or ") } ?? "200 to 299"
      differences.append("status \(answer.status), expected \(expected)")
    }
    if let limit = check.withinSeconds, seconds > limit {
      differences.append("answered after \(Self.precise(seconds)), expected within \(Self.precise(limit))")
    }
    let tooLong = "the answer is longer than \(GuardLimits.bodyBytesMax / 1024) KiB, too long to search whole"
    if let text = check.bodyHas, !contains(answer, text) {
      if answer.isCut {
        doubts.append(tooLong)
      } else {
        differences.append("the answer lacks '\(GuardText.shortened(text, to: 60))'")
      }
    }
    if let text = check.bodyLacks {
      if contains(answer, text) {
        differences.append("the answer has '\(GuardText.shortened(text, to: 60))'")
      } else if answer.isCut {
        doubts.append(tooLong)
      }
    }
    if !check.json.isEmpty {
      if answer.isCut { doubts.append(tooLong) } else { differences += jsonDifferences(answer.body) }
    }
    guard differences.isEmpty else { return .broken(differences.joined(separator: "; "), detail: detail) }
    if let doubt = doubts.first { return .unknown(doubt, detail: detail) }
    return .held("status \(answer.status) after \(Self.precise(seconds))", detail: detail)
  }

  private func isExpected(_ status: Int) -> Bool {
    check.status?.contains(status) ?? (200...299).contains(status)
  }

  private func contains(_ answer: HTTPExchange.Answer, _ text: String) -> Bool {
    ByteSearch.first(Array(text.utf8), in: answer.body[...]) != nil
  }

  private func jsonDifferences(_ body: [UInt8]) -> [String] {
    guard let value = try? JSONDecoder().decode(GuardJSON.self, from: Data(body)) else {
      return ["the answer is not JSON"]
    }
    return check.json.sorted { $0.key < $1.key }.compactMap { pointer, expected in
      guard let found = value.value(at: pointer) else {
        return "\(pointer) is not in the answer, expected \(expected.words)"
      }
      return found == expected ? nil : "\(pointer) is \(found.words), expected \(expected.words)"
    }
  }

  private func detail(_ answer: HTTPExchange.Answer) -> String {
    var output = BoundedOutput(bytesMax: Self.quotedBytesMax)
    output.append(answer.body[...])
    let address = answer.address.map { "redirected to \($0)\n" } ?? ""
    return address + output.text
  }

  private static func precise(_ seconds: Double) -> String {
    seconds < 10 ? "\(Int((seconds * 1000).rounded())) ms" : GuardText.seconds(seconds)
  }
}
