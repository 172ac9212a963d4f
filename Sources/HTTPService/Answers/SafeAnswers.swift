import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import PageKit

/// Around every request: who may ask and how, what a browser may do with the answer, and pages and problems in place of
/// bare errors.
struct SafeAnswers: RouterMiddleware {
  typealias Context = VisitContext

  let hosts: HostRule
  let recognition: Recognition
  let errors: ErrorAnswers

  func handle(
    _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
  ) async throws -> Response {
    let started = ContinuousClock.now
    var context = context
    var response = await answer(request, &context, next: next)
    SafeHeaders.add(to: &response.headers, isSecure: context.isSecure)
    guard !request.isAnonymous else { return response }
    context.logger.debug(
      "\(request.method.rawValue) \(request.loggedPath) \(response.status.code) in \(ContinuousClock.now - started)")
    return response
  }

  private func answer(
    _ request: Request, _ context: inout VisitContext, next: (Request, VisitContext) async throws -> Response
  ) async -> Response {
    guard hosts.allows(request.head.authority) else {
      return Answers.text(
        "This server listens on this machine only, and answers to localhost and 127.0.0.1.\n",
        status: .misdirectedRequest)
    }
    do {
      try await recognition.recognise(request, in: &context)
      return try await next(request, context)
    } catch {
      return await errors.answer(error, request: request, context: context)
    }
  }
}

extension Request {
  /// Whether it brings answers to a survey, however its path is written: nothing of who sends it is looked at or logged.
  var isAnonymous: Bool {
    let path = uri.path.removingPercentEncoding ?? uri.path
    return path.split(separator: "/").joined(separator: "/") == SitePath.safety(.answers).text.dropFirst()
  }

  /// The path as it may stand in a log: a one-time link's secret is left out.
  var loggedPath: String {
    let path = uri.path
    for link in ["/welcome/", "/join/"] where path.hasPrefix(link) { return link + "…" }
    return path
  }
}
