import Chronology

extension Incident {
  /// Folds an event in.
  ///
  /// What does not fit what is there (a task that nobody added) changes nothing but the version: the record may hold events of
  /// a newer Mayday, or lack erased ones.
  package mutating func apply(_ event: IncidentEvent, _ stamp: EventStamp) {
    version = stamp.version
    switch event {
    case .recorded(let facts): take(facts, stamp)
    case .corrected(let facts): take(facts, stamp)
    case .timelineAttached(let timeline): self.timeline = timeline
    case .postmortemLinked(let link): postmortem = link.postmortem
    case .declared(let declaration): declare(declaration, stamp)
    case .revised(let revision): revise(revision, stamp)
    case .stateChanged(let change): go(to: change, stamp)
    case .instantStated(let statement): set(statement, stamp)
    case .roleAssigned(let assignment): assign(assignment, stamp)
    case .noteWritten(let note): enter(.note, note.text, stamp)
    case .decided(let record): decide(record, stamp)
    case .dissented(let record): dissent(record, stamp)
    case .taskAdded, .taskChanged: applyToTasks(event, stamp)
    case .planFollowed, .stepTicked, .planDropped: applyToPlans(event, stamp)
    case .entryCorrected(let correction): correct(correction, stamp)
    case .evidenceAdded(let content):
      evidence.append(IncidentEvidence(content: content, added: stamp.recorded, by: stamp.actor))
      enter(.evidence, EntryWording.evidence(content), stamp, subject: Int64(content.evidence))
    case .momentPicked(let moment):
      enter(.moment, moment.text, stamp, reference: moment.reference)
    case .suspectJudged(let judgement):
      suspects.removeAll { $0.suspect == judgement.suspect }
      suspects.append(judgement)
      enter(.suspect, EntryWording.suspect(judgement), stamp)
    case .accessChanged(let change): changeAccess(change, stamp)
    case .promiseMissed(let promise):
      missed.append(promise)
      enter(.missed, EntryWording.missed(promise), stamp)
    case .updateDrafted, .updateApproved, .updatePublished, .updateCorrected, .updateWithdrawn:
      applyToUpdates(event, stamp)
    case .clockHalted, .clockResumed: applyToClock(event, stamp)
    }
  }

  private mutating func applyToClock(_ event: IncidentEvent, _ stamp: EventStamp) {
    let isHalted = halts.last.map { $0.until == nil } ?? false
    if case .clockHalted = event, !isHalted { halts.append(ClockHalt(from: stamp.at)) }
    if case .clockResumed = event, isHalted {
      halts[halts.count - 1].until = max(stamp.at, halts[halts.count - 1].from)
    }
    for index in plans.indices { plans[index].halts = halts }
  }

  /// An event whose content was erased, or that this Mayday does not know: only its place is left.
  package mutating func skip(_ stamp: EventStamp, isErased: Bool) {
    version = stamp.version
    if isErased { enter(.erased, "Erased.", stamp) }
  }

  mutating func enter(
    _ kind: IncidentEntry.Kind, _ text: String, _ stamp: EventStamp, subject: Int64? = nil, reference: String? = nil
  ) {
    entries.append(
      IncidentEntry(
        version: stamp.version, kind: kind, at: stamp.at, written: stamp.recorded, by: stamp.actor, text: text,
        subject: subject, reference: reference))
  }

  private mutating func take(_ facts: IncidentFacts, _ stamp: EventStamp) {
    self.facts = facts
    if !isDeclared { state = IncidentState(status: facts.status) }
    let stated: [(InstantName, Instant?)] = [
      (.impactStarted, facts.started), (.detected, facts.detected), (.resolved, facts.ended),
    ]
    for (name, instant) in stated {
      if let instant, instants[name]?.at != instant {
        instants[name] = NamedInstant(at: instant, basis: .document, version: stamp.version)
      }
    }
    enter(.document, "A postmortem says what is known of it.", stamp)
  }

  private mutating func declare(_ declaration: IncidentDeclaration, _ stamp: EventStamp) {
    isDeclared = true
    isPrivate = declaration.isPrivate
    isDrill = declaration.isDrill
    pace = max(1, declaration.pace ?? 1)
    isBackfilled = declaration.isBackfilled
    declaredBy = stamp.actor
    components = declaration.components
    state = declaration.state
    for (name, instant) in declaration.instants {
      instants[name] = NamedInstant(at: instant, basis: .stated, version: stamp.version)
    }
    if instants[.declared] == nil {
      instants[.declared] = NamedInstant(at: stamp.at, basis: .event, version: stamp.version)
    }
    stateSince = Self.began(declaration) ?? stamp.at
    severitySince = instants[.declared]?.at
    facts = IncidentFacts(
      title: declaration.title, severity: declaration.severity, status: state.rawValue,
      impact: declaration.impact.isEmpty ? nil : declaration.impact)
    refreshFacts()
    enter(.declared, EntryWording.declared(declaration), stamp)
  }

  /// When one that is recorded afterwards came into its state, where that is known.
  private static func began(_ declaration: IncidentDeclaration) -> Instant? {
    switch declaration.state {
    case .mitigated: declaration.instants[.mitigated]
    case .resolved, .learning, .closed: declaration.instants[.resolved]
    default: nil
    }
  }

  private mutating func revise(_ revision: IncidentRevision, _ stamp: EventStamp) {
    enter(.revision, EntryWording.revised(revision, before: self), stamp)
    if let title = revision.title { facts.title = title }
    if let severity = revision.severity, severity != facts.severity {
      facts.severity = severity
      severitySince = stamp.at
    }
    if let impact = revision.impact { facts.impact = impact.isEmpty ? nil : impact }
    if let components = revision.components { self.components = components }
    if let isDrill = revision.isDrill { self.isDrill = isDrill }
  }

  private mutating func go(to change: StateChange, _ stamp: EventStamp) {
    enter(.state, EntryWording.state(change, before: state), stamp, subject: change.into.map(Int64.init))
    let isReopening = state.isReopening(to: change.state)
    state = change.state
    stateSince = stamp.at
    mergedInto = change.state == .merged ? change.into : nil
    // What is over again is measured again; when it seemed over before stays in the timeline.
    if isReopening || change.state == .active { instants[.mitigated] = nil }
    if change.state.isRunning { instants[.resolved] = nil }
    let named: InstantName? =
      switch change.state {
      case .mitigated: .mitigated
      case .resolved: .resolved
      default: nil
      }
    if let named { instants[named] = NamedInstant(at: stamp.at, basis: .event, version: stamp.version) }
    refreshFacts()
  }

  private mutating func set(_ statement: InstantStatement, _ stamp: EventStamp) {
    enter(.instant, EntryWording.instant(statement, before: instants[statement.name]?.at), stamp)
    instants[statement.name] = statement.at.map {
      NamedInstant(at: $0, basis: .stated, version: stamp.version, reason: statement.reason)
    }
    refreshFacts()
  }

  /// Keeps what lists show in step with state and instants.
  private mutating func refreshFacts() {
    facts.status = state.rawValue
    facts.started = instants[.impactStarted]?.at
    facts.detected = instants[.detected]?.at
    facts.ended = instants[.resolved]?.at
  }

  private mutating func assign(_ assignment: RoleAssignment, _ stamp: EventStamp) {
    enter(.role, EntryWording.role(assignment, before: holder(of: assignment.role)), stamp)
    for index in holdings.indices where holdings[index].role == assignment.role && holdings[index].until == nil {
      holdings[index].until = stamp.at
    }
    guard let person = assignment.person else { return }
    holdings.append(RoleHolding(role: assignment.role, person: person, from: stamp.at, note: assignment.note))
    if assignment.role == RoleDefinition.commander, instants[.acknowledged] == nil, !isBackfilled {
      instants[.acknowledged] = NamedInstant(at: stamp.at, basis: .event, version: stamp.version)
    }
  }

  private mutating func changeAccess(_ change: AccessChange, _ stamp: EventStamp) {
    if let isPrivate = change.isPrivate { self.isPrivate = isPrivate }
    members.formUnion(change.added)
    members.subtract(change.removed)
    enter(.access, EntryWording.access(change), stamp)
  }
}
