import Chronology
import Incidents
import Journal
import Plans
import RecordViews

extension Desk {
  /// What helps those who lead an incident; of a past reading only what its plans say.
  func aids(for incident: Incident, policy: Policy, showsContacts: Bool, isPast: Bool) async throws -> IncidentAids {
    var aids = IncidentAids()
    let kept = try await keptReadiness()
    for followed in incident.plans where followed.dropped == nil {
      guard let record = kept.record(.plan, named: followed.content.plan) else { continue }
      aids.plans[followed.number] = try await plan(of: record, version: followed.content.planVersion)
    }
    guard !isPast else { return aids }
    let roster = showsContacts ? kept.roster : kept.roster.withoutContacts
    aids.calls = CallList(roster, roles: policy.roles, on: CivilDate(clock.now))
    aids.known = try await knownNames()
    return aids
  }

  /// Names of accounts and of the roster.
  func knownNames() async throws -> KnownNames {
    let roster = try await keptReadiness().roster.here.map(\.person.name)
    return KnownNames(accounts: try await accounts(), roster: roster)
  }

  /// A plan as one version of it was written; nil where that was erased.
  private func plan(of record: TextRecord, version: Int64) async throws -> Plan? {
    if record.writtenVersion == version { return planShelf.plan(of: record) }
    guard let written = try await views.read({ try ShelvedEvents.text(.plan, of: record, version: version, in: $0) })
    else { return nil }
    var plan = Plan(parsing: written.text)
    plan.name = record.name
    return plan
  }
}
