package import Accounts
import Chronology
package import Drills
import EvidenceRecords
package import Findings
import Incidents
import Journal
package import Plans
package import RecordViews
import ShippedDocuments
import TimelineBuilding

/// Scenarios: those that ship with Mayday, and a team's own.
extension Desk {
  /// By name; a team's own takes the place of one that ships under the same name.
  package func scenarios(for caller: Caller) async throws -> [ScenarioListing] {
    try check(caller, .read, "scenarios")
    try await catchUp()
    return try await currentScenarios().map(\.scenario)
  }

  /// Throws where there is no such scenario.
  package func scenario(_ name: String, for caller: Caller) async throws -> ScenarioWhole {
    try check(caller, .read, "scenario '\(name)'")
    try await catchUp()
    let context = try await scenarioContext()
    let played = try await keptReadiness().lastDays
    if let record = try await keptReadiness().record(.scenario, named: name) {
      var whole = Self.whole(name, record.text, record.version, context, played[name])
      whole.retired = record.retired
      return whole
    }
    guard let shipped = ShippedDocument.named(name, of: .scenario) else { throw Self.unknownText(name, .scenario) }
    return Self.whole(name, shipped.text, 0, context, played[name])
  }

  /// What the check finds in a text that is still being written; nothing is saved.
  package func checkScenario(_ text: String, for caller: Caller) async throws -> (
    scenario: Scenario, findings: [Finding]
  ) {
    try check(caller, .read, "scenario")
    try await catchUp()
    let scenario = Scenario(parsing: text)
    return (
      scenario,
      ScenarioCheck.findings(scenario, path: "\(scenario.name).md", context: try await scenarioContext())
    )
  }

  /// Saves a scenario's text under its name, as a whole.
  package func writeScenario(_ text: WrittenText, by caller: Caller, terms: WriteTerms = WriteTerms()) async throws
    -> WriteReceipt
  {
    try await writeText(text, .scenario, by: caller, terms: terms)
  }

  /// Keeps a scenario no longer; one that ships under the same name does not come back.
  package func retireScenario(_ name: String, reason: String, by caller: Caller, terms: WriteTerms = WriteTerms())
    async throws -> WriteReceipt
  {
    try await retireText(name, .scenario, reason: reason, by: caller, terms: terms)
  }

  /// A scenario made from an incident that is over, to be read and saved; what came then comes again.
  package func scenario(from id: IncidentID, plan: String? = nil, for caller: Caller) async throws -> String {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let incident = try await visibleIncident(id, to: caller)
    guard !incident.state.isRunning else {
      throw IncidentRefusal(
        .wrongState, place: "\(id)", message: "it is not over", hint: "make a drill of it once it is resolved")
    }
    var excerpts: [String: [String]] = [:]
    for evidence in folds.report(of: incident)?.moments.compactMap(\.evidence.first) ?? [] {
      excerpts[evidence.reference.label] = evidence.excerpt.map(\.text)
    }
    return ScenarioMaking(incident, plan: plan ?? incident.plans.last?.content.plan, excerpts: excerpts).text
  }

  /// What to rehearse next: what was longest not played, weighed by risk, each with what there is to play.
  package func drillSuggestions(for caller: Caller) async throws -> [DrillSuggestion] {
    let plans = try await plans(for: caller)
    let scenarios = try await currentScenarios().map {
      DrillMaterial.Known(name: $0.scenario.name, plan: $0.scenario.plan, lastPlayed: $0.scenario.lastPlayed)
    }
    let past = try await pastIncidents(for: caller)
    return DrillChoice.ranked(PlanRegister(entries: plans.map(\.entry)), today: CivilDate(clock.now)).map { choice in
      DrillSuggestion(
        choice, material: DrillMaterial.choice(for: choice.plan.name, scenarios: scenarios, incidents: past))
    }
  }

  /// The newest incidents that are over and that the caller may know of, with the plans that they followed; no drills.
  private func pastIncidents(for caller: Caller) async throws -> [DrillMaterial.Past] {
    let listed = try await incidents(
      IncidentQuery(
        states: Set(IncidentState.allCases.filter { !$0.isRunning }), isDrill: false, limit: DeskLimits.pastIncidents),
      for: caller
    ).items
    var past: [DrillMaterial.Past] = []
    for summary in listed {
      let plans = try await fold(summary.id.number).plans.map(\.content.plan)
      if !plans.isEmpty { past.append(DrillMaterial.Past(number: summary.id.number, plans: plans)) }
    }
    return past
  }

  func currentScenarios() async throws -> [ScenarioWhole] {
    let kept = try await keptReadiness()
    let context = try await scenarioContext()
    let played = kept.lastDays
    let own = kept.records(of: .scenario).filter { !$0.name.isEmpty }
    let names = Set(own.map(\.name))
    let ours = own.filter { $0.retired == nil }.map {
      Self.whole($0.name, $0.text, $0.version, context, played[$0.name])
    }
    let shipped = ShippedDocument.all(of: .scenario).filter { !names.contains($0.name) }.map {
      Self.whole($0.name, $0.text, 0, context, played[$0.name])
    }
    return (ours + shipped).sorted { $0.scenario.name < $1.scenario.name }
  }

  private func scenarioContext() async throws -> ScenarioContext {
    let components = try await board().list.components
    let own = try await plansToFollow()
    // A scenario that ships rehearses a plan that ships, also where nobody took it over yet.
    let names = Set(own.map(\.name))
    let shipped = ShippedDocument.all(of: .plan).filter { !names.contains($0.name) }
    return ScenarioContext(
      plans: own + shipped.map { Plan(parsing: $0.text) },
      components: components.isEmpty ? nil : Set(components.flatMap { [$0.id.lowercased(), $0.name.lowercased()] }))
  }

  private static func whole(
    _ name: String, _ text: String, _ version: Int64, _ context: ScenarioContext, _ lastPlayed: CivilDate?
  ) -> ScenarioWhole {
    let scenario = Scenario(parsing: text)
    let findings = ScenarioCheck.findings(scenario, path: "\(name).md", context: context)
    return ScenarioWhole(
      scenario: ScenarioListing(
        scenario, name: name, findings: findings, isOurs: version > 0, lastPlayed: lastPlayed),
      text: text, findings: findings, version: version)
  }
}

extension KeptReadiness {
  /// The last day on which each scenario was played to its end.
  fileprivate var lastDays: [String: CivilDate] {
    var days: [String: CivilDate] = [:]
    for drill in drills.values where drill.state == .ended {
      guard let end = drill.clock?.end else { continue }
      days[drill.planned.scenario] = max(days[drill.planned.scenario] ?? CivilDate(end), CivilDate(end))
    }
    return days
  }
}
