/// What happened to an incident in the record.
package enum IncidentEvent: Hashable, Sendable {
  /// The incident was put into the record from a document.
  case recorded(IncidentFacts)
  /// A document says other things about it; the facts replace those before.
  case corrected(IncidentFacts)
  /// A timeline made from evidence was attached; it replaces the one before.
  case timelineAttached(AttachedTimeline)
  /// A postmortem is about it.
  case postmortemLinked(PostmortemLink)
  case declared(IncidentDeclaration)
  case revised(IncidentRevision)
  case stateChanged(StateChange)
  case instantStated(InstantStatement)
  case roleAssigned(RoleAssignment)
  case noteWritten(NoteWritten)
  case decided(DecisionRecord)
  case dissented(DissentRecord)
  case taskAdded(TaskAdded)
  case taskChanged(TaskChanged)
  case entryCorrected(EntryCorrection)
  case planFollowed(PlanFollowed)
  case stepTicked(StepTicked)
  case planDropped(PlanDropped)
  case evidenceAdded(EvidenceAdded)
  case momentPicked(MomentPicked)
  case suspectJudged(SuspectJudged)
  case accessChanged(AccessChange)
  case promiseMissed(PromiseMissed)
  case updateDrafted(UpdateDraft)
  case updateApproved(UpdateApproved)
  case updatePublished(UpdatePublished)
  case updateCorrected(UpdateCorrected)
  case updateWithdrawn(UpdateWithdrawn)
  /// The drill that is played on its screens was halted: nothing comes nearer to being due.
  case clockHalted
  case clockResumed

  /// Nil for a kind or a version that this Mayday does not know, which a reader leaves alone.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    guard document.version == 1 else { return nil }
    switch document.kind {
    case "incident-recorded": self = .recorded(try document.decoded())
    case "incident-corrected": self = .corrected(try document.decoded())
    case "timeline-attached": self = .timelineAttached(AttachedTimeline(json: document.json))
    case "postmortem-linked": self = .postmortemLinked(try document.decoded())
    case "incident-declared": self = .declared(try document.decoded())
    case "incident-revised": self = .revised(try document.decoded())
    case "state-changed": self = .stateChanged(try document.decoded())
    case "instant-stated": self = .instantStated(try document.decoded())
    case "role-assigned": self = .roleAssigned(try document.decoded())
    case "note-written": self = .noteWritten(try document.decoded())
    case "decision-recorded": self = .decided(try document.decoded())
    case "dissent-recorded": self = .dissented(try document.decoded())
    case "task-added": self = .taskAdded(try document.decoded())
    case "task-changed": self = .taskChanged(try document.decoded())
    case "entry-corrected": self = .entryCorrected(try document.decoded())
    case "plan-followed": self = .planFollowed(try document.decoded())
    case "step-ticked": self = .stepTicked(try document.decoded())
    case "plan-dropped": self = .planDropped(try document.decoded())
    case "evidence-added": self = .evidenceAdded(try document.decoded())
    case "moment-picked": self = .momentPicked(try document.decoded())
    case "suspect-judged": self = .suspectJudged(try document.decoded())
    case "access-changed": self = .accessChanged(try document.decoded())
    case "promise-missed": self = .promiseMissed(try document.decoded())
    case "update-drafted": self = .updateDrafted(try document.decoded())
    case "update-approved": self = .updateApproved(try document.decoded())
    case "update-published": self = .updatePublished(try document.decoded())
    case "update-corrected": self = .updateCorrected(try document.decoded())
    case "update-withdrawn": self = .updateWithdrawn(try document.decoded())
    case "clock-halted": self = .clockHalted
    case "clock-resumed": self = .clockResumed
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .recorded(let content): try .init("incident-recorded", content)
    case .corrected(let content): try .init("incident-corrected", content)
    case .timelineAttached(let timeline): EventDocument(kind: "timeline-attached", version: 1, json: timeline.json)
    case .postmortemLinked(let content): try .init("postmortem-linked", content)
    case .declared(let content): try .init("incident-declared", content)
    case .revised(let content): try .init("incident-revised", content)
    case .stateChanged(let content): try .init("state-changed", content)
    case .instantStated(let content): try .init("instant-stated", content)
    case .roleAssigned(let content): try .init("role-assigned", content)
    case .noteWritten(let content): try .init("note-written", content)
    case .decided(let content): try .init("decision-recorded", content)
    case .dissented(let content): try .init("dissent-recorded", content)
    case .taskAdded(let content): try .init("task-added", content)
    case .taskChanged(let content): try .init("task-changed", content)
    case .entryCorrected(let content): try .init("entry-corrected", content)
    case .planFollowed(let content): try .init("plan-followed", content)
    case .stepTicked(let content): try .init("step-ticked", content)
    case .planDropped(let content): try .init("plan-dropped", content)
    case .evidenceAdded(let content): try .init("evidence-added", content)
    case .momentPicked(let content): try .init("moment-picked", content)
    case .suspectJudged(let content): try .init("suspect-judged", content)
    case .accessChanged(let content): try .init("access-changed", content)
    case .promiseMissed(let content): try .init("promise-missed", content)
    case .updateDrafted(let content): try .init("update-drafted", content)
    case .updateApproved(let content): try .init("update-approved", content)
    case .updatePublished(let content): try .init("update-published", content)
    case .updateCorrected(let content): try .init("update-corrected", content)
    case .updateWithdrawn(let content): try .init("update-withdrawn", content)
    case .clockHalted: try .init("clock-halted", NoContent())
    case .clockResumed: try .init("clock-resumed", NoContent())
    }
  }
}

/// Of an event that says all by its kind.
private struct NoContent: Encodable {}

/// The timeline of an incident as the JSON that `mayday timeline` prints; the domain does not look into it.
package struct AttachedTimeline: Codable, Hashable, Sendable {
  package let json: [UInt8]

  package init(json: [UInt8]) { self.json = json }
}

/// Says which postmortem is about an incident.
package struct PostmortemLink: Hashable, Sendable, Codable {
  package let postmortem: Int

  package init(postmortem: Int) { self.postmortem = postmortem }
}
