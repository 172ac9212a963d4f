import Accounts
import HTTPTypes
import Hummingbird
import Interchange
import Logging
import PageKit

/// Tells what went wrong: to people by a page, to programs by a problem (RFC 9457), with nothing of the inside.
struct ErrorAnswers: Sendable {
  let tokens: FormTokens

  func answer(_ error: any Error, request: Request, context: VisitContext) async -> Response {
    let isProgram = Self.isForPrograms(request)
    switch error {
    case is SignInNeeded: return await signIn(request)
    case let refusal as Refusal: return answer(refusal, context, isProgram: isProgram)
    case let error as any HTTPResponseError where error.status == .notFound:
      return answer(.notFound, context, isProgram: isProgram)
    case let error as AccountError:
      return answer(Self.refusal(error), context, isProgram: isProgram)
    default:
      if !request.isAnonymous { context.logger.error("\(request.method.rawValue) \(request.loggedPath): \(error)") }
      let failed = Refusal(
        .internalServerError, "this could not be done; the fault is here",
        hint: "what went wrong is in the server's log")
      return isProgram
        ? answer(failed, context, isProgram: true)
        : Answers.page(MessagePage.failed.html(for: tokens.visitor(context)), status: .internalServerError)
    }
  }

  /// Everything under `/api` is asked by programs, its readable page apart.
  static func isForPrograms(_ request: Request) -> Bool {
    request.uri.path.hasPrefix("/api/")
  }

  private func answer(_ refusal: Refusal, _ context: VisitContext, isProgram: Bool) -> Response {
    var response =
      isProgram
      ? Self.problem(refusal)
      : Answers.page(
        MessagePage.refusal(status: refusal.status.code, detail: refusal.detail, hint: refusal.hint)
          .html(for: tokens.visitor(context)), status: refusal.status)
    for (name, value) in refusal.headers { response.headers[name] = value }
    return response
  }

  static func problem(_ refusal: Refusal) -> Response {
    let kind: ProblemKind =
      switch refusal.status.code {
      case 400: .malformedBody
      case 401: .notSignedIn
      case 403: .notAllowed
      case 404: .notFound
      case 405: .methodNotAllowed
      case 409: .wrongState
      case 413: .tooLarge
      case 415: .unsupportedMedia
      case 422: .invalidFields
      case 429: .tooManyRequests
      case 503: .unavailable
      default: .failure
      }
    var problem = Problem(kind, refusal.detail, hint: refusal.hint)
    problem.status = refusal.status.code
    return Answers.answer(problem.answer())
  }

  /// A person is led to where one signs in, and back afterwards to what they wanted to read.
  private func signIn(_ request: Request) async -> Response {
    let wanted = request.method == .get ? request.head.path.flatMap { LocalPath($0) } : nil
    return Answers.seeOther(LocalPath(SitePath.access(.signIn(returnTo: wanted?.text)).text) ?? .home)
  }

  static func refusal(_ error: AccountError) -> Refusal {
    switch error.code {
    case .throttled(let seconds):
      return Refusal(
        .tooManyRequests, error.message, hint: error.hint, headers: [(.retryAfter, "\(max(1, seconds))")])
    case .notAllowed: return Refusal(.forbidden, error.message, hint: error.hint)
    case .noSuchAccount, .noSuchInvitation, .noSuchSession, .noSuchToken: return .notFound
    case .busy: return Refusal(.serviceUnavailable, error.message, hint: error.hint, headers: [(.retryAfter, "5")])
    case .notARecord, .newerSchema, .damaged, .storage:
      return Refusal(.internalServerError, "accounts cannot be read at this moment", hint: "look into the server's log")
    case .lastAdministrator, .handleTaken: return Refusal(.conflict, error.message, hint: error.hint)
    default: return Refusal(.unprocessableContent, error.message, hint: error.hint)
    }
  }
}
