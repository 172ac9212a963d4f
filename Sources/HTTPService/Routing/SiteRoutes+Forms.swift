import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Interchange
import NIOCore
import PageKit
import Schemas
import WireSchemas

extension SiteRoutes {
  /// The operations that do something, as forms: at the address of the API without its `/api/v1`.
  ///
  /// Where one address has several, the field `_method` says which.
  var formRoutes: [Route] {
    // What is said of a sentence is a page, and not a place that one is led on to.
    let operations = Operations.all.filter { $0.isForm && $0.id != .rephrase }
    let byPath = Dictionary(grouping: operations) { ActionPath.template(of: $0) }
    return byPath.keys.sorted().compactMap { path in
      guard let operations = byPath[path], let first = operations.first else { return nil }
      let needs = Route.Access.needs(first.permission)
      return Route(.post, path, needs, .form) { request, context in
        try await send(operations, request, context)
      }
    }
  }

  private func send(_ operations: [Operation], _ request: Request, _ context: VisitContext) async throws -> Response {
    let takesFiles = operations.contains(where: \.takesUpload)
    if context.visitor.caller == nil, takesFiles { throw SignInNeeded() }
    let visit = try await reader.form(request, context, takesFiles: takesFiles)
    let method = visit[.method]?.uppercased()
    guard let operation = operations.first(where: { $0.method.rawValue == method }) ?? operations.first else {
      throw Refusal.notFound
    }
    let form = SentForm(
      operation: operation, path: try Self.pathValues(operation, context), visit: visit,
      isFromHere: OriginRule.isStated(request.headers))
    return try await answer(form)
  }

  /// Does what the form asks for, or gives it back.
  func answer(_ form: SentForm) async throws -> Response {
    let context = form.visit.context
    guard let caller = context.visitor.caller else { return try await returned(form, SentForm.signedOut) }
    guard caller.may(form.operation.permission) else { throw Gate.forbidden(caller, form.operation.permission) }
    guard site.tokens.accepts(form.visit[.token], from: context) else {
      guard form.isFromHere else { throw Refusal.staleForm }
      return try await returned(form, SentForm.stale)
    }
    return try await act(form, caller)
  }

  /// Sends the form's requests one after another; all of them have to be done.
  private func act(_ form: SentForm, _ caller: Caller) async throws -> Response {
    var answer: APIAnswer?
    for request in form.requests {
      let given = await site.operations(request, caller)
      if given.status >= 400 { return try await returned(form, Problem(given) ?? SentForm.failed, given) }
      answer = given
    }
    guard let answer else { return try await returned(form, SentForm.noFile) }
    return Answers.seeOther(form.destination(after: answer).adding("done", form.operation.id.rawValue))
  }

  /// The form again, with all that was typed and what is wrong: on the page that it stood on where that can be shown,
  /// else on one of its own.
  func returned(_ form: SentForm, _ problem: Problem, _ answer: APIAnswer? = nil) async throws -> Response {
    let fields = form.visit.fields.fields.map { (name: $0.name, value: $0.value) }
    if let page = try await page(of: form, problem, fields) { return page }
    let newVersion =
      problem.kind == .staleVersion ? answer?.headers.first { $0.name.lowercased() == "etag" }?.value : nil
    let page = ReturnedFormPage(
      form: ReturnedForm(
        operation: form.operation, path: form.path, fields: fields, problem: problem, newVersion: newVersion),
      visitor: visitor(form.visit.context))
    var response = Answers.page(page.html, status: HTTPResponse.Status(code: problem.status))
    for (name, value) in answer?.headers ?? [] where name.lowercased() == "retry-after" {
      response.headers[.retryAfter] = value
    }
    return response
  }
}

extension SiteRoutes {
  /// The page that the form says it stands on, with the form as it was sent; nil where there is no such page, or the
  /// visitor may not see it.
  private func page(
    of form: SentForm, _ problem: Problem, _ fields: [(name: String, value: String)]
  ) async throws -> Response? {
    guard let name = form.visit[.form], let path = form.visit[.page].flatMap({ LocalPath($0) }),
      let caller = form.visit.context.visitor.caller
    else { return nil }
    let head = HTTPRequest(method: .get, scheme: "http", authority: form.visit.context.authority, path: path.text)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    guard let (route, parameters) = pages.route(request.uri.path), case .needs(let permission) = route.access,
      caller.may(permission)
    else { return nil }
    var context = form.visit.context
    context.coreContext.parameters = parameters
    var told = problem
    if let schema = form.operation.body {
      told.errors = problem.errors?.map { error in
        FieldProblem(
          pointer: FormBridge.formPointer(error.pointer, fields: fields, for: schema), message: error.message)
      }
    }
    context.outcome = FormOutcome(
      form: name, fields: fields.filter { FormField.isTyped($0.name) }, problem: told,
      version: form.visit[.version].flatMap { $0.isEmpty ? nil : $0 })
    do {
      var response = try await route.answer(request, context)
      response.status = HTTPResponse.Status(code: problem.status)
      return response
    } catch let refusal as Refusal where refusal.status == .notFound {
      return nil
    }
  }

  /// The pages on which forms of operations stand.
  private var pages: PageFinder { PageFinder(routes: pageRoutes) }
}
