package import Accounts
package import Chronology
package import Desk
package import Interchange
import Journal
package import SurveyStore

/// Every operation of the API over a desk: the same for the server, for forms and for a terminal.
///
/// It checks permission, parameters, body and version by the table of operations, lets the desk decide, and puts the
/// desk's views into the wire's words. What a caller may not know of is answered like what is not there.
package struct APIService: Sendable {
  let desk: Desk
  /// Nil: nobody asks here how safe people feel to speak.
  let surveys: (@Sendable () throws -> SurveyStore)?
  let mayday: String
  let cursors: EventCursors
  let shelf: AnswerShelf
  let now: @Sendable () -> Instant
  private let onFailure: @Sendable (any Error) -> Void

  /// A service over a desk.
  ///
  /// `surveys` is asked once it is needed; `mayday` is the program's version; `now` should be the desk's clock. `onFailure` hears of failures whose details
  /// callers are not told.
  package init(
    desk: Desk, surveys: (@Sendable () throws -> SurveyStore)? = nil, mayday: String = "dev",
    now: @escaping @Sendable () -> Instant = { RecordClock.system.now },
    onFailure: @escaping @Sendable (any Error) -> Void = { _ in }
  ) {
    self.desk = desk
    self.surveys = surveys
    self.mayday = mayday
    self.now = now
    self.onFailure = onFailure
    cursors = EventCursors()
    shelf = AnswerShelf()
  }

  /// The answer to a request; a refusal is an answer too.
  package func answer(_ request: APIRequest, caller: Caller) async -> APIAnswer {
    let operation = Operations[request.operation]
    var answer: APIAnswer
    do {
      try Self.check(caller, operation)
      let call = Call(request: try CheckedRequest(request), caller: caller)
      answer = try await self.answer(to: call)
    } catch {
      var problem = problem(for: error, request)
      problem.instance = operation.path(request.path)
      answer = problem.answer(headers: problem.kind == .busy ? [("Retry-After", "1")] : [])
    }
    answer.headers.append(("Mayday-API", String(Operations.apiVersion)))
    return answer
  }

  /// What the desk did for a key before is answered as it was answered then.
  private func answer(to call: Call) async throws -> APIAnswer {
    let outcome = try await handle(call)
    // A sentence that somebody tries is kept nowhere, not even so that it is answered again in the same words.
    guard let key = call.request.idempotencyKey, call.request.operation.id != .rephrase else { return outcome.answer }
    let owner = call.caller.account
    if outcome.isReplay {
      var answer = await shelf.answer(to: key, of: owner, digest: call.digest) ?? outcome.answer
      answer.headers.append(("Idempotency-Replayed", "true"))
      return answer
    }
    await shelf.keep(outcome.answer, for: key, of: owner, digest: call.digest)
    return outcome.answer
  }

  private static func check(_ caller: Caller, _ operation: Operation) throws(Problem) {
    guard !caller.may(operation.permission) else { return }
    throw .notAllowed(operation.permission, caller)
  }

  private func problem(for error: any Error, _ request: APIRequest) -> Problem {
    if let problem = error as? Problem { return problem }
    if let problem = Problem(refusal: error, request) { return problem }
    onFailure(error)
    return Problem(
      .failure, "something went wrong here, and it is not your request", hint: "try again; the server's log says more")
  }
}

/// Answers operations in this process, for one caller.
package struct LocalClient: APIClient {
  private let service: APIService
  private let caller: Caller

  package init(service: APIService, caller: Caller) {
    self.service = service
    self.caller = caller
  }

  package func send(_ request: APIRequest) async -> APIAnswer { await service.answer(request, caller: caller) }
}
