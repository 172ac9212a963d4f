package import Accounts
import Chronology
import Documents
package import Drills
import Incidents
import Journal
import Plans
import RecordViews
package import TextComparing

/// What a drill showed: compared with what was expected, brought into the plan, written down.
extension Desk {
  /// What was expected and what happened; while it runs, only for those who know the answer.
  package func drillOutcome(_ number: Int, for caller: Caller) async throws -> DrillOutcome {
    try check(caller, .read, "drill \(number)")
    _ = try await keepDrills()
    return DrillOutcome(try await comparison(of: try await openDrill(number, to: caller)))
  }

  /// What the drill suggests to change in the plan as it is written now.
  package func planChanges(ofDrill number: Int, for caller: Caller) async throws -> PlanChanges {
    try check(caller, .read, "drill \(number)")
    try await catchUp()
    let (proposal, version) = try await proposal(of: try await openDrill(number, to: caller))
    return PlanChanges(proposal, planVersion: version)
  }

  /// The plan with one of the changes, to be filled in before it is saved; nil where the drill suggests no such change to it.
  package func text(ofPlan name: String, with change: Int, ofDrill number: Int, for caller: Caller) async throws
    -> String?
  {
    try check(caller, .read, "drill \(number)")
    try await catchUp()
    let proposal = try await proposal(of: try await openDrill(number, to: caller)).proposal
    guard proposal.plan == name, proposal.changes.contains(where: { $0.number == change }) else { return nil }
    return proposal.text(accepting: [change])
  }

  /// How the plan would read with some of the changes, as lines of a difference.
  package func planDifference(ofDrill number: Int, accepting accepted: Set<Int>, for caller: Caller) async throws
    -> ComparisonLines
  {
    try check(caller, .read, "drill \(number)")
    try await catchUp()
    return try await proposal(of: try await openDrill(number, to: caller)).proposal.difference(accepting: accepted)
  }

  /// Writes some of the changes into the plan; `planVersion` is that of the plan that the caller saw.
  package func acceptPlanChanges(
    _ accepted: Set<Int>, ofDrill number: Int, planVersion: Int64?, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await catchUp()
    // Asked again, what was taken over is answered as it was: it is suggested no more.
    if let answer = try await RequestKey(terms, of: caller)?.answer(in: journal) { return answer }
    let drill = try await openDrill(number, to: caller)
    let (proposal, version) = try await proposal(of: drill)
    let known = Set(proposal.changes.map(\.number))
    guard !accepted.isEmpty else {
      throw IncidentRefusal(.empty, place: "changes", message: "none is named", hint: "name those to take over")
    }
    if let unknown = accepted.subtracting(known).min() {
      throw IncidentRefusal(
        .unknownPart, place: "change \(unknown)", message: "drill \(number) suggests no such change",
        hint: known.isEmpty ? "it suggests none" : "they have the numbers 1 to \(known.count)")
    }
    var fresh = terms
    fresh.expectedVersion = planVersion ?? version
    return try await writePlan(
      WrittenText(
        name: proposal.plan, text: proposal.text(accepting: accepted), note: "What drill \(number) showed.",
        origin: "drill \(number)"), by: caller, terms: fresh)
  }

  /// Begins the postmortem of a drill that is over: what was expected, what happened, what to change.
  package func startPostmortem(ofDrill number: Int, by caller: Caller, terms: WriteTerms = WriteTerms()) async throws
    -> WriteReceipt
  {
    try await catchUp()
    if let answer = try await RequestKey(terms, of: caller)?.answer(in: journal) { return answer }
    let drill = try await keptDrill(number)
    guard drill.state == .ended else {
      throw IncidentRefusal(
        .wrongState, place: "drill \(number)", message: "it is not over", hint: "end it first")
    }
    if let known = drill.postmortem {
      throw IncidentRefusal(
        .wrongState, place: "drill \(number)", message: "it has a postmortem: PM-\(known)", hint: "go on there")
    }
    let incident: Incident? =
      if let known = drill.incident { try await visibleIncident(IncidentID(number: known), to: caller) } else { nil }
    var receipt: WriteReceipt
    if let known = incident?.postmortem {
      receipt = WriteReceipt(version: 0, number: known)
    } else {
      let changes = try? await proposal(of: drill).proposal
      let words = DrillPostmortem(drill, comparison: try await comparison(of: drill), proposal: changes)
      receipt = try await startPostmortem(
        StartPostmortem(
          incident: incident.map { IncidentID(number: $0.number) }, title: words.title, text: words.document,
          source: incident == nil ? "drill \(number)" : nil), by: caller, terms: terms)
    }
    if let postmortem = receipt.number {
      _ = try await perform(.linkPostmortem(postmortem), onDrill: number, by: caller)
    }
    return receipt
  }

  /// The last drill of each plan that was played to its end, by the plan's name.
  func lastDrills() async throws -> [String: PlayedDrill] {
    var newest: [String: Drill] = [:]
    for drill in try await keptReadiness().drills.values where drill.state == .ended {
      guard let plan = drill.planned.plan, let end = drill.clock?.end else { continue }
      if let known = newest[plan]?.clock?.end, known > end { continue }
      newest[plan] = drill
    }
    var played: [String: PlayedDrill] = [:]
    for (plan, drill) in newest {
      guard let end = drill.clock?.end else { continue }
      let comparison = try await comparison(of: drill)
      played[plan] = PlayedDrill(
        number: drill.number, day: CivilDate(end), words: comparison.summary, shortfall: comparison.shortfall)
    }
    return played
  }

  /// A drill whose answer the caller may know.
  private func openDrill(_ number: Int, to caller: Caller) async throws -> Drill {
    let drill = try await keptDrill(number)
    guard drill.maySeeAnswer(caller.account) else {
      throw IncidentRefusal(
        .wrongState, place: "drill \(number)", message: "it is not over, and this tells what it is about",
        hint: "look again once it has ended")
    }
    // It quotes the incident: whoever may not know of that one is told nothing.
    if let incident = drill.incident { _ = try await visibleIncident(IncidentID(number: incident), to: caller) }
    return drill
  }

  private func comparison(of drill: Drill) async throws -> DrillComparison {
    var incident: Incident?
    if let number = drill.incident {
      let folded = try await fold(number)
      if folded.version > 0 { incident = folded }
    }
    let version = incident?.version ?? 0
    if let known = drillShelf.comparison(of: drill, incident: version) { return known }
    let comparison = DrillComparison(
      drill, incident: incident, plan: try await planPlayed(in: drill), at: clock.now)
    if comparison.isOver { drillShelf.keep(comparison, of: drill, incident: version) }
    return comparison
  }

  /// The plan as it was when the drill began.
  private func planPlayed(in drill: Drill) async throws -> Plan? {
    guard let name = drill.planned.plan, let record = try await keptReadiness().record(.plan, named: name) else {
      return nil
    }
    let start = drill.clock?.start ?? clock.now
    let text = try await views.read { try ShelvedEvents.text(.plan, of: record, at: start, in: $0) }
    var plan = Plan(parsing: text ?? record.text)
    plan.name = name
    return plan
  }

  private func proposal(of drill: Drill) async throws -> (proposal: PlanProposal, planVersion: Int64) {
    guard let name = drill.planned.plan else {
      throw IncidentRefusal(
        .unknownPart, place: "drill \(drill.number)", message: "it rehearsed no plan", hint: "name one in its scenario")
    }
    guard let record = try await keptReadiness().record(.plan, named: name), record.retired == nil else {
      throw Self.unknownText(name, .plan)
    }
    var incident: Incident?
    if let number = drill.incident { incident = try await fold(number) }
    let comparison = try await comparison(of: drill)
    return (PlanProposal(comparison, plan: planShelf.plan(of: record), incident: incident), record.version)
  }
}
