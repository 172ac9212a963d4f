package import Chronology
package import Incidents

/// What a change to an incident came to: the same for every operation that changes one.
package struct ChangeAnswer: Codable, Hashable, Sendable {
  /// The incident as it stands after the change.
  package var incident: IncidentSummaryAnswer
  /// The line of the timeline that the change made; absent where it made none, or corrected an older one.
  package var entry: IncidentEntry?
  /// The task that was added or changed.
  package var task: IncidentTask?
  /// The update that was written, approved, published, corrected or withdrawn.
  package var update: UpdateAnswer?
  /// The file that was added.
  package var evidence: EvidenceAnswer?

  /// `since` is the version before the change; `task`, `update` and `evidence` name what it was about.
  package init(
    _ incident: Incident, since: Int64, task: Int? = nil, update: Int? = nil, evidence: Int? = nil, policy: Policy,
    now: Instant
  ) {
    self.incident = IncidentSummaryAnswer(incident, policy: policy, now: now)
    entry = incident.entries.last { $0.version > since }
    self.task = task.flatMap { number in incident.tasks.first { $0.number == number } }
    self.update = update.flatMap { number in incident.updates.first { $0.number == number } }.map { UpdateAnswer($0) }
    self.evidence = evidence.flatMap { number in incident.evidence.first { $0.content.evidence == number } }
      .map(EvidenceAnswer.init)
  }

  package static let schema = Schema.object(
    [
      .required("incident", IncidentSummaryAnswer.schema), .optional("entry", EntrySchemas.entry),
      .optional("task", EntrySchemas.task), .optional("update", UpdateAnswer.schema),
      .optional("evidence", EvidenceAnswer.schema),
    ], name: "Change")
}
