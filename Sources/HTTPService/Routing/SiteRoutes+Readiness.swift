import Accounts
import Chronology
import Desk
import HTTPTypes
import Hummingbird
import Incidents
import Interchange
import Learning
import PageKit
import Plans
import ReadinessPages
import RecordViews
import Schemas
import ShippedDocuments
import TextComparing

extension SiteRoutes {
  /// What makes a team ready: plans, people, the booklet.
  var readinessPageRoutes: [Route] {
    [
      page("/readiness") { _, context in
        let report = try await site.desk.readinessReport(for: try caller(context))
        let starters = report.register.entries.isEmpty ? starters(beside: []) : []
        return Answers.page(ReadinessPage(report: report, starters: starters, context: pageContext(context)).html)
      },
      page("/plans") { request, context in
        let plans = try await site.desk.plans(for: try caller(context))
        var shown = pageContext(context)
        if let adopted = try Self.parameters(request)("adopted").flatMap({ Int($0) }), adopted > 0 {
          shown.flash =
            "\(Wording.count(adopted, "plan is", "plans are")) taken over. Change roles, names and places until they are yours."
        }
        return Answers.page(
          PlansPage(
            register: PlanRegister(entries: plans.map(\.entry)), starters: starters(beside: plans),
            missingRoles: MissingRoles.all(in: plans.map(\.plan), policy: try await site.desk.policy().policy),
            context: shown
          ).html)
      },
      page("/plans-begun", .needs(.respond)) { request, _ in
        let title = try Self.parameters(request)("title") ?? ""
        let name = PlanName.made(from: title)
        guard !name.isEmpty, let path = LocalPath(SitePath.readiness(.planEdit(name)).text) else {
          throw Refusal.notFound
        }
        return Answers.seeOther(path.adding("title", PercentEncoding.encoded(String(title.prefix(200)))))
      },
      page("/plans/{plan}") { _, context in
        let kept = try await plan(context)
        return Answers.page(
          PlanPage(
            plan: kept.plan, record: kept.record, entry: kept.entry, findings: kept.findings,
            missingRoles: MissingRoles.all(in: [kept.plan], policy: try await site.desk.policy().policy),
            context: pageContext(context)
          ).html)
      },
      page("/plans/{plan}/versions/{version}") { _, context in
        guard let version = context.parameter("version").flatMap({ Int64($0) }) else { throw Refusal.notFound }
        let kept = try await plan(context)
        let read = try await found {
          try await site.desk.text(kept.record.name, .plan, version: version, for: try caller(context))
        }
        return Answers.page(
          PlanVersionPage(
            name: kept.record.name, title: kept.plan.title, saved: read.saved, text: read.text,
            passages: TextComparison(old: read.text, new: read.now).passages, context: pageContext(context)
          ).html)
      },
      page("/plans/{plan}/edit", .needs(.respond)) { request, context in
        try await planForm(request, context)
      },
      page("/readiness/people") { _, context in
        let caller = try caller(context)
        let report = try await site.desk.readinessReport(for: caller)
        return Answers.page(
          PeoplePage(
            roster: try await site.desk.roster(for: caller), policy: try await site.desk.policy().policy,
            covers: report.covers, today: report.today, context: pageContext(context)
          ).html)
      },
      page("/readiness/people/{person}", .needs(.respond)) { _, context in
        let roster = try await site.desk.roster(for: try caller(context))
        guard let member = context.parameter("person").flatMap({ Int($0) }).flatMap(roster.member), !member.hasLeft
        else { throw Refusal.notFound }
        return Answers.page(
          PersonPage(
            member: member, roles: try await site.desk.policy().policy.roles, context: pageContext(context)
          ).html)
      },
      page("/readiness/booklet") { _, context in
        let caller = try caller(context)
        let report = try await site.desk.readinessReport(for: caller)
        let plans = try await site.desk.plans(for: caller)
        let byName = Dictionary(plans.map { ($0.record.name, $0.plan) }) { first, _ in first }
        return Answers.page(
          BookletPage(
            plans: report.register.entries.compactMap { byName[$0.name] },
            roster: try await site.desk.roster(for: caller), policy: try await site.desk.policy().policy,
            covers: report.covers, today: report.today, context: pageContext(context)
          ).html)
      },
    ]
  }

  /// What the record shows an auditor, as a page and as files.
  var auditRoutes: [Route] {
    [
      page("/readiness/audit") { request, context in
        let days = AuditDays(parameter: try Self.parameters(request))
        return Answers.page(
          AuditPage(checklist: try await checklist(days, context), days: days, context: pageContext(context)).html)
      },
      page("/readiness/audit.md") { request, context in
        let checklist = try await checklist(AuditDays(parameter: try Self.parameters(request)), context)
        return Self.file(checklist.markdown, type: "text/markdown; charset=utf-8", named: "audit.md")
      },
      page("/readiness/audit.csv") { request, context in
        let checklist = try await checklist(AuditDays(parameter: try Self.parameters(request)), context)
        return Self.table(checklist.csv, named: "audit.csv")
      },
    ]
  }

  private func checklist(_ days: AuditDays, _ context: VisitContext) async throws -> AuditChecklist {
    try await site.desk.auditChecklist(from: days.from, until: days.until, for: try caller(context))
  }

  private static func file(_ text: String, type: String, named name: String) -> Response {
    var response = Answers.answer(Array(text.utf8), type: type, keep: "no-store")
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }

  private func plan(_ context: VisitContext) async throws -> KeptPlan {
    try await found { try await site.desk.plan(context.parameter("plan") ?? "", for: try caller(context)) }
  }

  private func found<Value>(_ read: () async throws -> Value) async throws -> Value {
    do {
      return try await read()
    } catch let error as DeskError {
      guard [.unknownPlan, .unknownDrill].contains(error.code) else { throw error }
      throw Refusal.notFound
    }
  }

  /// The text of a plan as a form; of one that is not there yet, what it could begin with.
  private func planForm(_ request: Request, _ context: VisitContext) async throws -> Response {
    let caller = try caller(context)
    let name = context.parameter("plan") ?? ""
    guard PlanName.isValid(name) else { throw Refusal.notFound }
    let known = try? await site.desk.plan(name, for: caller)
    let parameter = try Self.parameters(request)
    let title = parameter("title") ?? name.replacing("-", with: " ")
    let typed = pageContext(context).outcome?.value(of: "text")
    let begun = typed == nil ? try await beginning(of: name, parameter, caller) : nil
    let text =
      typed ?? begun?.text ?? known?.record.text ?? PlanTemplate.text(title: title, today: CivilDate(site.clock()))
    let checked = try await site.desk.checkPlan(text, for: caller)
    var page = PlanEditPage(
      name: name, record: known?.record, text: text, findings: checked.findings, context: pageContext(context))
    page.draft = begun.map { PlanEditPage.Draft(note: $0.note, version: known?.record.version ?? 0) }
    return Answers.page(page.html)
  }

  /// What the form begins with in place of the plan as it is: an earlier text, or what a drill suggests.
  private func beginning(
    of name: String, _ parameter: (String) -> String?, _ caller: Caller
  ) async throws -> (text: String, note: String)? {
    if let version = parameter("from").flatMap({ Int64($0) }) {
      let read = try await found { try await site.desk.text(name, .plan, version: version, for: caller) }
      return (read.text, "As it was in version \(version).")
    }
    guard let drill = parameter("drill").flatMap({ Int($0) }), let change = parameter("change").flatMap({ Int($0) })
    else { return nil }
    let text = try await found {
      try await site.desk.text(ofPlan: name, with: change, ofDrill: drill, for: caller)
    }
    guard let text else { throw Refusal.notFound }
    return (text, "What drill \(drill) showed.")
  }

  /// The form as it was typed, with what the check finds in it; nothing is saved.
  private func checkedPlanForm(_ visit: FormVisit) async throws -> Response {
    let caller = try caller(visit.context)
    let name = visit.context.parameter("plan") ?? ""
    guard PlanName.isValid(name) else { throw Refusal.notFound }
    let known = try? await site.desk.plan(name, for: caller)
    var page = PlanEditPage(
      name: name, record: known?.record, text: visit["text"],
      findings: try await site.desk.checkPlan(visit["text"], for: caller).findings, context: pageContext(visit.context))
    let version = visit[.version].flatMap { EntityTag($0) }?.version
    page.draft = PlanEditPage.Draft(note: visit["note"], version: version ?? known?.record.version ?? 0)
    return Answers.page(page.html)
  }

  /// Plans that an incident that runs could follow.
  func planChoice(for view: IncidentView, _ context: VisitContext) async throws -> PlanChoice {
    guard view.asOf == nil, view.incident.state.isRunning, let caller = context.visitor.caller else {
      return PlanChoice()
    }
    return try await site.desk.planChoice(for: view.summary.id, caller)
  }

  /// Plans that ship with Mayday and that the team has none of its own for.
  private func starters(beside plans: [KeptPlan]) -> [PlansPage.Starter] {
    let known = Set(plans.map(\.record.name))
    return ShippedDocument.all(of: .plan).filter { !known.contains($0.name) }.map { document in
      let plan = Plan(parsing: document.text)
      return PlansPage.Starter(name: document.name, title: plan.title, trigger: plan.trigger ?? "")
    }
  }

  /// The text of a plan as a file, and forms that are made into operations here.
  var readinessFileRoutes: [Route] {
    [
      page("/plans/{plan}/text") { _, context in
        let kept = try await plan(context)
        return Self.file(
          kept.record.text, type: "text/markdown; charset=utf-8", named: "\(kept.record.name).md")
      },
      form("/plans/{plan}/checked", .needs(.respond)) { visit in try await checkedPlanForm(visit) },
      form("/plans-adopted", .needs(.respond)) { visit in
        let caller = try self.caller(visit.context)
        let wanted = visit["name"]
        let known = Set(try await site.desk.plans(for: caller).map(\.record.name))
        let chosen = ShippedDocument.all(of: .plan).filter { document in
          !known.contains(document.name) && (wanted == "*" || document.name == wanted)
        }
        for document in chosen {
          _ = try await site.desk.writePlan(
            WrittenText(
              name: document.name, text: document.text, note: "Taken over from the starter set.", origin: "starter"),
            by: caller)
        }
        let place = visit.returnTo ?? .home
        return Answers.seeOther(
          wanted == "*"
            ? place.adding("adopted", "\(chosen.count)") : place.adding("done", OperationID.writePlan.rawValue))
      },
    ]
  }
}
