import AccountStore
import Accounts
import Chronology
import Desk
import DrillPages
import Drills
import HTTPTypes
import Hummingbird
import Incidents
import Interchange
import PageKit
import Plans
import PublicStatus
import RecordViews

extension SiteRoutes {
  /// Drills and the scenarios that are played in them.
  var drillPageRoutes: [Route] { planningRoutes + playingRoutes + scenarioRoutes }

  /// The days of drills for calendars, and the forms that are made into operations here.
  var drillFileRoutes: [Route] {
    [
      Route(.get, "/drills.ics", .needs(.read), .calendar) { _, context in
        let place = self.address(context)
        let file = try await site.desk.drillCalendar(host: context.authority ?? "", for: try caller(context)) {
          place + SitePath.drills(.drill($0)).text
        }
        return Answers.answer(Array(file.text.utf8), type: "text/calendar; charset=utf-8", keep: "no-store")
      },
      drillForm("/drills/new", .planDrill), drillForm("/drills/{drill}/edit", .replanDrill),
      page("/scenarios/{scenario}/text") { _, context in
        let whole = try await scenario(context)
        var response = Answers.answer(Array(whole.text.utf8), type: "text/markdown; charset=utf-8", keep: "no-store")
        response.headers[.contentDisposition] = "attachment; filename=\"\(whole.scenario.name).md\""
        return response
      },
    ]
  }

  // MARK: Planning

  /// How many drills of the list say how they went.
  private static let summariesMax = 60

  private var planningRoutes: [Route] {
    [
      page("/drills") { _, context in
        let caller = try caller(context)
        let drills = try await site.desk.drills(for: caller)
        var summaries: [Int: String] = [:]
        for drill in drills.filter({ $0.state == .ended }).prefix(Self.summariesMax) {
          summaries[drill.number] = try await site.desk.drillOutcome(drill.number, for: caller).summary
        }
        return Answers.page(
          DrillsPage(
            drills: drills, suggestions: try await site.desk.drillSuggestions(for: caller),
            scenarios: try await site.desk.scenarios(for: caller), summaries: summaries,
            calendar: address(context) + SitePath.drills(.calendar).text, context: pageContext(context)
          ).html)
      },
      page("/drills/new", .needs(.respond)) { request, context in
        let parameter = try Self.parameters(request)
        var plan: (name: String, title: String)?
        if let name = parameter("plan"), !name.isEmpty {
          guard let kept = try? await site.desk.plan(name, for: try caller(context)) else { throw Refusal.notFound }
          plan = (name, kept.plan.title.isEmpty ? name : kept.plan.title)
        }
        return try await planningPage(context, chosen: parameter("scenario"), plan: plan)
      },
      page("/drills/{drill}/edit", .needs(.respond)) { _, context in
        let whole = try await drill(context)
        // Whoever may not know what it is about cannot plan it anew.
        guard whole.drill.state == .planned, whole.mayLead, whole.knowsAnswer else { throw Refusal.notFound }
        return try await planningPage(context, replanning: whole)
      },
    ]
  }

  private func planningPage(
    _ context: VisitContext, chosen: String? = nil, plan: (name: String, title: String)? = nil,
    replanning whole: DrillWhole? = nil
  ) async throws -> Response {
    let caller = try caller(context)
    let accounts = try await site.accounts.accounts().filter(\.isActive)
    var choices = accounts.map { account in
      PlanDrillPage.Choice(
        name: account.handle,
        words: account.displayName == account.handle ? account.handle : "\(account.displayName) (\(account.handle))")
    }
    if !choices.contains(where: { $0.name == caller.account }) {
      choices.insert(PlanDrillPage.Choice(name: caller.account, words: caller.account), at: 0)
    }
    let known = Set(accounts.flatMap { [$0.handle, $0.displayName.lowercased()] })
    let roster = try await site.desk.roster(for: caller).here.map(\.person.name)
    return Answers.page(
      PlanDrillPage(
        scenarios: try await site.desk.scenarios(for: caller), chosen: chosen, plan: plan, replanning: whole,
        accounts: choices, roster: roster.filter { !known.contains($0.lowercased()) },
        today: CivilDate(site.clock()), context: pageContext(context)
      ).html)
  }

  /// A form of a page whose rows are made into the people of a drill.
  private func drillForm(_ path: String, _ operation: OperationID) -> Route {
    Route(.post, path, .needs(Operations[operation].permission), .form) { request, context in
      let visit = try await reader.form(request, context)
      guard visit.context.visitor.caller != nil else { throw SignInNeeded() }
      let form = SentForm(
        operation: Operations[operation], path: try Self.pathValues(Operations[operation], context), visit: visit,
        isFromHere: OriginRule.isStated(request.headers),
        meant: PlannedDrill.fields(visit.fields.fields.map { ($0.name, $0.value) }))
      return try await answer(form)
    }
  }

  // MARK: Playing

  private var playingRoutes: [Route] {
    [
      page("/drills/{drill}") { _, context in
        Answers.page(DrillPage(try await drillScene(context)).html)
      },
      page("/drills/{drill}/live") { _, context in
        Answers.page(DrillPage(try await drillScene(context)).fragment)
      },
      page("/drills/{drill}/files/{file}") { try await drillFile($0, $1) },
      page("/drills/{drill}/outcome") { _, context in
        let whole = try await drill(context)
        let number = whole.drill.number
        guard whole.knowsAnswer, whole.drill.started != nil, let back = LocalPath(SitePath.drills(.drill(number)).text)
        else { throw Refusal.notFound }
        guard whole.drill.state != .cancelled else { return Answers.seeOther(back) }
        let caller = try caller(context)
        var changes: PlanChanges?
        var missing: String?
        do {
          changes = try await site.desk.planChanges(ofDrill: number, for: caller)
        } catch let refusal as IncidentRefusal {
          missing = "\(refusal.message): \(refusal.hint)"
        } catch let error as DeskError where error.code == .unknownPlan {
          missing = "its plan is kept no longer"
        }
        return Answers.page(
          OutcomePage(
            whole: whole, outcome: try await site.desk.drillOutcome(number, for: caller), changes: changes,
            changesMissing: missing, context: pageContext(context)
          ).html)
      },
    ]
  }

  /// A file that came with a message, as it is: to be read in the browser, or saved.
  private func drillFile(_ request: Request, _ context: VisitContext) async throws -> Response {
    guard let number = context.parameter("drill").flatMap({ Int($0) }), let name = context.parameter("file") else {
      throw Refusal.notFound
    }
    do {
      let file = try await site.desk.file(name, ofDrill: number, for: try caller(context))
      var response = Answers.text(file.text)
      // RFC 8187: a name may hold letters that a header may not.
      response.headers[.contentDisposition] = "inline; filename*=UTF-8''\(PercentEncoding.encoded(file.name))"
      return response
    } catch let error as DeskError where [.unknownFile, .unknownDrill].contains(error.code) {
      throw Refusal.notFound
    }
  }

  /// The drill of an address, as the caller may see it.
  func drill(_ context: VisitContext) async throws -> DrillWhole {
    guard let number = context.parameter("drill").flatMap({ Int($0) }) else { throw Refusal.notFound }
    do {
      return try await site.desk.drill(number, for: try caller(context))
    } catch let error as DeskError where error.code == .unknownDrill {
      throw Refusal.notFound
    }
  }

  private func drillScene(_ context: VisitContext) async throws -> DrillScene {
    let caller = try caller(context)
    let whole = try await drill(context)
    var incident: IncidentView?
    if let number = whole.drill.incident {
      incident = try await site.desk.incident(IncidentID(number: number), for: caller)
    }
    let isCompared = whole.knowsAnswer && whole.drill.started != nil && whole.drill.state != .cancelled
    let outcome = isCompared ? try await site.desk.drillOutcome(whole.drill.number, for: caller) : nil
    return DrillScene(whole: whole, incident: incident, outcome: outcome, context: pageContext(context))
  }

  /// The drill that is played on the screens of an incident.
  func drillScene(playedIn view: IncidentView, _ context: VisitContext) async throws -> DrillScene? {
    guard view.incident.isDrill, view.asOf == nil, let caller = context.visitor.caller,
      let whole = try await site.desk.drill(playedIn: view.summary.id.number, for: caller)
    else { return nil }
    return DrillScene(whole: whole, context: pageContext(context))
  }

  // MARK: Scenarios

  private var scenarioRoutes: [Route] {
    [
      page("/scenarios") { _, context in
        Answers.page(
          ScenariosPage(
            scenarios: try await site.desk.scenarios(for: try caller(context)), context: pageContext(context)
          ).html)
      },
      page("/scenarios-begun", .needs(.respond)) { request, _ in
        let title = try Self.parameters(request)("title") ?? ""
        let name = PlanName.made(from: title)
        guard !name.isEmpty, let path = LocalPath(SitePath.drills(.scenarioEdit(name)).text) else {
          throw Refusal.notFound
        }
        return Answers.seeOther(path.adding("title", PercentEncoding.encoded(String(title.prefix(200)))))
      },
      page("/scenarios/from/{incident}", .needs(.respond)) { try await madeScenario($0, $1) },
      page("/scenarios/{scenario}") { _, context in
        Answers.page(ScenarioPage(whole: try await scenario(context), context: pageContext(context)).html)
      },
      page("/scenarios/{scenario}/edit", .needs(.respond)) { try await scenarioForm($0, $1) },
    ]
  }

  private func scenario(_ context: VisitContext) async throws -> ScenarioWhole {
    do {
      return try await site.desk.scenario(context.parameter("scenario") ?? "", for: try caller(context))
    } catch let error as DeskError where error.code == .unknownScenario {
      throw Refusal.notFound
    }
  }

  /// The text of a scenario as a form; of one that is not there yet, what it could begin with.
  private func scenarioForm(_ request: Request, _ context: VisitContext) async throws -> Response {
    let caller = try caller(context)
    let name = context.parameter("scenario") ?? ""
    guard PlanName.isValid(name) else { throw Refusal.notFound }
    let known = try? await site.desk.scenario(name, for: caller)
    let title = try Self.parameters(request)("title") ?? name.replacing("-", with: " ")
    let text = pageContext(context).outcome?.value(of: "text") ?? known?.text ?? ScenarioTemplate.text(title: title)
    return Answers.page(
      ScenarioEditPage(
        name: name, version: known?.version ?? 0, text: text,
        findings: try await site.desk.checkScenario(text, for: caller).findings, isNew: known == nil,
        context: pageContext(context)
      ).html)
  }

  /// A scenario made of an incident that is over, in the form; nothing is saved yet.
  private func madeScenario(_ request: Request, _ context: VisitContext) async throws -> Response {
    let caller = try caller(context)
    guard let id = context.parameter("incident").flatMap({ IncidentID($0) }),
      try await site.desk.incident(id, for: caller) != nil
    else { throw Refusal.notFound }
    let plan = try Self.parameters(request)("plan").flatMap { PlanName.isValid($0) ? $0 : nil }
    let made: String
    do {
      made = try await site.desk.scenario(from: id, plan: plan, for: caller)
    } catch let refusal as IncidentRefusal {
      throw Refusal(.conflict, refusal.message, hint: refusal.hint)
    }
    let name = Scenario(parsing: made).name
    let text = pageContext(context).outcome?.value(of: "text") ?? made
    let known = try? await site.desk.scenario(name, for: caller)
    return Answers.page(
      ScenarioEditPage(
        name: name, version: known?.version ?? 0, text: text,
        findings: try await site.desk.checkScenario(text, for: caller).findings, incident: id, plan: plan, isNew: true,
        context: pageContext(context)
      ).html)
  }
}
