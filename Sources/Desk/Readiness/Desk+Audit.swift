package import Accounts
package import Chronology
import Incidents
import Journal
import Learning
package import Plans
import Postmortems
import RecordViews

extension Desk {
  /// What the record shows an auditor of some days, counting what the caller may know of; nil: the last year.
  package func auditChecklist(from: CivilDate? = nil, until: CivilDate? = nil, for caller: Caller) async throws
    -> AuditChecklist
  {
    let report = try await readinessReport(for: caller)
    let until = until ?? report.today
    let from = from ?? CivilDate(daysSinceEpoch: until.daysSinceEpoch - AuditChecklist.daysDefault)
    let kept = Dictionary(try await plans(for: caller).map { ($0.record.name, $0) }) { first, _ in first }
    var facts = AuditFacts(
      from: from, until: until, today: report.today, policy: try await policy().policy, covers: report.covers,
      plans: report.register.entries.compactMap { entry in
        kept[entry.name].map { AuditFacts.KeptPlan(plan: $0.plan, record: $0.record, entry: entry) }
      })
    let visible = try await remembered(for: caller)
    let cases = learning.cases.filter { visible.contains($0.key) && $0.value.isOurs }.map(\.value).filter { known in
      known.day.map { from <= $0 && $0 <= until } ?? false
    }.sorted { ($0.incident?.number ?? 0) < ($1.incident?.number ?? 0) }
    for known in cases {
      guard let measured = known.incident else { continue }
      guard !known.isDrill else {
        facts.drillCount += 1
        continue
      }
      let incident = try await fold(measured.number)
      guard Viewer(caller).sees(incident) else { continue }
      facts.incidents.append(AuditIncident(incident, policy: facts.policy))
      if let lesson = known.lesson { facts.postmortems.append(Self.audited(lesson, on: report.today)) }
    }
    facts.nearMissCount = try await nearMisses(for: caller).map { CivilDate($0.reported) }
      .count { from <= $0 && $0 <= until }
    let guards = try await guards(for: caller).filter { $0.retired == nil }
    facts.guardCount = guards.count
    facts.guardsHolding = guards.count { $0.standing == .holds }
    if caller.may(.administer), case let head = try await journal.head(), head.position != .start {
      facts.head = AuditFacts.Head(
        eventCount: Int(head.position.number), hash: head.hash.description, recorded: head.recorded)
    }
    return AuditChecklist(facts)
  }

  private static func audited(_ lesson: Lesson, on day: CivilDate) -> AuditFacts.Postmortem {
    var known = AuditFacts.Postmortem(
      name: lesson.name, title: lesson.title, incident: lesson.incident, isFinal: lesson.stage == .final)
    known.verifiedCount = lesson.actions.count { $0.state == .verified }
    known.doneCount = lesson.actions.count { $0.state == .done }
    let open = lesson.actions.filter { [.proposed, .accepted].contains($0.state) }
    known.openCount = open.count
    known.overdueCount = open.count { $0.due.map { $0 < day } ?? false }
    return known
  }
}
