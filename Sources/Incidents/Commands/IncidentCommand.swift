package import Chronology

/// What somebody wants done to an incident.
package enum IncidentCommand: Hashable, Sendable {
  /// `seen`: what stood there when its writer looked; what they left alone stays as it is by now.
  case revise(IncidentRevision, seen: IncidentRevision? = nil)
  case changeState(StateChange)
  case stateInstant(InstantStatement)
  /// `seen`: who had it when its writer looked, empty for nobody; nil: whoever has it.
  case assignRole(RoleAssignment, seen: String? = nil)
  /// `at`: when it happened; nil is now.
  case note(NoteWritten, at: Instant?)
  case decide(DecisionRecord, at: Instant?)
  case dissent(DissentRecord)
  case addTask(TaskRequest)
  case changeTask(TaskChanged)
  /// The number is given when it is recorded.
  case followPlan(PlanFollowed)
  case tickStep(StepTicked)
  case dropPlan(PlanDropped)
  case correct(EntryCorrection)
  /// The number is given when it is recorded.
  case addEvidence(EvidenceAdded)
  case attachTimeline(AttachedTimeline)
  case pickMoment(MomentPicked, at: Instant)
  case judgeSuspect(SuspectJudged)
  case changeAccess(AccessChange)
  /// Number 0 begins a new update.
  case draftUpdate(UpdateDraft)
  case approveUpdate(UpdateApproval)
  case publishUpdate(UpdateRelease)
  case correctUpdate(UpdateCorrected)
  case withdrawUpdate(UpdateWithdrawn)
  case recordMissedPromises
  /// The drill that is played on its screens is halted, or goes on.
  case haltClock(Bool)
}

/// Something that somebody wants done.
package struct TaskRequest: Codable, Hashable, Sendable {
  package var text: String
  package var owner: String?
  /// Nil: after all others.
  package var order: Int?

  package init(text: String, owner: String? = nil, order: Int? = nil) {
    self.text = text
    self.owner = owner
    self.order = order
  }
}

/// Somebody's word that an update may go out as they read it.
package struct UpdateApproval: Hashable, Sendable {
  package var update: Int
  /// Version of the text that they read: nobody approves a text that they have not seen.
  package var seenVersion: Int64
  /// What stood in their fields; nil where they read it without any.
  package var draft: UpdateDraft?

  package init(update: Int, seenVersion: Int64, draft: UpdateDraft? = nil) {
    self.update = update
    self.seenVersion = seenVersion
    self.draft = draft
  }
}

/// Somebody's wish that an update goes out now.
package struct UpdateRelease: Hashable, Sendable {
  package var update: Int
  /// What goes out in place of the text that is kept; nil: the text that is kept.
  package var draft: UpdateDraft?
  /// Version of the text that they saw; nil: whatever it is.
  package var seenVersion: Int64?
  /// Why it goes out although the reviewer holds it, or nobody approved it.
  package var releaseReason: String?
  /// Rules by which the reviewer holds it; filled by the desk.
  package var held: [String]

  package init(
    update: Int, draft: UpdateDraft? = nil, seenVersion: Int64? = nil, releaseReason: String? = nil, held: [String] = []
  ) {
    self.update = update
    self.draft = draft
    self.seenVersion = seenVersion
    self.releaseReason = releaseReason
    self.held = held
  }
}

/// Events that a command comes to, with when they say they happened.
package struct DecidedEvent: Hashable, Sendable {
  package var event: IncidentEvent
  /// Nil: when it is recorded.
  package var claimed: Instant?

  package init(_ event: IncidentEvent, claimed: Instant? = nil) {
    self.event = event
    self.claimed = claimed
  }
}

/// What a command is decided with beside the incident itself.
package struct CommandContext: Hashable, Sendable {
  package var actor: String
  package var now: Instant
  package var policy: Policy
  /// Identifiers of all components.
  package var components: [String]

  package init(actor: String, now: Instant, policy: Policy, components: [String]) {
    self.actor = actor
    self.now = now
    self.policy = policy
    self.components = components
  }
}
