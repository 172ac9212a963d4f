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
  func planContext(_ played: [String: PlayedDrill]) async throws -> PlanContext {
    let kept = try await keptReadiness()
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    let components = try await board().list.components
    let people = kept.roster.members.map { member in
      PlanContext.Person(
        name: member.person.name, roles: Set(member.person.roles.filter { $0.place != .learning }.map(\.role)),
        isHere: !member.hasLeft, isReachable: member.person.isReachable)
    }
    return PlanContext(
      today: CivilDate(clock.now), roles: Set(policy.roles.flatMap { [$0.id, $0.name.lowercased()] }),
      people: people.isEmpty ? nil : people,
      rehearsals: played.mapValues { PlanContext.Rehearsal(day: $0.day, shortfall: $0.shortfall) },
      components: components.isEmpty ? nil : Set(components.flatMap { [$0.id.lowercased(), $0.name.lowercased()] }))
  }

  /// By name; those that were retired left out.
  package func plans(for caller: Caller) async throws -> [KeptPlan] {
    try check(caller, .read, "plans")
    try await catchUp()
    let played = try await lastDrills()
    let context = try await planContext(played)
    return try await currentPlans().map { kept($0, context, played[$0.name]) }
  }

  /// Those that can be followed, by name; not checked, for pages that are looked at in a hurry.
  func plansToFollow() async throws -> [Plan] {
    try await currentPlans().map { planShelf.plan(of: $0) }.filter { !$0.steps.isEmpty }
  }

  private func currentPlans() async throws -> [TextRecord] {
    try await keptReadiness().records(of: .plan).filter { $0.retired == nil && !$0.name.isEmpty }
      .sorted { $0.name < $1.name }
  }

  /// Throws where the record has no such plan.
  package func plan(_ name: String, for caller: Caller) async throws -> KeptPlan {
    try check(caller, .read, "plan '\(name)'")
    try await catchUp()
    guard let record = try await keptReadiness().record(.plan, named: name) else { throw Self.unknownText(name, .plan) }
    let played = try await lastDrills()
    return kept(record, try await planContext(played), played[name])
  }

  /// What the check finds in a text that is still being written; nothing is saved.
  package func checkPlan(_ text: String, for caller: Caller) async throws -> (plan: Plan, findings: [Finding]) {
    try check(caller, .read, "plan")
    try await catchUp()
    let plan = Plan(parsing: text)
    return (
      plan, PlanCheck.findings(plan, path: "\(plan.name).md", context: try await planContext(try await lastDrills()))
    )
  }

  private func kept(_ record: TextRecord, _ context: PlanContext, _ last: PlayedDrill?) -> KeptPlan {
    let plan = planShelf.plan(of: record)
    return KeptPlan(
      record: record, plan: plan, findings: PlanCheck.findings(plan, path: "\(record.name).md", context: context),
      lastDrill: last)
  }

  /// Saves a plan's text under its name, as a whole; a plan that was retired comes back.
  package func writePlan(_ text: WrittenText, by caller: Caller, terms: WriteTerms = WriteTerms()) async throws
    -> WriteReceipt
  {
    try await writeText(text, .plan, by: caller, terms: terms)
  }

  /// Takes a plan out of the register; its texts stay on the record.
  package func retirePlan(_ name: String, reason: String, by caller: Caller, terms: WriteTerms = WriteTerms())
    async throws -> WriteReceipt
  {
    try await retireText(name, .plan, reason: reason, by: caller, terms: terms)
  }
}
