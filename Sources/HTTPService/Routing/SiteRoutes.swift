import Accounts
import HTTPTypes
package import Hummingbird
import PageKit

/// Every address of the site.
package struct SiteRoutes: Sendable {
  let site: Site

  package init(site: Site) { self.site = site }

  /// The whole surface; each address and method stands in it once.
  package var all: [Route] {
    pageRoutes + accessRoutes + peopleRoutes + operationRoutes + formRoutes + [sayRoute] + descriptionRoutes
      + liveRoutes
      + statusRoutes
      + lessonFileRoutes + readinessFileRoutes + drillFileRoutes + safetyRoutes
  }

  /// Answers requests by the list, and says which methods an address takes where it is asked by another.
  package var router: Router<VisitContext> {
    let router = Router(context: VisitContext.self)
    router.add(
      middleware: SafeAnswers(
        hosts: site.settings.hosts, recognition: Recognition(site: site), errors: ErrorAnswers(tokens: site.tokens)))
    for (path, routes) in Dictionary(grouping: all, by: { RouterPath($0.path).description }) {
      install(routes, at: RouterPath(path), on: router)
    }
    return router
  }

  private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]

  private func install(_ routes: [Route], at path: RouterPath, on router: Router<VisitContext>) {
    let answers = Dictionary(routes.map { ($0.method, $0) }) { first, _ in first }
    var taken = answers.keys.map(\.rawValue)
    if answers[.get] != nil, answers[.head] == nil { taken.append("HEAD") }
    if !taken.contains("OPTIONS") { taken.append("OPTIONS") }
    let allowed = taken.sorted().joined(separator: ", ")
    for method in Self.methods {
      router.on(path, method: method) { request, context in
        if let route = answers[method] { return try await answer(request, context, route) }
        switch method {
        case .head:
          guard let route = answers[.get] else { throw Refusal.notAllowed(allowed) }
          return try await answer(request, context, route).createHeadResponse()
        case .options:
          var response = Answers.empty()
          response.headers[.allow] = allowed
          return response
        default: throw Refusal.notAllowed(allowed)
        }
      }
    }
  }

  private func answer(_ request: Request, _ context: VisitContext, _ route: Route) async throws -> Response {
    if route.method != .get { try Gate.checkOrigin(request, context) }
    try Gate.admit(context, to: route)
    return try await route.answer(request, context)
  }

  // MARK: Kinds of routes

  /// A page that is read.
  func page(
    _ path: String, _ access: Route.Access = .needs(.read),
    answer: @escaping @Sendable (Request, VisitContext) async throws -> Response
  ) -> Route {
    Route(.get, path, access, .page, answer: answer)
  }

  /// A form that does something; what it does is called once the form has proved that it is one of our pages'.
  func form(
    _ path: String, _ access: Route.Access, act: @escaping @Sendable (FormVisit) async throws -> Response
  ) -> Route {
    Route(.post, path, access, .page) { request, context in
      let visit = try await reader.form(request, context)
      guard site.tokens.accepts(visit[.token], from: context) else { throw Refusal.staleForm }
      return try await act(visit)
    }
  }

  var reader: FormReader { FormReader(reader: site.reader, uploads: site.uploads) }

  func visitor(_ context: VisitContext) -> PageVisitor { site.tokens.visitor(context) }

  /// What a page knows beside its view.
  func pageContext(_ context: VisitContext) -> PageContext {
    PageContext(
      visitor: visitor(context), now: site.clock(), flash: context.done.map { DoneWords.sentence(of: $0) },
      outcome: context.outcome)
  }

  /// The caller of a route that nobody else is let into.
  func caller(_ context: VisitContext) throws -> Caller {
    guard let caller = context.visitor.caller else { throw SignInNeeded() }
    return caller
  }
}

extension Refusal {
  /// The form does not carry the token of who sends it.
  static let staleForm = Refusal(
    .forbidden, "the form was opened before you signed in or out, or was not one of this site, and nothing was done",
    hint: "go back, load the page anew and send it again")
}
