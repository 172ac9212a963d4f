import Accounts
import Desk
import Drills
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Interchange
import RecordViews

extension SiteRoutes {
  /// Server-sent events of one incident, one postmortem or one drill, for pages and for programs; those of all incidents
  /// are at the address of `list-events`, for who asks for a stream.
  var liveRoutes: [Route] {
    [
      Route(.get, "/incidents/{incident}/events", .needs(.read), .page) { try await events($0, $1) },
      Route(.get, "/api/v1/incidents/{incident}/events", .needs(.read), .api) { try await events($0, $1) },
      Route(.get, "/postmortems/{postmortem}/events", .needs(.read), .page) { try await postmortemEvents($0, $1) },
      Route(.get, "/api/v1/postmortems/{postmortem}/events", .needs(.read), .api) {
        try await postmortemEvents($0, $1)
      },
      Route(.get, "/drills/{drill}/events", .needs(.read), .page) { try await drillEvents($0, $1) },
      Route(.get, "/api/v1/drills/{drill}/events", .needs(.read), .api) { try await drillEvents($0, $1) },
    ]
  }

  private func events(_ request: Request, _ context: VisitContext) async throws -> Response {
    guard let id = context.parameter("incident").flatMap({ IncidentID($0) }) else { throw Refusal.notFound }
    let answer = await site.operations(
      APIRequest(.readIncident, path: ["incident": "\(id)"]), try caller(context))
    // One answer for an incident that is not there and for one that the caller may not know of.
    guard answer.status == 200 else { throw Refusal.notFound }
    return try await stream(request, context, of: .incidents(id))
  }

  private func postmortemEvents(_ request: Request, _ context: VisitContext) async throws -> Response {
    let caller = try caller(context)
    guard let id = context.parameter("postmortem").flatMap({ PostmortemID($0) }),
      try await site.desk.rememberedTitle(of: id, for: caller) != nil
    else { throw Refusal.notFound }
    return try await stream(request, context, of: .postmortem(id))
  }

  private func drillEvents(_ request: Request, _ context: VisitContext) async throws -> Response {
    let whole = try await drill(context)
    return try await stream(request, context, of: .drill(whole.drill.number))
  }

  func stream(
    _ request: Request, _ context: VisitContext, of subject: LiveSubject
  ) async throws -> Response {
    var response = Response(
      status: .ok,
      headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"])
    if let field = HTTPField.Name("X-Accel-Buffering") { response.headers[field] = "no" }
    guard request.method == .get else { return response }
    let seat = try site.seats.take(for: try caller(context).account)
    let listener = LiveListener(
      site: site, subject: subject, request: request, context: context, seat: seat)
    response.body = ResponseBody { writer in
      try await listener.run(&writer)
      try await writer.finish(nil)
    }
    return response
  }
}
