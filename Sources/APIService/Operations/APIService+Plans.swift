import Chronology
import Desk
import Incidents
import Interchange
import Learning
import Plans
import RecordViews
import Schemas

extension APIService {
  /// Plans, people, and how ready the team is.
  func handleReadiness(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .readReadiness:
      return Outcome(call, ReadinessAnswer(try await desk.readinessReport(for: call.caller)))
    case .readAudit:
      return Outcome(
        call,
        try await desk.auditChecklist(
          from: try day("from", call), until: try day("until", call), for: call.caller))
    case .listPlans:
      let register = PlanRegister(entries: try await desk.plans(for: call.caller).map(\.entry))
      return Outcome(call, PageAnswer(items: register.entries.map(PlanEntryAnswer.init)))
    case .readPlan: return try await planOutcome(call)
    case .readPlanVersion:
      let read = try await desk.text(
        planName(call), .plan, version: Int64(try call.number("version")), for: call.caller)
      return Outcome(call, PlanVersionAnswer(saved: read.saved, text: read.text, present: read.now))
    case .writePlan:
      let receipt = try await desk.writePlan(
        WrittenText(
          name: planName(call), text: call.request.text("text") ?? "", note: call.request.text("note") ?? "",
          origin: call.request.text("origin")), by: call.caller, terms: call.terms)
      return try await planOutcome(call, isReplay: receipt.isReplay)
    case .checkPlan:
      let checked = try await desk.checkPlan(call.request.text("text") ?? "", for: call.caller)
      return Outcome(
        call,
        PlanCheckAnswer(title: checked.plan.title, stepCount: checked.plan.steps.count, findings: checked.findings))
    case .retirePlan:
      let receipt = try await desk.retirePlan(
        planName(call), reason: call.request.text("reason") ?? "", by: call.caller, terms: call.terms)
      return try await planOutcome(call, isReplay: receipt.isReplay)
    default: return try await handlePeople(call)
    }
  }

  private func handlePeople(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .listPeople:
      let roster = try await desk.roster(for: call.caller)
      let covers = try await desk.readinessReport(for: call.caller).covers
      return Outcome(
        call, PeopleAnswer(roster, covers: covers, policy: try await desk.policy().policy), tag: roster.version)
    case .addPerson:
      let receipt = try await desk.writePerson(person(call), number: nil, by: call.caller, terms: call.terms)
      return try await personOutcome(call, receipt)
    case .writePerson:
      let receipt = try await desk.writePerson(
        person(call), number: try call.number("person"), by: call.caller, terms: call.terms)
      return try await personOutcome(call, receipt)
    case .removePerson:
      let receipt = try await desk.removePerson(try call.number("person"), by: call.caller, terms: call.terms)
      return try await personOutcome(call, receipt)
    default: throw call.notFound
    }
  }

  private func planName(_ call: Call) -> String { call.request.path["plan"] ?? "" }

  private func planOutcome(_ call: Call, isReplay: Bool = false) async throws -> Outcome {
    let kept = try await desk.plan(planName(call), for: call.caller)
    return Outcome(
      call, PlanAnswer(kept.record, plan: kept.plan, findings: kept.findings, entry: kept.entry),
      tag: kept.record.version, isReplay: isReplay)
  }

  private func person(_ call: Call) -> RosterPerson {
    let body = call.request.body
    func each<Value>(_ key: String, _ make: (JSONValue) -> Value?) -> [Value] {
      body[key]?.array?.compactMap(make) ?? []
    }
    return RosterPerson(
      name: call.request.text("name") ?? "",
      roles: each("roles") { entry in
        guard let role = entry["role"]?.string,
          let place = entry["place"]?.string.flatMap(RosterPerson.Place.init(rawValue:))
        else { return nil }
        return RosterPerson.RolePlace(role: role, place: place)
      },
      contacts: each("contacts") { entry in
        RosterPerson.Contact(kind: entry["kind"]?.string ?? "", value: entry["value"]?.string ?? "")
      },
      absences: each("absences") { entry in
        guard let from = entry["from"]?.string.flatMap({ CivilDate($0) }),
          let to = entry["to"]?.string.flatMap({ CivilDate($0) })
        else { return nil }
        return RosterPerson.Absence(from: from, to: to)
      })
  }

  private func personOutcome(_ call: Call, _ receipt: WriteReceipt) async throws -> Outcome {
    let roster = try await desk.roster(for: call.caller)
    guard let number = receipt.number, let member = roster.member(number) else { throw call.notFound }
    return Outcome(
      call, PersonAnswer(member), tag: member.version,
      location: call.request.operation.status == 201 ? "/api/v1/roster" : nil, isReplay: receipt.isReplay)
  }

  /// Plans that an incident follows.
  func handleIncidentPlans(_ call: Call) async throws -> Outcome {
    let id = try call.incident
    var receipt: WriteReceipt?
    switch call.request.operation.id {
    case .followPlan:
      receipt = try await desk.followPlan(
        call.request.text("plan") ?? "", in: id, by: call.caller, terms: call.terms)
    case .tickStep:
      let ticked = StepTicked(
        number: try call.number("followed"), step: call.request.path["step"] ?? "",
        state: call.request.word("state") ?? .done, words: call.request.text("words") ?? "")
      receipt = try await desk.perform(.tickStep(ticked), on: id, by: call.caller, terms: call.terms)
    case .dropPlan:
      let dropped = PlanDropped(number: try call.number("followed"), reason: call.request.text("reason") ?? "")
      receipt = try await desk.perform(.dropPlan(dropped), on: id, by: call.caller, terms: call.terms)
    default: break
    }
    guard let view = try await desk.incident(id, for: call.caller) else { throw call.notFound }
    let choice = view.incident.state.isRunning ? try await desk.planChoice(for: id, call.caller) : PlanChoice()
    return Outcome(
      call,
      IncidentPlansAnswer(
        items: view.incident.plans.map { plan in
          FollowedPlanAnswer(
            plan, of: view.incident, policy: view.policy, calls: view.aids.calls, taken: view.aids.plans[plan.number])
        }, proposals: choice.matches.map(IncidentPlansAnswer.Proposal.init),
        others: choice.kinds.flatMap(\.offers).map {
          IncidentPlansAnswer.Offer(plan: $0.name, title: $0.title, owner: $0.owner)
        }, version: view.incident.version),
      tag: view.incident.version,
      location: call.request.operation.status == 201 ? call.request.operation.path(call.request.path) : nil,
      isReplay: receipt?.isReplay ?? false)
  }
}

extension IncidentPlansAnswer.Proposal {
  init(_ match: PlanMatch) {
    self.init(plan: match.plan, title: match.title, reasons: match.reasons.map(\.words))
  }
}
