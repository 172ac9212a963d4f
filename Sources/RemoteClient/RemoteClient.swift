internal import Foundation
package import Interchange

/// Sends operations to a server of Mayday.
///
/// Writes carry an idempotency key, so that one whose connection broke can be sent again and is done once. No redirect is
/// followed: the token goes to the address that was set, and nowhere else.
package struct RemoteClient: APIClient {
  /// How often a request is sent again when its connection fails.
  package static let retriesMax = 2

  private let address: ServerAddress
  private let transport: any Transport
  private let newKey: @Sendable () -> String
  private let pause: @Sendable (_ attempt: Int) async -> Void

  /// `pause` waits before a further attempt, counted from 1.
  package init(
    address: ServerAddress, transport: any Transport = URLSessionTransport(),
    newKey: @escaping @Sendable () -> String = { UUID().uuidString },
    pause: @escaping @Sendable (_ attempt: Int) async -> Void = { attempt in
      try? await Task.sleep(for: .milliseconds(300 * attempt * attempt))
    }
  ) {
    self.address = address
    self.transport = transport
    self.newKey = newKey
    self.pause = pause
  }

  /// Throws ``RemoteError`` where no answer of Mayday came.
  package func send(_ request: APIRequest) async throws -> APIAnswer {
    let outgoing = outgoing(request)
    var attempt = 0
    while true {
      let response: IncomingResponse
      do {
        response = try await transport.exchange(outgoing)
      } catch {
        guard case .connection = error, attempt < Self.retriesMax, !Task.isCancelled else { throw remoteError(error) }
        attempt += 1
        await pause(attempt)
        continue
      }
      return try answer(response)
    }
  }

  /// Sends JSON with nothing that says who sends it: no token, no key, no name of the program.
  package func sendAnonymously(_ path: String, body: [UInt8]) async throws -> APIAnswer {
    let url = URL(string: address.base.absoluteString + path) ?? address.base
    let request = OutgoingRequest(
      method: "POST", url: url, headers: ["Accept": "application/json", "Content-Type": "application/json"],
      body: body)
    do {
      return try answer(try await transport.exchange(request))
    } catch let failure as TransportFailure {
      throw remoteError(failure)
    }
  }

  private func outgoing(_ request: APIRequest) -> OutgoingRequest {
    let operation = Operations[request.operation]
    var query = request.query
    var headers = ["Accept": "application/json, application/problem+json", "User-Agent": "mayday"]
    headers["Authorization"] = address.token.map { "Bearer \($0)" }
    headers["If-Match"] = request.ifMatch
    if !operation.method.isRead { headers["Idempotency-Key"] = request.idempotencyKey ?? newKey() }
    var body = request.body
    if let upload = request.upload {
      query["name"] = query["name"] ?? upload.name
      body = upload.bytes
      headers["Content-Type"] = "application/octet-stream"
    } else if operation.body != nil {
      body = body ?? Array("{}".utf8)
      headers["Content-Type"] = "application/json"
    }
    let target = operation.path(request.path) + (query.isEmpty ? "" : "?" + PercentEncoding.query(query))
    // Both parts are encoded: what is put together is an address again.
    let url = URL(string: address.base.absoluteString + target) ?? address.base
    return OutgoingRequest(method: operation.method.rawValue, url: url, headers: headers, body: body)
  }

  private func answer(_ response: IncomingResponse) throws(RemoteError) -> APIAnswer {
    if (300..<400).contains(response.status), response.status != 304 {
      throw error(
        .redirect, "it leads on to '\(response.header("Location") ?? "nowhere")', and that is not followed",
        "set MAYDAY_URL to the address that the server itself has")
    }
    if let version = response.header("Mayday-API"), version != String(Operations.apiVersion) {
      throw error(
        .otherVersion,
        "it speaks version '\(version)' of the interface, and this mayday speaks \(Operations.apiVersion)",
        "use a mayday of the same release as the server")
    }
    let media = response.header("Content-Type")?.split(separator: ";").first.map { $0.lowercased() } ?? ""
    guard media == "application/json" || media == "application/problem+json" else {
      throw error(
        .notMayday, "what answers is not Mayday (status \(response.status), '\(media)')",
        "check the address, and whether Mayday runs behind it")
    }
    return APIAnswer(
      status: response.status, headers: response.headers.map { ($0.name, $0.value) }, mediaType: media,
      body: response.body)
  }

  private func remoteError(_ failure: TransportFailure) -> RemoteError {
    switch failure {
    case .connection(let reason):
      error(
        .cannotReach, "it cannot be reached: \(reason)",
        "check MAYDAY_URL and the network; without MAYDAY_URL, mayday works on the record of this machine")
    case .timedOut: error(.timedOut, "it did not answer in time", "try again, or look at the server")
    case .insecure(let reason):
      error(.insecure, "the connection is not safe: \(reason)", "check the server's certificate and its name")
    case .tooLarge(let limit):
      error(.tooLarge, "the answer is larger than \(limit) bytes, and \(limit) are taken", "ask for less: --limit")
    }
  }

  private func error(_ code: RemoteError.Code, _ message: String, _ hint: String) -> RemoteError {
    RemoteError(code, place: address.name, message: message, hint: hint)
  }
}
