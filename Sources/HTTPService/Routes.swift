package import Desk
import Foundation
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import TimelineBuilding
import WebPages

/// Which page answers which address.
package struct Routes: Sendable {
  private let desk: any DeskReading
  private let hosts: HostRule

  package init(desk: any DeskReading, hosts: HostRule) {
    self.desk = desk
    self.hosts = hosts
  }

  package var router: Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SafeAnswers(hosts: hosts))
    router.get("/") { _, _ in Answers.page(HomePage(view: try await desk.home()).html) }
    router.get("/incidents/:incident") { request, context in
      let view = try await incident(context)
      return Answers.page(IncidentPage(view: view, query: Self.query(request)).html)
    }
    router.get("/incidents/:incident/timeline.json") { _, context in
      guard let timeline = try await incident(context).timeline else { throw HTTPError(.notFound) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return Answers.json(try encoder.encode(timeline))
    }
    router.get("/postmortems/:postmortem") { _, context in
      guard let id = context.parameters.get("postmortem").flatMap({ PostmortemID($0) }),
        let view = try await desk.postmortem(id)
      else { throw HTTPError(.notFound) }
      return Answers.page(PostmortemPage(view: view).html)
    }
    router.get("/assets/:asset") { _, context in
      guard let asset = context.parameters.get("asset").flatMap({ Asset(hashedName: $0) }) else {
        throw HTTPError(.notFound)
      }
      return Answers.asset(asset)
    }
    router.get("/design") { _, _ in Answers.page(DesignPage().html) }
    router.get("/healthz") { _, _ in
      // The record can be read: that is what there is to be healthy about.
      _ = try await desk.home()
      return Answers.text("ok\n")
    }
    return router
  }

  private func incident(_ context: BasicRequestContext) async throws -> IncidentView {
    guard let id = context.parameters.get("incident").flatMap({ IncidentID($0) }),
      let view = try await desk.incident(id)
    else { throw HTTPError(.notFound) }
    return view
  }

  private static func query(_ request: Request) -> TimelineQuery {
    let parameters = request.uri.queryParameters
    let zone = parameters["zone"].map(String.init)
    return TimelineQuery(zone: zone?.isEmpty == true ? nil : zone, isAll: parameters["all"] == "1")
  }
}
