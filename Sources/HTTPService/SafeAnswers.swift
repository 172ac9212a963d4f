import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import WebPages

/// Around every request: who may ask and how, what a browser may do with the answer, and pages in place of bare errors.
struct SafeAnswers<Context: RequestContext>: RouterMiddleware {
  let hosts: HostRule

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let started = ContinuousClock.now
    var response = await answer(request, context: context, next: next)
    for (name, value) in Self.headers { response.headers[name] = value }
    context.logger.debug(
      "\(request.method.rawValue) \(request.uri.path) \(response.status.code) in \(ContinuousClock.now - started)")
    return response
  }

  private func answer(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async -> Response {
    guard hosts.allows(request.head.authority) else {
      return Answers.text(
        "This server listens on this machine only, and answers to localhost and 127.0.0.1.\n",
        status: .misdirectedRequest)
    }
    guard request.method == .get || request.method == .head else {
      var response = Answers.text("Only GET and HEAD are answered here.\n", status: .methodNotAllowed)
      response.headers[.allow] = "GET, HEAD"
      return response
    }
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError where error.status == .notFound {
      return Answers.page(MessagePage.notFound.html, status: .notFound)
    } catch {
      context.logger.error("\(request.uri.path): \(error)")
      return Answers.page(MessagePage.failed.html, status: .internalServerError)
    }
  }

  /// Nothing is loaded from elsewhere, nothing inline is run, and no other site may frame or read what is here.
  private static var headers: [(HTTPField.Name, String)] {
    [
      (.contentSecurityPolicy, contentSecurityPolicy),
      (.xContentTypeOptions, "nosniff"),
    ] + named
  }

  static var contentSecurityPolicy: String {
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
      + "base-uri 'none'; frame-ancestors 'none'"
  }

  private static var named: [(HTTPField.Name, String)] {
    [
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
  }
}
