internal import Foundation
internal import FoundationNetworking
internal import Synchronization

/// Carries requests by the HTTP client that comes with the toolchain.
package struct URLSessionTransport: Transport {
  package static let answerBytesMax = 64 * 1024 * 1024
  package static let idleSecondsMax = 30.0
  package static let wholeSecondsMax = 300.0

  private let bytesMax: Int
  private let idleSeconds: Double

  package init(bytesMax: Int = Self.answerBytesMax, idleSeconds: Double = Self.idleSecondsMax) {
    self.bytesMax = bytesMax
    self.idleSeconds = idleSeconds
  }

  package func exchange(_ request: OutgoingRequest) async throws(TransportFailure) -> IncomingResponse {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = idleSeconds
    configuration.timeoutIntervalForResource = Self.wholeSecondsMax
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    let collector = Collector(bytesMax: bytesMax)
    let session = URLSession(configuration: configuration, delegate: collector, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    var outgoing = URLRequest(url: request.url)
    outgoing.httpMethod = request.method
    for (name, value) in request.headers { outgoing.setValue(value, forHTTPHeaderField: name) }
    outgoing.httpBody = request.body.map { Data($0) }
    let task = session.dataTask(with: outgoing)
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        collector.whenDone { continuation.resume(returning: $0) }
        task.resume()
      }
    } onCancel: {
      task.cancel()
    }
    return try outcome.get()
  }
}

/// Gathers one answer up to its bound.
private final class Collector: NSObject, URLSessionDataDelegate {
  typealias Outcome = Result<IncomingResponse, TransportFailure>

  private struct State {
    var body: [UInt8] = []
    var isTooLarge = false
    var done: (@Sendable (Outcome) -> Void)?
  }

  private let bytesMax: Int
  private let state = Mutex(State())

  init(bytesMax: Int) { self.bytesMax = bytesMax }

  func whenDone(_ done: @escaping @Sendable (Outcome) -> Void) { state.withLock { $0.done = done } }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = state.withLock { state in
      state.isTooLarge = state.isTooLarge || state.body.count + data.count > bytesMax
      if !state.isTooLarge { state.body += data }
      return state.isTooLarge
    }
    if isTooLarge { dataTask.cancel() }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let (done, body, isTooLarge) = state.withLock { state in
      defer { state.done = nil }
      return (state.done, state.body, state.isTooLarge)
    }
    if isTooLarge {
      done?(.failure(.tooLarge(limit: bytesMax)))
    } else if let error {
      done?(.failure(Self.failure(error)))
    } else if let response = task.response as? HTTPURLResponse {
      let headers = response.allHeaderFields.compactMap { name, value in
        (name as? String).map { IncomingResponse.Header($0, "\(value)") }
      }
      done?(.success(IncomingResponse(status: response.statusCode, headers: headers, body: body)))
    } else {
      done?(.failure(.connection("nothing came back")))
    }
  }

  private static func failure(_ error: any Error) -> TransportFailure {
    let code = (error as? URLError)?.code ?? URLError.Code(rawValue: (error as NSError).code)
    switch code {
    case .timedOut: return .timedOut
    case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected:
      return .insecure(error.localizedDescription)
    case .cannotFindHost, .dnsLookupFailed: return .connection("there is no host of that name")
    case .cannotConnectToHost: return .connection("nothing accepts the connection")
    case .networkConnectionLost: return .connection("the connection broke")
    default: return .connection(error.localizedDescription)
    }
  }
}
