import Accounts
import Chronology
import Desk
import Foundation
import Interchange
import RecordViews
import Rephrasing
import SafetySurveys
import Schemas
import SurveyStore

extension APIService {
  /// Rounds of the survey, tickets for them, and sentences that are tried before they are said.
  func handleSafety(_ call: Call) async throws -> Outcome {
    guard call.request.operation.id != .rephrase else { return try rephrase(call) }
    guard let surveys = try surveys?() else {
      throw Problem(
        .unavailable, "there is no survey here", hint: "ask a server of Mayday, or a record of this machine")
    }
    let reader = call.caller.account
    switch call.request.operation.id {
    case .listSafetyRounds:
      let nearMisses = try await desk.nearMisses(for: call.caller).map { CivilDate($0.reported) }
      return Outcome(
        call,
        SurveyReport(
          rounds: try await surveys.rounds(for: reader), nearMisses: nearMisses, today: await surveys.today))
    case .openSafetyRound:
      return Outcome(call, try await surveys.open(try await plan(call, surveys), by: reader))
    case .closeSafetyRound: return Outcome(call, try await surveys.closeRound(try call.number("round"), by: reader))
    case .drawSafetyTicket:
      guard let blinded = Data(base64Encoded: call.request.text("blinded") ?? "") else {
        throw Problem.fields([FieldProblem(pointer: "/blinded", message: "it is no base64")])
      }
      let signature = try await surveys.sign(blinded, round: try call.number("round"), for: reader)
      return Outcome(call, ["signature": signature.base64EncodedString()])
    default: throw call.notFound
    }
  }

  /// Writes nothing, and keeps nothing.
  private func rephrase(_ call: Call) throws(Problem) -> Outcome {
    do {
      return Outcome(call, try Rephraser.answer(to: call.request.text("text") ?? ""))
    } catch {
      throw Problem.fields([FieldProblem(pointer: "/text", message: error.message)], hint: error.hint)
    }
  }

  private func plan(_ call: Call, _ surveys: SurveyStore) async throws -> SurveyPlan {
    func day(_ name: String) throws(SurveyError) -> CivilDate? {
      guard let text = call.request.text(name) else { return nil }
      guard let day = CivilDate(text) else {
        throw SurveyError(
          .invalidDays, place: name, message: "'\(text)' is no day of the calendar", hint: "write it as 2026-03-31")
      }
      return day
    }
    let today = await surveys.today
    let first = try day("firstDay") ?? today
    let last = try day("lastDay") ?? CivilDate(daysSinceEpoch: first.daysSinceEpoch + 13)
    return try SurveyPlan(
      team: call.request.text("team") ?? "", firstDay: first, lastDay: last,
      invited: call.request.texts("people") ?? [], today: today)
  }
}

extension Problem {
  /// What the survey said, in the words of the API; nil for a failure.
  init?(_ error: SurveyError, _ request: APIRequest) {
    switch error.code {
    case .invalidTeam, .invalidDays, .invalidPeople, .invalidTicket, .invalidAnswers:
      self = .fields([FieldProblem(pointer: "/" + error.place, message: error.message)], hint: error.hint)
    case .noSuchRound: self = .notFound(Operations[request.operation].thing(request.path))
    case .overlapping, .notOpen, .ticketDrawn, .needsServer:
      self.init(.wrongState, error.message, place: error.place, hint: error.hint)
    case .notInvited: self.init(.notAllowed, error.message, place: error.place, hint: error.hint)
    case .limitPassed: self.init(.limitReached, error.message, place: error.place, hint: error.hint)
    case .busy: self.init(.busy, error.message, hint: error.hint)
    case .newerSchema, .storage: return nil
    }
  }
}
