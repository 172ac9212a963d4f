package import Accounts
import Chronology
package import Findings
import Incidents
import Journal
package import Plans
import RecordViews

/// Plans: kept as documents, checked against who and what there is.
extension Desk {
  /// Plans and people as they are now.
  func keptReadiness() async throws -> KeptReadiness {
    let known = readiness
    let now = try await views.read { db in
      var kept = known
      try kept.carryOn(db)
      return kept
    }
    if now.position > readiness.position { readiness = now }
    return now
  }

  /// What plans are checked against: today, roles, people, audiences, components.
  func planContext() async throws -> PlanContext {
    let kept = try await keptReadiness()
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    let components = try await board().list.components
    let people = kept.roster.members.map { member in
      PlanContext.Person(
        name: member.person.name, roles: Set(member.person.roles.filter { $0.place != .learning }.map(\.role)),
        isHere: !member.hasLeft)
    }
    return PlanContext(
      today: CivilDate(clock.now), roles: Set(policy.roles.flatMap { [$0.id, $0.name.lowercased()] }),
      people: people.isEmpty ? nil : people, rehearsals: [:],
      components: components.isEmpty ? nil : Set(components.flatMap { [$0.id.lowercased(), $0.name.lowercased()] }))
  }

  /// By name; those that were retired left out.
  package func plans(for caller: Caller) async throws -> [KeptPlan] {
    try check(caller, .read, "plans")
    try await catchUp()
    let context = try await planContext()
    return try await currentPlans().map { kept($0, context) }
  }

  /// Those that can be followed, by name; not checked, for pages that are looked at in a hurry.
  func plansToFollow() async throws -> [Plan] {
    try await currentPlans().map { planShelf.plan(of: $0) }.filter { !$0.steps.isEmpty }
  }

  private func currentPlans() async throws -> [PlanRecord] {
    try await keptReadiness().plans.values.filter { $0.retired == nil && !$0.name.isEmpty }
      .sorted { $0.name < $1.name }
  }

  /// Throws where the record has no such plan.
  package func plan(_ name: String, for caller: Caller) async throws -> KeptPlan {
    try check(caller, .read, "plan '\(name)'")
    try await catchUp()
    guard let record = try await keptReadiness().plan(named: name) else { throw Self.unknownPlan(name) }
    return kept(record, try await planContext())
  }

  /// What the check finds in a text that is still being written; nothing is saved.
  package func checkPlan(_ text: String, for caller: Caller) async throws -> (plan: Plan, findings: [Finding]) {
    try check(caller, .read, "plan")
    try await catchUp()
    let plan = Plan(parsing: text)
    return (plan, PlanCheck.findings(plan, path: "\(plan.name).md", context: try await planContext()))
  }

  private func kept(_ record: PlanRecord, _ context: PlanContext) -> KeptPlan {
    let plan = planShelf.plan(of: record)
    return KeptPlan(
      record: record, plan: plan, findings: PlanCheck.findings(plan, path: "\(record.name).md", context: context))
  }

  /// Saves a plan's text under its name, as a whole; a plan that was retired comes back.
  ///
  /// Findings do not keep it out: an unfinished plan is better than none. A text that is no plan at all does.
  package func writePlan(_ text: PlanText, by caller: Caller, terms: WriteTerms = WriteTerms()) async throws
    -> WriteReceipt
  {
    let place = "plan '\(text.name)'"
    return try await write(.respond, by: caller, place: place, terms: terms) {
      let kept = try await keptReadiness()
      let known = kept.plan(named: text.name)
      try checkIsFresh(terms, known?.version ?? 0, place: place)
      let written = try Self.checked(text)
      if known == nil, kept.plans.count >= PlanLimits.plansMax {
        throw IncidentRefusal(
          .limitPassed, place: "plans",
          message: "there are \(kept.plans.count), and \(PlanLimits.plansMax) are possible",
          hint: "write the steps into a plan that there is")
      }
      guard written.text != known?.text || known?.retired != nil else { throw IncidentRefusal.nothingNew(place) }
      return planWrite(
        try PlanEvent.written(written).document(), to: known ?? PlanRecord(number: kept.nextPlan), by: caller)
    }
  }

  /// Takes a plan out of the register; its texts stay on the record.
  package func retirePlan(_ name: String, reason: String, by caller: Caller, terms: WriteTerms = WriteTerms())
    async throws -> WriteReceipt
  {
    try await write(.respond, by: caller, place: "plan '\(name)'", terms: terms) {
      guard let known = try await keptReadiness().plan(named: name) else { throw Self.unknownPlan(name) }
      guard known.retired == nil else { throw IncidentRefusal.nothingNew("plan '\(name)'") }
      guard let reason = try TextCheck.reason(reason) else {
        throw IncidentRefusal(
          .needsReason, place: "reason", message: "nothing says why it is kept no longer",
          hint: "say it in a few words")
      }
      return planWrite(try PlanEvent.retired(reason: reason).document(), to: known, by: caller)
    }
  }

  private func planWrite(_ document: EventDocument, to record: PlanRecord, by caller: Caller) -> WritePlan {
    WritePlan(
      appends: [append([document], to: StreamName("plan", number: record.number), at: record.version, by: caller)],
      receipt: WriteReceipt(version: record.version + 1, number: record.number))
  }

  private static func checked(_ text: PlanText) throws(IncidentRefusal) -> PlanText {
    var written = text
    guard PlanName.isValid(text.name) else {
      throw IncidentRefusal(
        .invalidText, place: "name", message: "'\(text.name.prefix(80))' cannot name a plan",
        hint: "use up to \(PlanLimits.nameScalarsMax) lower-case letters, digits and hyphens: wrong-certificate")
    }
    guard text.text.utf8.count <= PlanLimits.bytesMax else {
      throw IncidentRefusal(
        .limitPassed, place: "text",
        message: "it has \(text.text.utf8.count) bytes, and \(PlanLimits.bytesMax) are possible",
        hint: "keep what one does when it comes, and link to the rest")
    }
    guard text.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw IncidentRefusal(.empty, place: "text", message: "nothing was written", hint: "begin with a title and steps")
    }
    written.note = try TextCheck.optional(text.note, "note", max: IncidentLimits.reasonScalarsMax)
    return written
  }

  static func unknownPlan(_ name: String) -> DeskError {
    DeskError(
      .unknownPlan, place: "plan '\(name)'", message: "the record has no such plan",
      hint: "the register shows those that there are")
  }
}
