package import Chronology

/// One line of an incident's own timeline.
package struct IncidentEntry: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    case declared, state, revision, instant, role, note, decision, dissent, task, evidence, moment, suspect, update
    case missed, access, document, erased, plan
  }

  /// How it read before a correction.
  package struct Former: Codable, Hashable, Sendable {
    package var text: String
    package var at: Instant
    package var reason: String
    /// Whoever corrected it.
    package var by: String
    package var corrected: Instant
  }

  /// Of the event that made it; names it within the incident.
  package var version: Int64
  package var kind: Kind
  /// When what it speaks of happened.
  package var at: Instant
  /// When it was written down.
  package var written: Instant
  package var by: String
  /// In words; Markdown where people wrote it.
  package var text: String
  /// Oldest first.
  package var former: [Former] = []
  /// Number of the task, update or piece of evidence that it speaks of; version of the decision that it dissents from.
  package var subject: Int64?
  /// Where it can be read in the evidence.
  package var reference: String?

  package init(
    version: Int64, kind: Kind, at: Instant, written: Instant, by: String, text: String, former: [Former] = [],
    subject: Int64? = nil, reference: String? = nil
  ) {
    self.version = version
    self.kind = kind
    self.at = at
    self.written = written
    self.by = by
    self.text = text
    self.former = former
    self.subject = subject
    self.reference = reference
  }
}

/// Who has a role, and who had it.
package struct RoleHolding: Codable, Hashable, Sendable {
  package var role: String
  package var person: String
  package var from: Instant
  /// Nil: still.
  package var until: Instant?
  /// What was passed on with it.
  package var note: String?

  package init(role: String, person: String, from: Instant, until: Instant? = nil, note: String? = nil) {
    self.role = role
    self.person = person
    self.from = from
    self.until = until
    self.note = note
  }
}

/// Something that was decided, as it was known then.
package struct IncidentDecision: Codable, Hashable, Sendable {
  /// Of the event that recorded it.
  package var version: Int64
  package var record: DecisionRecord
  package var at: Instant
  package var dissents: [DissentRecord] = []

  package init(version: Int64, record: DecisionRecord, at: Instant, dissents: [DissentRecord] = []) {
    self.version = version
    self.record = record
    self.at = at
    self.dissents = dissents
  }
}

/// Something to do during the incident.
package struct IncidentTask: Codable, Hashable, Sendable {
  package var number: Int
  package var text: String
  package var owner: String?
  package var order: Int
  package var state: TaskState
  package var result: String?
  package var added: Instant
  /// When it was done or dropped.
  package var ended: Instant?

  package init(
    number: Int, text: String, owner: String? = nil, order: Int, state: TaskState, result: String? = nil,
    added: Instant, ended: Instant? = nil
  ) {
    self.number = number
    self.text = text
    self.owner = owner
    self.order = order
    self.state = state
    self.result = result
    self.added = added
    self.ended = ended
  }
}

/// An update to an audience through its life.
package struct IncidentUpdate: Codable, Hashable, Sendable {
  /// A text that was published and then corrected.
  package struct Former: Codable, Hashable, Sendable {
    package var text: UpdateText
    package var reason: String
    package var corrected: Instant
    package var by: String
  }

  package var number: Int
  package var audience: Audience
  package var state: PublicState
  package var text: UpdateText
  package var components: [String: ComponentCondition]
  package var author: String
  package var drafted: Instant
  /// Of the event that brought its present text.
  package var version: Int64
  package var approvedBy: String?
  package var published: Instant?
  package var publishedBy: String?
  package var held: [String] = []
  package var releaseReason: String?
  /// Oldest first.
  package var former: [Former] = []
  package var withdrawn: Instant?
  package var withdrawnReason: String?

  package var isOut: Bool { published != nil && withdrawn == nil }

  /// What it says now, as it was or could be drafted.
  package var draft: UpdateDraft {
    UpdateDraft(update: number, audience: audience, state: state, text: text, components: components)
  }

  /// Whether a text says nothing else than what it says now.
  package func isSame(as draft: UpdateDraft) -> Bool {
    text.reads(as: draft.text) && audience == draft.audience && state == draft.state && components == draft.components
  }

  /// A draft that is written again loses its approval: what was approved was the other text.
  package mutating func take(_ draft: UpdateDraft, by author: String) {
    audience = draft.audience
    state = draft.state
    text = draft.text
    components = draft.components
    self.author = author
    approvedBy = nil
  }

  package init(
    number: Int, audience: Audience, state: PublicState, text: UpdateText,
    components: [String: ComponentCondition] = [:], author: String, drafted: Instant, version: Int64,
    approvedBy: String? = nil, published: Instant? = nil, publishedBy: String? = nil, held: [String] = [],
    releaseReason: String? = nil, former: [Former] = [], withdrawn: Instant? = nil, withdrawnReason: String? = nil
  ) {
    self.number = number
    self.audience = audience
    self.state = state
    self.text = text
    self.components = components
    self.author = author
    self.drafted = drafted
    self.version = version
    self.approvedBy = approvedBy
    self.published = published
    self.publishedBy = publishedBy
    self.held = held
    self.releaseReason = releaseReason
    self.former = former
    self.withdrawn = withdrawn
    self.withdrawnReason = withdrawnReason
  }
}

/// A file of the incident's evidence.
package struct IncidentEvidence: Codable, Hashable, Sendable {
  package var content: EvidenceAdded
  package var added: Instant
  package var by: String

  package init(content: EvidenceAdded, added: Instant, by: String) {
    self.content = content
    self.added = added
    self.by = by
  }
}
