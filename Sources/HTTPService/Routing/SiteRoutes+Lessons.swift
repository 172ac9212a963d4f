import APIService
import Accounts
import Desk
import HTTPTypes
import Hummingbird
import Interchange
import LessonPages
import PageKit
import Postmortems
import Publishing
import RecordViews
import Schemas
import WireSchemas

extension SiteRoutes {
  /// What was learnt, to be read: actions, guards, checklists, the library, readings.
  var lessonPageRoutes: [Route] { actionRoutes + guardRoutes + checklistRoutes + libraryRoutes + circleRoutes }

  /// The same as files for other programs, and the forms that are made into operations here.
  var lessonFileRoutes: [Route] {
    [
      page("/actions.csv") { request, context in
        let filter = ActionFilter(parameter: try Self.parameters(request))
        let actions = try await actions(filter, context)
        return Self.table(ActionTable(actions: actions.map { ActionAnswer($0) }).csv, named: "actions.csv")
      },
      Route(.get, "/actions.ics", .needs(.read), .calendar) { request, context in
        let filter = ActionFilter(parameter: try Self.parameters(request))
        let actions = try await actions(ActionFilter(isMine: filter.isMine), context)
        let place = self.address(context)
        let calendar = ActionCalendar(
          actions: actions.map { ActionAnswer($0) }, name: filter.isMine ? "Mayday: my actions" : "Mayday: actions",
          host: context.authority ?? "", now: site.clock()
        ) { action in place + SitePath.lessons(.actions()).text + "#\(action.id)" }
        return Answers.answer(Array(calendar.ics.utf8), type: "text/calendar; charset=utf-8", keep: "no-store")
      },
      checklistForm("/checklists/{process}/run", .runChecklist) { visit, form in
        form.meant = RunAnswers.fields(visit.fields.fields.map { ($0.name, $0.value) })
      },
      checklistForm("/checklists/{process}/edit", .writeChecklist) { visit, form in
        let fields = visit.fields.fields.map { (name: $0.name, value: $0.value) }
        guard let edit = ChecklistEdit(fields), let caller = visit.context.visitor.caller,
          let checklist = try await site.desk.checklist(form.path["process"] ?? "", for: caller),
          let body = edit.body(for: checklist.content)
        else { throw Refusal.notFound }
        form.meantBody = body
      },
    ]
  }

  static func table(_ csv: String, named name: String) -> Response {
    var response = Answers.answer(Array(csv.utf8), type: "text/csv; charset=utf-8", keep: "no-store")
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }

  /// Where this site is reached: `https://mayday.example.org`.
  func address(_ context: VisitContext) -> String {
    context.authority.map { "\(context.isSecure ? "https" : "http")://\($0)" } ?? ""
  }

  // MARK: Actions

  private var actionRoutes: [Route] {
    [
      page("/actions") { request, context in
        let filter = ActionFilter(parameter: try Self.parameters(request))
        let caller = try caller(context)
        let places = try await site.desk.actionPlaces(
          filter.query(owner: caller.account), for: caller)
        return Answers.page(
          ActionBoardPage(
            places: places,
            actions: try await site.desk.actions(
              ActionBoardPage.shown(places, by: filter), for: caller),
            filter: filter, calendar: address(context) + SitePath.lessons(.actionCalendar()).text,
            context: pageContext(context)
          ).html)
      }
    ]
  }

  private func actions(_ filter: ActionFilter, _ context: VisitContext) async throws -> [ActionView] {
    let caller = try caller(context)
    return try await site.desk.actions(filter.query(owner: caller.account), for: caller)
  }

  // MARK: Guards

  private var guardRoutes: [Route] {
    [
      page("/guards") { request, context in
        let name = try Self.parameters(request)("name").flatMap(Self.slug)
        return Answers.page(
          GuardsPage(
            guards: try await site.desk.guards(for: try caller(context)), declaring: name,
            context: pageContext(context)
          ).html)
      },
      page("/guards/{guard}") { _, context in
        let caller = try caller(context)
        guard let record = try await site.desk.guardRecord(context.parameter("guard") ?? "", for: caller) else {
          throw Refusal.notFound
        }
        var action: ActionView?
        if let id = record.declaration.action {
          action = try await site.desk.actions(
            ActionQuery(postmortem: PostmortemID(number: id.postmortem)), for: caller
          ).first { $0.id == id }
        }
        return Answers.page(GuardPage(record: record, action: action, context: pageContext(context)).html)
      },
    ]
  }

  /// The name of a guard or a process, as somebody typed it; nil where it can be none.
  private static func slug(_ typed: String) -> String? {
    let name = typed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: "-")
    return PostmortemSchemas.slug.problems(in: .string(name)).isEmpty ? name : nil
  }

  // MARK: Checklists

  private var checklistRoutes: [Route] {
    [
      page("/checklists") { request, context in
        let process = try Self.parameters(request)("process").flatMap(Self.slug)
        return Answers.page(
          ChecklistsPage(
            checklists: try await site.desk.checklists(for: try caller(context)), beginning: process,
            context: pageContext(context)
          ).html)
      },
      page("/checklists/{process}") { _, context in
        Answers.page(ChecklistPage(checklist: try await checklist(context), context: pageContext(context)).html)
      },
      page("/checklists/{process}/edit", .needs(.respond)) { _, context in
        Answers.page(ChecklistLinesPage(checklist: try await checklist(context), context: pageContext(context)).html)
      },
      page("/checklists/{process}/run", .needs(.respond)) { _, context in
        let checklist = try await checklist(context)
        let named = Set(checklist.content.lines.compactMap(\.check))
        let guards = named.isEmpty ? [] : try await site.desk.guards(for: try caller(context))
        return Answers.page(
          ChecklistRunPage(
            checklist: checklist, guards: guards.filter { named.contains($0.declaration.name) },
            context: pageContext(context)
          ).html)
      },
      page("/checklists/{process}/runs/{run}") { _, context in
        guard let version = context.parameter("run").flatMap({ Int64($0) }),
          let page = ChecklistResultPage(
            checklist: try await checklist(context), version: version, context: pageContext(context))
        else { throw Refusal.notFound }
        return Answers.page(page.html)
      },
      page("/checklists/{process}/paper") { _, context in
        Answers.page(ChecklistPaperPage(checklist: try await checklist(context), context: pageContext(context)).html)
      },
    ]
  }

  private func checklist(_ context: VisitContext) async throws -> Checklist {
    let process = context.parameter("process") ?? ""
    guard let checklist = try await site.desk.checklist(process, for: try caller(context)) else {
      throw Refusal.notFound
    }
    return checklist
  }

  /// A form of a page whose fields are made into those of an operation on the checklist.
  private func checklistForm(
    _ path: String, _ operation: OperationID,
    _ meaning: @escaping @Sendable (FormVisit, inout SentForm) async throws -> Void
  ) -> Route {
    Route(.post, path, .needs(Operations[operation].permission), .form) { request, context in
      let visit = try await reader.form(request, context)
      guard visit.context.visitor.caller != nil else { throw SignInNeeded() }
      var form = SentForm(
        operation: Operations[operation], path: ["process": context.parameter("process") ?? ""], visit: visit,
        isFromHere: OriginRule.isStated(request.headers))
      try await meaning(visit, &form)
      return try await answer(form)
    }
  }
}
