import Chronology
import Incidents
import Interchange
import RecordViews
import Schemas

extension IncidentSummaryAnswer {
  init(_ summary: IncidentSummary, policy: Policy, now: Instant) {
    self.init(
      id: summary.id.description, title: summary.title, severity: summary.severity,
      severityName: policy.severityName(summary.severity), state: summary.state, status: summary.status,
      isPrivate: summary.isPrivate, isDrill: summary.isDrill,
      impact: summary.impact.flatMap { $0.isEmpty ? nil : $0 }, components: summary.components,
      commander: summary.commander, impactStarted: summary.started, declared: summary.declared, ended: summary.ended,
      nextWord: summary.nextWord.map { PromiseAnswer($0, now: now) }, postmortem: summary.postmortem?.description)
  }
}

extension IncidentAnswer {
  init(_ view: IncidentView) {
    let now = view.asOf ?? view.now
    self.init(
      summary: IncidentSummaryAnswer(view.summary, policy: view.policy, now: now), view.incident, policy: view.policy,
      promises: view.promises, now: now, asOf: view.asOf, mergedInto: view.mergedInto?.id.description,
      mergedFrom: view.mergedFrom.map(\.id.description), calls: view.aids.calls, names: view.aids.known)
  }
}
