package import Incidents
package import Schemas
import WireSchemas

/// What a change to an incident came to: the same for every operation that changes one.
package struct ChangeAnswer: Codable, Hashable, Sendable {
  /// The incident as it stands after the change.
  package var incident: IncidentSummaryAnswer
  /// Of the incident after the change; its entity tag is made of it.
  package var version: Int64
  /// The line of the timeline that the change made; absent where it made none, or corrected an older one.
  package var entry: IncidentEntry?
  /// The task that was added or changed.
  package var task: IncidentTask?
  /// The update that was written, approved, published, corrected or withdrawn.
  package var update: UpdateAnswer?
  /// The file that was added.
  package var evidence: EvidenceAnswer?

  package init(
    incident: IncidentSummaryAnswer, version: Int64, entry: IncidentEntry? = nil, task: IncidentTask? = nil,
    update: UpdateAnswer? = nil, evidence: EvidenceAnswer? = nil
  ) {
    self.incident = incident
    self.version = version
    self.entry = entry
    self.task = task
    self.update = update
    self.evidence = evidence
  }

  package static let schema = Schema.object(
    [
      .required("incident", IncidentSummaryAnswer.schema), .required("version", WireSchema.version),
      .optional("entry", EntrySchemas.entry), .optional("task", EntrySchemas.task),
      .optional("update", UpdateAnswer.schema), .optional("evidence", EvidenceAnswer.schema),
    ], name: "Change")
}
