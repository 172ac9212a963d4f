import Accounts
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Incidents
import LessonPages
import PageKit
import Postmortems
import RecordViews
import TeamPages
import TimelineBuilding
import WebPages

extension SiteRoutes {
  /// What is read in a browser.
  var pageRoutes: [Route] {
    readingRoutes + incidentRoutes + postmortemRoutes + teamRoutes + lessonPageRoutes + readinessPageRoutes
      + auditRoutes + drillPageRoutes + safetyPageRoutes
  }

  /// The first page, documents, and what every page needs.
  private var readingRoutes: [Route] {
    [
      page("/") { request, context in
        let caller = try caller(context)
        let parameter = try Self.parameters(request)
        let filter = IncidentFilter(parameter: parameter)
        // Of thousands of actions only those are read that are shown.
        let late = try await site.desk.actionPlaces(ActionQuery(isOverdue: true), for: caller)
        let own = try await site.desk.actionPlaces(
          ActionQuery(states: [.proposed, .accepted], owner: caller.account), for: caller)
        let pressing = (late + own.filter { !$0.isOverdue }).prefix(PressPanel.shownMax).map(\.id)
        return Answers.page(
          HomePage(
            view: try await site.desk.home(for: caller, asOf: filter.asOf),
            listing: try await site.desk.incidents(filter.query, for: caller), filter: filter,
            components: try await site.desk.statusBoard().list.components,
            actions: try await site.desk.actions(pressing, for: caller), lateCount: late.count,
            guards: try await site.desk.guards(for: caller), context: pageContext(context)
          ).html)
      },
      page("/incidents/{incident}/timeline.json") { request, context in
        guard let timeline = try await incident(request, context).view.timeline else { throw Refusal.notFound }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Answers.json(try encoder.encode(timeline))
      },
      page("/design") { _, context in Answers.page(DesignPage(context: pageContext(context)).html) },
      Route(.get, "/assets/{asset}", .everyone, .open) { _, context in
        guard let asset = context.parameter("asset").flatMap({ Asset(hashedName: $0) }) else {
          throw Refusal.notFound
        }
        return Answers.asset(asset)
      },
      Route(.get, "/healthz", .everyone, .open) { _, _ in
        // The record can be read: that is what there is to be healthy about.
        _ = try await site.desk.headPosition()
        return Answers.text("ok\n")
      },
    ]
  }

  /// One incident: its page, the parts of it that a script fetches anew, and its updates.
  private var incidentRoutes: [Route] {
    [
      page("/incidents/{incident}") { request, context in
        let (view, query) = try await incident(request, context)
        return Answers.page(
          IncidentPage(
            view: view, query: query, like: try await likenesses(of: view, context),
            plans: try await planChoice(for: view, context), drill: try await drillScene(playedIn: view, context),
            context: pageContext(context)
          ).html)
      },
      page("/incidents/{incident}/entries") { request, context in
        let (view, query) = try await incident(request, context)
        let after = try Self.parameters(request)("after").flatMap { Int64($0) } ?? 0
        let fragment = IncidentFragment(view: view, query: query, context: pageContext(context))
        return Answers.page(fragment.entries(after: after))
      },
      page("/incidents/{incident}/head") { request, context in
        let (view, query) = try await incident(request, context)
        return Answers.page(IncidentFragment(view: view, query: query, context: pageContext(context)).head)
      },
      page("/incidents/{incident}/updates/new", .needs(.respond)) { request, context in
        let (view, query) = try await incident(request, context)
        let parameter = try Self.parameters(request)
        return Answers.page(
          ComposerPage(
            view: view, audience: parameter("audience").flatMap { Audience(rawValue: $0) },
            broken: parameter("broken").map { String($0.prefix(IncidentLimits.textScalarsMax)) },
            words: parameter("words"), zone: query.zone, context: pageContext(context)
          ).html)
      },
      page("/incidents/{incident}/updates/{update}") { request, context in
        var (view, query) = try await incident(request, context)
        guard let number = context.parameter("update").flatMap({ Int($0) }) else { throw Refusal.notFound }
        let pageContext = pageContext(context)
        if let typed = ComposerPage.typed(in: pageContext, number: number) {
          view.findings[number] = try await site.desk.reviewUpdate(typed, of: view.summary.id, for: try caller(context))
        }
        guard let page = ComposerPage(view: view, number: number, zone: query.zone, context: pageContext) else {
          throw Refusal.notFound
        }
        return Answers.page(page.html)
      },
    ]
  }

  /// What a team agrees on, and what it looks after between incidents.
  private var teamRoutes: [Route] {
    [
      page("/declare", .needs(.respond)) { _, context in
        let policy = try await site.desk.policy().policy
        let components = try await site.desk.statusBoard().list.components
        return Answers.page(
          DeclarePage(
            policy: policy, components: components, drills: try await site.desk.drillsPlayed(with: try caller(context)),
            context: pageContext(context)
          ).html)
      },
      page("/near-misses") { _, context in
        let nearMisses = try await site.desk.nearMisses(for: try caller(context))
        return Answers.page(NearMissPage(nearMisses: nearMisses, context: pageContext(context)).html)
      },
      page("/policy") { _, context in
        Answers.page(PolicyPage(view: try await site.desk.policy(), context: pageContext(context)).html)
      },
      page("/policy/edit", .needs(.configure)) { _, context in
        Answers.page(PolicyFormPage(view: try await site.desk.policy(), context: pageContext(context)).html)
      },
      page("/components") { _, context in
        Answers.page(ComponentsPage(board: try await site.desk.statusBoard(), context: pageContext(context)).html)
      },
      page("/maintenances") { _, context in
        let components = try await site.desk.statusBoard().list.components
        return Answers.page(
          MaintenancePage(
            maintenances: try await site.desk.maintenances(), components: components, context: pageContext(context)
          ).html)
      },
    ]
  }

  private func incident(
    _ request: Request, _ context: VisitContext
  ) async throws -> (view: IncidentView, query: TimelineQuery) {
    let query = TimelineQuery(parameter: try Self.parameters(request))
    guard let id = context.parameter("incident").flatMap({ IncidentID($0) }),
      let view = try await site.desk.incident(id, for: try caller(context), asOf: query.asOf)
    else { throw Refusal.notFound }
    return (view, query)
  }

  /// The parameters of an address by name, the last of each.
  static func parameters(_ request: Request) throws(Refusal) -> (String) -> String? {
    let fields = try FormFields(urlEncoded: Array((request.uri.query ?? "").utf8))
    return { fields[$0] }
  }
}
