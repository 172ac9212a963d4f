package import Chronology

/// An incident was declared.
package struct IncidentDeclaration: Codable, Hashable, Sendable {
  package var title: String
  /// Level; 1 is the worst.
  package var severity: Int
  package var state: IncidentState
  /// What users feel, in a sentence; empty when it is not known.
  package var impact: String
  /// Identifiers of components.
  package var components: [String]
  package var isPrivate: Bool
  package var isDrill: Bool
  /// Whether it was over when it was put into the record.
  package var isBackfilled: Bool
  package var instants: [InstantName: Instant]
  /// Seconds of the incident in one second, in a drill that is played faster than the clock; nil is 1.
  package var pace: Int?

  package init(
    title: String, severity: Int, state: IncidentState, impact: String, components: [String] = [], isPrivate: Bool,
    isDrill: Bool, isBackfilled: Bool, instants: [InstantName: Instant] = [:], pace: Int? = nil
  ) {
    self.title = title
    self.severity = severity
    self.state = state
    self.impact = impact
    self.components = components
    self.isPrivate = isPrivate
    self.isDrill = isDrill
    self.isBackfilled = isBackfilled
    self.instants = instants
    self.pace = pace
  }
}

/// What an incident is about was said anew; nil is as before.
package struct IncidentRevision: Codable, Hashable, Sendable {
  package var title: String?
  package var severity: Int?
  package var impact: String?
  package var components: [String]?
  package var isDrill: Bool?
  package var reason: String?

  package init(
    title: String? = nil, severity: Int? = nil, impact: String? = nil, components: [String]? = nil,
    isDrill: Bool? = nil, reason: String? = nil
  ) {
    self.title = title
    self.severity = severity
    self.impact = impact
    self.components = components
    self.isDrill = isDrill
    self.reason = reason
  }
}

/// An incident went on to another state.
package struct StateChange: Codable, Hashable, Sendable {
  package var state: IncidentState
  package var reason: String?
  /// Number of the incident that it is part of.
  package var into: Int?

  package init(state: IncidentState, reason: String? = nil, into: Int? = nil) {
    self.state = state
    self.reason = reason
    self.into = into
  }
}

/// A named instant was stated, corrected, or taken back.
package struct InstantStatement: Codable, Hashable, Sendable {
  package var name: InstantName
  /// Nil: it is not known after all.
  package var at: Instant?
  package var reason: String?

  package init(name: InstantName, at: Instant? = nil, reason: String? = nil) {
    self.name = name
    self.at = at
    self.reason = reason
  }
}

/// A role went to somebody, or to nobody.
package struct RoleAssignment: Codable, Hashable, Sendable {
  /// Identifier of the role.
  package var role: String
  package var person: String?
  /// What whoever hands over wants the next one to know.
  package var note: String?

  package init(role: String, person: String? = nil, note: String? = nil) {
    self.role = role
    self.person = person
    self.note = note
  }
}

/// Something was seen, said or done.
package struct NoteWritten: Codable, Hashable, Sendable {
  package var text: String

  package init(text: String) {
    self.text = text
  }
}

/// Something was decided, with what was known then.
package struct DecisionRecord: Codable, Hashable, Sendable {
  package var what: String
  package var why: String
  /// What else was possible.
  package var options: [String]
  package var known: String
  /// Whoever decided.
  package var by: String

  package init(what: String, why: String, options: [String] = [], known: String, by: String) {
    self.what = what
    self.why = why
    self.options = options
    self.known = known
    self.by = by
  }
}

/// Somebody saw a decision differently.
package struct DissentRecord: Codable, Hashable, Sendable {
  /// Version of the decision's event.
  package var decision: Int64
  package var text: String
  package var by: String

  package init(decision: Int64, text: String, by: String) {
    self.decision = decision
    self.text = text
    self.by = by
  }
}

/// How a task stands.
package enum TaskState: String, Codable, CaseIterable, Hashable, Sendable {
  case open
  case done
  /// Not needed any more.
  case dropped
}

/// Something is to be done now.
package struct TaskAdded: Codable, Hashable, Sendable {
  /// Within the incident, from 1.
  package var task: Int
  package var text: String
  package var owner: String?
  /// Lower comes first.
  package var order: Int

  package init(task: Int, text: String, owner: String? = nil, order: Int) {
    self.task = task
    self.text = text
    self.owner = owner
    self.order = order
  }
}

/// A task stands differently; nil is as before.
package struct TaskChanged: Codable, Hashable, Sendable {
  package var task: Int
  package var text: String?
  /// Empty: nobody.
  package var owner: String?
  package var order: Int?
  package var state: TaskState?
  /// What came of it.
  package var result: String?

  package init(
    task: Int, text: String? = nil, owner: String? = nil, order: Int? = nil, state: TaskState? = nil,
    result: String? = nil
  ) {
    self.task = task
    self.text = text
    self.owner = owner
    self.order = order
    self.state = state
    self.result = result
  }
}

/// What an entry says was wrong; both texts stay.
package struct EntryCorrection: Codable, Hashable, Sendable {
  /// Version of the entry's event.
  package var entry: Int64
  package var text: String?
  /// When it happened, where that was wrong.
  package var at: Instant?
  package var reason: String

  package init(entry: Int64, text: String? = nil, at: Instant? = nil, reason: String) {
    self.entry = entry
    self.text = text
    self.at = at
    self.reason = reason
  }
}

/// A file was brought in.
package struct EvidenceAdded: Codable, Hashable, Sendable {
  /// Within the incident, from 1.
  package var evidence: Int
  package var name: String
  package var bytes: Int64
  /// Lower-case hexadecimal.
  package var sha256: String
  /// What it was recognised as, and how much was read, in a line.
  package var reading: String

  package init(evidence: Int, name: String, bytes: Int64, sha256: String, reading: String) {
    self.evidence = evidence
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
    self.reading = reading
  }
}

/// A moment of the evidence was taken into the incident's timeline.
package struct MomentPicked: Codable, Hashable, Sendable {
  /// Identifier of the moment in the attached timeline.
  package var moment: String
  package var text: String
  /// Where it can be read: file and lines.
  package var reference: String

  package init(moment: String, text: String, reference: String) {
    self.moment = moment
    self.text = text
    self.reference = reference
  }
}

/// How a suspect stands.
package enum SuspectStanding: String, Codable, CaseIterable, Hashable, Sendable {
  case candidate
  case confirmed
  case dismissed
}

/// Somebody judged a suspect.
package struct SuspectJudged: Codable, Hashable, Sendable {
  /// Identifier of the suspect in the attached timeline.
  package var suspect: String
  /// What it is, so that the judgement can be read alone.
  package var title: String
  package var standing: SuspectStanding
  package var reason: String

  package init(suspect: String, title: String, standing: SuspectStanding, reason: String) {
    self.suspect = suspect
    self.title = title
    self.standing = standing
    self.reason = reason
  }
}

/// Somebody may see a private incident, or no longer.
package struct AccessChange: Codable, Hashable, Sendable {
  package var isPrivate: Bool?
  package var added: [String]
  package var removed: [String]
  package var reason: String?

  package init(isPrivate: Bool? = nil, added: [String] = [], removed: [String] = [], reason: String? = nil) {
    self.isPrivate = isPrivate
    self.added = added
    self.removed = removed
    self.reason = reason
  }
}

/// A promised word did not come.
package struct PromiseMissed: Codable, Hashable, Sendable {
  package var audience: Audience
  package var due: Instant
  package var isFirst: Bool

  package init(audience: Audience, due: Instant, isFirst: Bool) {
    self.audience = audience
    self.due = due
    self.isFirst = isFirst
  }
}
