import Accounts
import Chronology
import Desk
import HTTPTypes
import Hummingbird
import Interchange
import PageKit
import RecordViews
import SafetyPages
import SafetySurveys
import SurveyStore

extension SiteRoutes {
  /// Results, the seven statements, why nobody learns who said what, and trying a sentence.
  var safetyPageRoutes: [Route] {
    [
      page("/safety") { _, context in
        let caller = try caller(context)
        let days = try await site.desk.nearMisses(for: caller).map { CivilDate($0.reported) }
        let surveys = try surveys
        let report = SurveyReport(
          rounds: try await surveys.rounds(for: caller.account), nearMisses: days, today: await surveys.today)
        return Answers.page(SafetyPage(report: report, context: pageContext(context)).html)
      },
      page("/safety/answer") { request, context in
        let wanted = try Self.parameters(request)("round").flatMap { Int($0) }
        let rounds = try await invitations(of: try caller(context))
        let round = rounds.first { $0.id == wanted } ?? rounds.first { !$0.hasDrawn } ?? rounds.first
        return Answers.page(AnswerPage(round: round, open: rounds.map(\.id), context: pageContext(context)).html)
      },
      page("/safety/why") { _, context in Answers.page(WhyPage(context: pageContext(context)).html) },
      page("/rephrase") { _, context in Answers.page(RephrasePage(context: pageContext(context)).html) },
    ]
  }

  /// Drawing a ticket here, the one address that takes answers, and a sentence that is tried: it comes in the body of the
  /// request, and is in no address, log, record or store.
  var safetyRoutes: [Route] {
    [
      form("/safety/rounds/{round}/ticket-here", .needs(.read)) { visit in
        let caller = try caller(visit.context)
        guard let id = visit.context.parameter("round").flatMap({ Int($0) }) else { throw Refusal.notFound }
        do {
          let round = try await surveys.round(id, for: caller.account)
          let ticket = try await surveys.draw(round: id, for: caller.account)
          return Answers.page(AnswerPage(round: round, ticket: ticket, context: pageContext(visit.context)).html)
        } catch let error as SurveyError {
          throw Refusal(error)
        }
      },
      form("/rephrase", .needs(.read)) { visit in
        let page = RephrasePage(
          typed: visit["text"], example: visit.fields["try"].flatMap { Int($0) }, context: pageContext(visit.context))
        return Answers.page(page.html, status: page.isRefused ? .unprocessableContent : .ok)
      },
      Route(.post, "/safety/answers", .everyone, .open) { request, _ in try await takeAnswers(request) },
    ]
  }

  private var surveys: SurveyStore {
    get throws(Refusal) {
      guard let surveys = site.surveys else {
        throw Refusal(.serviceUnavailable, "there is no survey here", hint: "ask whoever runs this server")
      }
      return surveys
    }
  }

  /// Open rounds to which somebody is invited.
  private func invitations(of caller: Caller) async throws -> [SurveyRound] {
    try await surveys.rounds(for: caller.account).filter { $0.isInvited && $0.state == .open }
  }

  /// Reads nothing of the request but its body, and writes no log.
  private func takeAnswers(_ request: Request) async throws -> Response {
    let isForm = WrittenMediaType(request.headers[.contentType])?.essence == "application/x-www-form-urlencoded"
    let bytes = try await site.reader.bytes(
      of: request, what: "the answer", bytesMax: ServerLimits.answerBytesMax, seconds: ServerLimits.bodySeconds)
    do {
      let sent = try isForm ? SentAnswers(form: FormFields(urlEncoded: bytes)) : SentAnswers(json: bytes)
      let receipt = try await surveys.take(sent.answers, ticket: sent.ticket, round: sent.round)
      return isForm
        ? Answers.page(AnsweredPage().html)
        : Answers.json(WireCoding.bytes(of: ["receipt": receipt.rawValue]))
    } catch let error as SurveyError {
      let refusal = Refusal(error)
      if isForm { return Answers.page(AnsweredPage(problem: error).html, status: refusal.status) }
      return ErrorAnswers.problem(refusal)
    }
  }
}

extension Refusal {
  /// What the survey said.
  init(_ error: SurveyError) {
    switch error.code {
    case .noSuchRound: self = .notFound
    case .overlapping, .notOpen, .ticketDrawn, .needsServer, .limitPassed:
      self.init(.conflict, error.message, hint: error.hint)
    case .notInvited: self.init(.forbidden, error.message, hint: error.hint)
    case .busy: self.init(.serviceUnavailable, error.message, hint: error.hint, headers: [(.retryAfter, "5")])
    case .newerSchema, .storage:
      self.init(.serviceUnavailable, "the survey cannot be read at this moment", hint: "try again in a moment")
    case .invalidTeam, .invalidDays, .invalidPeople, .invalidTicket, .invalidAnswers:
      self.init(.unprocessableContent, "\(error.place): \(error.message)", hint: error.hint)
    }
  }
}
