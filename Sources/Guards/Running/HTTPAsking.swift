import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What an address answered within a limit of time.
enum HTTPAsking {
  enum Outcome: Sendable {
    case answer(HTTPExchange.Answer, seconds: Double)
    case late
    case cancelled
    /// In plain words, a clause.
    case failure(String)
  }

  /// A request to an address; nil for one that is none.
  static func request(_ url: String, method: String = "GET", headers: [String: String], env: [String: String])
    -> URLRequest?
  {
    guard let address = URL(string: url), address.host?.isEmpty == false else { return nil }
    var request = URLRequest(url: address)
    request.httpMethod = method
    request.setValue("mayday-guard", forHTTPHeaderField: "User-Agent")
    for (name, value) in headers { request.setValue(filled(value, env), forHTTPHeaderField: name) }
    return request
  }

  /// Sends a request and waits for at most the seconds that are left.
  ///
  /// Nothing is sent to a machine that `reach` keeps from it.
  static func ask(
    _ request: URLRequest, headers: [String: String], followsRedirects: Bool = true, reach: ReachRule = .everywhere,
    seconds: Double
  ) async -> Outcome {
    var request = request
    request.timeoutInterval = seconds + 5
    let exchange = HTTPExchange(
      ownHeaders: Array(headers.keys), followsRedirects: followsRedirects, reach: reach)
    let sent = request
    let began = ContinuousClock.now
    return await withTaskGroup(of: Outcome.self) { group in
      group.addTask {
        if let refusal = await GuardRunner.blocking({ reach.refusal(sent.url) }) {
          return .failure("\(refusal): \(ReachRule.hint)")
        }
        do {
          let answer = try await exchange.send(sent)
          let took = began.duration(to: .now)
          return .answer(answer, seconds: Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
        } catch {
          return Task.isCancelled ? .cancelled : .failure(words(error, sent.url?.host ?? ""))
        }
      }
      group.addTask {
        do {
          try await Task.sleep(for: .seconds(seconds))
          return .late
        } catch {
          return .cancelled
        }
      }
      let first = await group.next() ?? .cancelled
      group.cancelAll()
      return first
    }
  }

  /// The text with variables in place of their names; a name that is not given stands for nothing.
  private static func filled(_ text: String, _ env: [String: String]) -> String {
    text.replacing(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/) { env[String($0.output.1)] ?? "" }
  }

  private static func words(_ error: any Error, _ host: String) -> String {
    guard let code = (error as? URLError)?.code else { return "the request failed" }
    switch code {
    case .cannotConnectToHost: return "nothing answers at '\(host)': no connection"
    case .cannotFindHost, .dnsLookupFailed: return "there is no machine named '\(host)'"
    case .timedOut: return "'\(host)' did not answer in time"
    case .networkConnectionLost: return "'\(host)' closed the connection"
    case .notConnectedToInternet: return "there is no network"
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      return "the certificate of '\(host)' is not trusted, or its encryption failed"
    case .badServerResponse, .cannotParseResponse: return "what '\(host)' answers is not HTTP"
    default: return "the request to '\(host)' failed: \(error.localizedDescription.lowercased())"
    }
  }
}
