import Desk
import Foundation
import HTTPTypes
import Hummingbird
import TimelineBuilding
import WebPages

extension SiteRoutes {
  /// What is read in a browser.
  var pageRoutes: [Route] {
    [
      page("/") { _, context in
        Answers.page(
          HomePage(view: try await site.desk.home(for: try caller(context)), context: pageContext(context)).html)
      },
      page("/incidents/{incident}") { request, context in
        let view = try await incident(context)
        return Answers.page(IncidentPage(view: view, query: Self.query(request), context: pageContext(context)).html)
      },
      page("/incidents/{incident}/timeline.json") { _, context in
        guard let timeline = try await incident(context).timeline else { throw Refusal.notFound }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Answers.json(try encoder.encode(timeline))
      },
      page("/postmortems/{postmortem}") { _, context in
        guard let id = context.parameter("postmortem").flatMap({ PostmortemID($0) }),
          let view = try await site.desk.postmortem(id, for: try caller(context))
        else { throw Refusal.notFound }
        return Answers.page(PostmortemPage(view: view, context: pageContext(context)).html)
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

  private func incident(_ context: VisitContext) async throws -> IncidentView {
    guard let id = context.parameter("incident").flatMap({ IncidentID($0) }),
      let view = try await site.desk.incident(id, for: try caller(context))
    else { throw Refusal.notFound }
    return view
  }

  private static func query(_ request: Request) -> TimelineQuery {
    let parameters = request.uri.queryParameters
    let zone = parameters["zone"].map(String.init)
    return TimelineQuery(zone: zone?.isEmpty == true ? nil : zone, isAll: parameters["all"] == "1")
  }
}
