import Chronology
import Desk
import Drills
import Findings
import Incidents
import Interchange
import Plans
import RecordViews
import Schemas

extension APIService {
  /// Scenarios and drills.
  func handleDrills(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .listDrills: return Outcome(call, ListAnswer(items: try await desk.drills(for: call.caller)))
    case .planDrill:
      return try await drillOutcome(
        call, try await desk.planDrill(drillRequest(call), by: call.caller, terms: call.terms))
    case .replanDrill:
      return try await drillOutcome(
        call,
        try await desk.planDrill(drillRequest(call), number: drillNumber(call), by: call.caller, terms: call.terms))
    case .readDrill: return try await drillOutcome(call, nil)
    case .declareInDrill:
      let declaration = Declaration(
        title: call.request.text("title") ?? "", severity: call.request.integer("severity"),
        impact: call.request.text("impact") ?? "", components: call.request.texts("components") ?? [],
        commander: call.request.text("commander"))
      return try await drillOutcome(
        call,
        try await desk.declare(declaration, inDrill: drillNumber(call), by: call.caller, terms: call.terms))
    case .moveDrill, .addInject, .releaseInject, .delayInject, .skipInject, .observeDrill:
      let receipt = try await desk.perform(
        try await drillCommand(call), onDrill: drillNumber(call), by: call.caller, terms: call.terms)
      return try await drillOutcome(call, receipt)
    case .readDrillFile:
      let name = call.request.path["file"] ?? ""
      return Outcome(call, try await desk.file(name, ofDrill: drillNumber(call), for: call.caller))
    case .readOutcome: return Outcome(call, try await desk.drillOutcome(drillNumber(call), for: call.caller))
    case .listPlanChanges:
      return Outcome(call, try await desk.planChanges(ofDrill: drillNumber(call), for: call.caller))
    case .acceptPlanChanges: return try await acceptPlanChanges(call)
    case .startDrillPostmortem:
      return try await drillOutcome(
        call, try await desk.startPostmortem(ofDrill: drillNumber(call), by: call.caller, terms: call.terms))
    default: return try await handleScenarios(call)
    }
  }

  private func handleScenarios(_ call: Call) async throws -> Outcome {
    let name = call.request.path["scenario"] ?? ""
    switch call.request.operation.id {
    case .listScenarios: return Outcome(call, ListAnswer(items: try await desk.scenarios(for: call.caller)))
    case .readScenario: return try await scenarioOutcome(call, name)
    case .writeScenario:
      let receipt = try await desk.writeScenario(
        WrittenText(
          name: name, text: call.request.text("text") ?? "", note: call.request.text("note") ?? "",
          origin: call.request.text("origin")), by: call.caller, terms: call.terms)
      return try await scenarioOutcome(call, name, isReplay: receipt.isReplay)
    case .retireScenario:
      let receipt = try await desk.retireScenario(
        name, reason: call.request.text("reason") ?? "", by: call.caller, terms: call.terms)
      return try await scenarioOutcome(call, name, isReplay: receipt.isReplay)
    case .checkScenario:
      let checked = try await desk.checkScenario(call.request.text("text") ?? "", for: call.caller)
      return Outcome(
        call,
        ScenarioChecked(
          title: checked.scenario.title, injectCount: checked.scenario.injects.count, findings: checked.findings))
    case .makeScenario:
      guard let incident = IncidentID(call.request.text("incident") ?? "") else { throw call.notFound }
      return Outcome(
        call,
        ScenarioDraft(
          text: try await desk.scenario(from: incident, plan: call.request.text("plan"), for: call.caller)))
    case .suggestDrills:
      return Outcome(call, ListAnswer(items: try await desk.drillSuggestions(for: call.caller)))
    default: throw call.notFound
    }
  }

  private struct ScenarioChecked: Codable {
    var title: String
    var injectCount: Int
    var findings: [Finding]
  }

  private struct ScenarioDraft: Codable { var text: String }

  private func scenarioOutcome(_ call: Call, _ name: String, isReplay: Bool = false) async throws -> Outcome {
    let whole = try await desk.scenario(name, for: call.caller)
    return Outcome(call, whole, tag: whole.version, isReplay: isReplay)
  }

  private func drillNumber(_ call: Call) throws(Problem) -> Int { try call.number("drill") }

  private func drillOutcome(_ call: Call, _ receipt: WriteReceipt?) async throws -> Outcome {
    let isNew = call.request.operation.id == .planDrill
    let number = isNew ? receipt?.number ?? 0 : try drillNumber(call)
    let whole = try await desk.drill(number, for: call.caller)
    return Outcome(
      call, whole, tag: whole.version,
      location: call.request.operation.status == 201 ? "/api/v1/drills/\(number)" : nil,
      isReplay: receipt?.isReplay ?? false)
  }

  private func drillRequest(_ call: Call) throws(Problem) -> DrillRequest {
    let request = call.request
    var day: CivilDate?
    if let text = request.text("day"), !text.isEmpty {
      guard let read = CivilDate(text), read.exists else {
        let message = "no calendar has the day '\(text)'"
        throw Problem(
          .invalidFields, message, hint: "write it as 2026-03-31",
          errors: [FieldProblem(pointer: "/day", message: message)])
      }
      day = read
    }
    let people = (request.body["people"]?.array ?? []).compactMap { entry -> DrillPerson? in
      guard let name = entry["name"]?.string,
        let part = entry["part"]?.string.flatMap(DrillPerson.Part.init(rawValue:))
      else { return nil }
      return DrillPerson(name: name, part: part)
    }
    return DrillRequest(
      scenario: request.text("scenario") ?? "", day: day, people: people, speed: request.integer("speed") ?? 1,
      isByClock: request.flag("isByClock") ?? true)
  }

  private func drillCommand(_ call: Call) async throws -> DrillCommand {
    let request = call.request
    let inject = request.path["inject"] ?? ""
    switch request.operation.id {
    case .addInject:
      return .add(
        InjectAdded(
          kind: request.word("kind") ?? .colleague, from: request.text("from") ?? "", text: request.text("text") ?? "",
          atSeconds: request.integer("atSeconds")))
    case .releaseInject: return .release(inject)
    case .delayInject: return .delay(inject, seconds: request.integer("seconds") ?? 0)
    case .skipInject: return .skip(inject, reason: request.text("reason") ?? "")
    case .observeDrill:
      return .observe(
        DrillObservation(
          kind: request.word("kind") ?? .note, words: request.text("words") ?? "",
          expectation: request.integer("expectation"), judgement: request.word("judgement"),
          entry: request.body["entry"]?.integer))
    default:
      switch request.text("state") {
      case "running":
        let state = try await desk.drill(drillNumber(call), for: call.caller).drill.state
        return state == .planned ? .start(incident: nil) : .resume
      case "paused": return .pause
      case "ended": return .end
      default: return .cancel(reason: request.text("reason") ?? "")
      }
    }
  }

  private func acceptPlanChanges(_ call: Call) async throws -> Outcome {
    let accepted = Set((call.request.body["changes"]?.array ?? []).compactMap(\.integer).map { Int($0) })
    let number = try drillNumber(call)
    let plan = try await desk.planChanges(ofDrill: number, for: call.caller).plan
    let receipt = try await desk.acceptPlanChanges(
      accepted, ofDrill: number, planVersion: call.request.body["planVersion"]?.integer, by: call.caller,
      terms: call.terms)
    let kept = try await desk.plan(plan, for: call.caller)
    return Outcome(
      call, PlanAnswer(kept.record, plan: kept.plan, findings: kept.findings, entry: kept.entry),
      tag: kept.record.version, isReplay: receipt.isReplay)
  }
}
