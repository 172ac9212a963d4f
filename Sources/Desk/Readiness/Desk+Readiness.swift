package import Accounts
import Chronology
import Incidents
import Journal
package import Learning
package import Plans
package import RecordViews
import TimelineBuilding

/// Who can be called, how ready a team is, and which plan fits an incident.
extension Desk {
  /// How many days ahead the cover of roles is looked at.
  private static let coverDays = 90

  package func roster(for caller: Caller) async throws -> Roster {
    try check(caller, .read, "people")
    try await catchUp()
    let roster = try await keptReadiness().roster
    // Telephone numbers are for those who may have to call.
    return caller.may(.respond) ? roster : roster.withoutContacts
  }

  /// Writes somebody's entry; `number` nil adds them.
  package func writePerson(
    _ person: RosterPerson, number: Int?, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    let place = number.map { "person \($0)" } ?? "people"
    return try await write(.respond, by: caller, place: place, terms: terms) {
      let roster = try await keptReadiness().roster
      if let number {
        guard let known = roster.member(number) else { throw Self.unknownPerson(number) }
        try checkIsFresh(terms, known.version, place: place)
      }
      let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
      let checked = try person.checked(roles: Set(policy.roles.map(\.id)))
      if number == nil {
        guard roster.members.count < Roster.peopleMax else {
          throw IncidentRefusal(
            .limitPassed, place: "people",
            message: "there are \(roster.members.count), and \(Roster.peopleMax) are possible",
            hint: "keep those here who are called in an incident")
        }
        if let same = roster.here.first(where: { $0.person.name.lowercased() == checked.name.lowercased() }) {
          throw IncidentRefusal(
            .invalidText, place: "name", message: "'\(checked.name)' is on the list already, as number \(same.number)",
            hint: "change that entry, or add something that tells the two apart")
        }
      }
      let target = number ?? roster.nextNumber
      guard roster.member(target)?.person != checked || roster.member(target)?.hasLeft == true else {
        throw IncidentRefusal.nothingNew(place)
      }
      return rosterWrite(try RosterEvent.written(number: target, checked).document(), roster, target, by: caller)
    }
  }

  /// Somebody is no longer here: they fill no role, and how to reach them is not shown any more.
  package func removePerson(_ number: Int, by caller: Caller, terms: WriteTerms = WriteTerms()) async throws
    -> WriteReceipt
  {
    try await write(.respond, by: caller, place: "person \(number)", terms: terms) {
      let roster = try await keptReadiness().roster
      guard let member = roster.member(number) else { throw Self.unknownPerson(number) }
      try checkIsFresh(terms, member.version, place: "person \(number)")
      guard !member.hasLeft else { throw IncidentRefusal.nothingNew("person \(number)") }
      return rosterWrite(try RosterEvent.left(number: number).document(), roster, number, by: caller)
    }
  }

  private func rosterWrite(_ document: EventDocument, _ roster: Roster, _ number: Int, by caller: Caller) -> WritePlan {
    WritePlan(
      appends: [append([document], to: StreamName("roster"), at: roster.version, by: caller)],
      receipt: WriteReceipt(version: roster.version + 1, number: number))
  }

  private static func unknownPerson(_ number: Int) -> DeskError {
    DeskError(
      .unknownPerson, place: "person \(number)", message: "nobody on the list has that number",
      hint: "the list of people shows who is on it")
  }

  /// What could hit us, whether we are ready, who is missing, what comes next.
  package func readinessReport(for caller: Caller) async throws -> ReadinessReport {
    let plans = try await plans(for: caller)
    let roster = try await keptReadiness().roster
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    let today = CivilDate(clock.now)
    return ReadinessReport(
      register: PlanRegister(entries: plans.map(\.entry)),
      covers: RoleCover.all(of: policy, plans: plans.map(\.plan), roster, from: today, days: Self.coverDays),
      peopleCount: roster.here.count, today: today)
  }

  /// Which plans an incident could follow besides those that it follows, and which of them may fit, the best first.
  package func planChoice(for id: IncidentID, _ caller: Caller) async throws -> PlanChoice {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let incident = try await visibleIncident(id, to: caller)
    let followed = Set(incident.plans.filter { $0.dropped == nil }.map(\.content.plan))
    let plans = try await plansToFollow().filter { !followed.contains($0.name) }
    guard !plans.isEmpty else { return PlanChoice() }
    let names = try await board().list.components.filter { incident.components.contains($0.id) }.map(\.name)
    let report = folds.report(of: incident)
    let texts = [incident.facts.impact ?? ""] + incident.entries.filter { $0.kind == .note }.prefix(200).map(\.text)
    let signs = PlanMatch.Signs(
      title: incident.facts.title,
      text: (texts + (report?.moments.prefix(50).map(\.title) ?? [])).joined(separator: "\n"),
      components: Set(incident.components + names),
      patterns: Set(report?.moments.compactMap(\.pattern) ?? []))
    return PlanChoice(plans, matches: PlanMatch.matches(plans, signs))
  }

  /// An incident begins to follow a plan as it is written now.
  package func followPlan(
    _ name: String, in id: IncidentID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    let kept = try await plan(name, for: caller)
    guard kept.record.retired == nil else {
      throw IncidentRefusal(
        .wrongState, place: "plan '\(name)'", message: "it was retired: \(kept.record.retired ?? "")",
        hint: "save it again to take it back into the register")
    }
    return try await perform(
      .followPlan(kept.plan.followed(version: kept.record.writtenVersion)), on: id, by: caller, terms: terms)
  }
}
