import Accounts
import Desk
import Hummingbird
import Incidents
import Learning
import LessonPages
import PageKit
import RecordViews

extension SiteRoutes {
  /// What is remembered, to be searched, and how it develops.
  var libraryRoutes: [Route] {
    [
      page("/library") { request, context in
        let filter = LibraryFilter(parameter: try Self.parameters(request))
        return Answers.page(
          LibraryPage(
            listing: try await site.desk.searchLibrary(filter.query, for: try caller(context)), filter: filter,
            policy: try await site.desk.policy().policy,
            components: try await site.desk.statusBoard().list.components, context: pageContext(context)
          ).html)
      },
      page("/trends") { request, context in
        let filter = TrendFilter(parameter: try Self.parameters(request))
        let caller = try caller(context)
        return Answers.page(
          TrendsPage(
            report: try await site.desk.trends(filter.query, for: caller),
            hits: try await site.desk.actionHits(filter.query, for: caller), filter: filter,
            policy: try await site.desk.policy().policy,
            components: try await site.desk.statusBoard().list.components, context: pageContext(context)
          ).html)
      },
      page("/trends.csv") { request, context in
        let filter = TrendFilter(parameter: try Self.parameters(request))
        let report = try await site.desk.trends(filter.query, for: try caller(context))
        return Self.table(report.csv, named: "trends.csv")
      },
    ]
  }

  /// Earlier cases that an incident looks like, to be told beside it while somebody works on it.
  func likenesses(of incident: IncidentView, _ context: VisitContext) async throws -> [Likeness] {
    guard incident.asOf == nil, incident.incident.state.isRunning else { return [] }
    return try await site.desk.like(incident.summary.id, for: try caller(context))
  }
}

extension LibraryFilter {
  /// What the desk is asked for.
  var query: LibraryQuery {
    LibraryQuery(
      words: words, component: component, severity: severity, from: from, until: until, cause: cause, action: kind,
      isOurs: isOurs, after: after)
  }
}

extension TrendFilter {
  var query: TrendQuery { TrendQuery(from: from, until: until, component: component, severity: severity) }
}
