import RemoteClient
import Synchronization

/// Answers by a script, and keeps what it was sent.
final class ScriptedTransport: Transport {
  typealias Step = Result<IncomingResponse, TransportFailure>

  private let script: Mutex<[Step]>
  private let log = Mutex<[OutgoingRequest]>([])

  init(_ steps: Step...) { script = Mutex(steps) }

  var sent: [OutgoingRequest] { log.withLock { $0 } }

  func exchange(_ request: OutgoingRequest) async throws(TransportFailure) -> IncomingResponse {
    log.withLock { $0.append(request) }
    let step: Step? = script.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    guard let step else { throw .connection("the script has ended") }
    return try step.get()
  }
}

extension Result where Success == IncomingResponse, Failure == TransportFailure {
  static func json(_ text: String, status: Int = 200, _ headers: (String, String)...) -> Self {
    let type = status >= 400 ? "application/problem+json" : "application/json; charset=utf-8"
    let all = [("Content-Type", type)] + headers
    return .success(
      IncomingResponse(status: status, headers: all.map { .init($0.0, $0.1) }, body: Array(text.utf8)))
  }
}
