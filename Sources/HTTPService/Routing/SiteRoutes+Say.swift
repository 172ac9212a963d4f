import AccountStore
import Accounts
import HTTPTypes
import Hummingbird
import Interchange
import PageKit
import RecordViews
import Schemas
import WebPages

extension SiteRoutes {
  /// The one input of an incident's page: what was typed says which operation is meant.
  var sayRoute: Route {
    Route(.post, "/incidents/{incident}/say", .needs(.respond), .form) { request, context in
      guard let id = context.parameter("incident").flatMap({ IncidentID($0) }) else { throw Refusal.notFound }
      let visit = try await reader.form(request, context)
      let saying = try await saying(visit)
      guard let (operation, fields) = saying.request() else {
        // Nothing is done yet: an update is written in full on a page of its own.
        guard context.visitor.caller != nil, let page = saying.page(of: id).flatMap({ LocalPath($0.text) }) else {
          throw SignInNeeded()
        }
        return Answers.seeOther(page)
      }
      let form = SentForm(
        operation: Operations[operation], path: ["incident": "\(id)"], visit: visit,
        isFromHere: OriginRule.isStated(request.headers), meant: fields)
      if let question = saying.question, context.visitor.caller != nil {
        return try await returned(form, .notSaid(question))
      }
      return try await answer(form)
    }
  }

  private func saying(_ visit: FormVisit) async throws -> Saying {
    let zone = visit[.zone].flatMap { PageZone($0) } ?? .utc
    let people = try await site.accounts.accounts().filter(\.isActive).map(\.handle)
    return Saying(
      visit["text"], at: TypedInstant.read(visit["at"], zone: zone), now: site.clock(), zone: zone, people: people)
  }
}

extension Problem {
  /// Nothing was written: a sign stands alone, or nothing at all.
  fileprivate static func notSaid(_ question: String) -> Problem {
    Problem(.invalidFields, question, hint: nil, errors: [FieldProblem(pointer: "/text", message: question)])
  }
}
