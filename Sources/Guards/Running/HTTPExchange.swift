import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request over HTTP and its answer, bounded in bytes and redirects.
final class HTTPExchange: NSObject, URLSessionDataDelegate, Sendable {
  struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
    /// Whether the body is longer than what was read.
    var isCut: Bool
    /// A redirect that was not followed, and why.
    var refusal: String?
    /// Where the last redirect led; nil where there was none.
    var address: String?
  }

  private struct State {
    var continuation: CheckedContinuation<Answer, any Error>?
    var task: URLSessionTask?
    var isCancelled = false
    var answer = Answer(status: 0, body: [], isCut: false)
    var redirects = 0
  }

  private let state = Mutex(State())
  /// Headers of the guard's own, which other machines must not see.
  private let ownHeaders: [String]
  private let followsRedirects: Bool
  private let reach: ReachRule

  init(ownHeaders: [String], followsRedirects: Bool, reach: ReachRule = .everywhere) {
    self.ownHeaders = ownHeaders
    self.followsRedirects = followsRedirects
    self.reach = reach
  }

  /// Sends the request and waits for the whole answer, or its beginning where it is long.
  ///
  /// Cancelling the task that waits ends the exchange.
  func send(_ request: URLRequest) async throws -> Answer {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let task = session.dataTask(with: request)
        let isCancelled = state.withLock { state in
          state.continuation = continuation
          state.task = task
          return state.isCancelled
        }
        if isCancelled {
          end { _ in .failure(CancellationError()) }
        } else {
          task.resume()
        }
      }
    } onCancel: {
      state.withLock { $0.isCancelled = true }
      end { _ in .failure(CancellationError()) }
    }
  }

  /// Answers whoever waits, once, and then ends the task: a session may take seconds to notice that it was cancelled.
  private func end(_ outcome: (Answer) -> Result<Answer, any Error>) {
    let (continuation, task, answer) = state.withLock { state in
      defer {
        state.continuation = nil
        state.task = nil
      }
      return (state.continuation, state.task, state.answer)
    }
    continuation?.resume(with: outcome(answer))
    task?.cancel()
  }

  // MARK: - URLSessionDataDelegate

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    guard followsRedirects else { return completionHandler(nil) }
    let told = state.withLock { state -> String? in
      state.redirects += 1
      return Self.refusal(from: response.url, to: request.url, number: state.redirects)
    }
    // A machine outside that leads inside is not followed there. The name is looked up on the session's own queue.
    let refusal = told ?? reach.refusal(request.url).map { "it redirects, and \($0)" }
    guard let refusal else {
      var next = request
      if response.url?.host != request.url?.host || response.url?.port != request.url?.port {
        for name in ownHeaders { next.setValue(nil, forHTTPHeaderField: name) }
      }
      state.withLock { $0.answer.address = request.url?.absoluteString }
      return completionHandler(next)
    }
    state.withLock { state in
      state.answer.refusal = refusal
      state.answer.status = response.statusCode
    }
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    if let response = response as? HTTPURLResponse { state.withLock { $0.answer.status = response.statusCode } }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isFull = state.withLock { state in
      guard state.continuation != nil else { return false }
      let room = GuardLimits.bodyBytesMax - state.answer.body.count
      state.answer.body += data.prefix(max(0, room))
      if data.count > room { state.answer.isCut = true }
      return state.answer.isCut
    }
    if isFull { end { .success($0) } }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    end { answer in
      let isEnough = answer.refusal != nil && answer.status != 0
      if let error, !isEnough { return .failure(error) }
      return .success(answer)
    }
  }

  private static func refusal(from: URL?, to: URL?, number: Int) -> String? {
    let scheme = to?.scheme?.lowercased() ?? ""
    let place = GuardText.shortened(to?.absoluteString ?? "nowhere", to: 120)
    guard scheme == "http" || scheme == "https" else {
      return "it redirects to '\(place)', which is not http or https"
    }
    if scheme == "http", from?.scheme?.lowercased() == "https" {
      return "it redirects from https to '\(place)', which is not encrypted"
    }
    return number > GuardLimits.redirectsMax ? "it redirects more than \(GuardLimits.redirectsMax) times" : nil
  }
}
