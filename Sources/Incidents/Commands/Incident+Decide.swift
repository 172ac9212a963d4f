import Chronology

extension Incident {
  /// The events that a command comes to.
  ///
  /// Throws ``IncidentRefusal`` where it cannot be done as the incident stands; nothing changes then.
  package func events(
    for command: IncidentCommand, in context: CommandContext
  ) throws(IncidentRefusal) -> [DecidedEvent] {
    guard version < IncidentLimits.eventsMax else {
      throw IncidentRefusal(
        .limitPassed, place: "INC-\(number)",
        message: "it has \(version) events, and \(IncidentLimits.eventsMax) are possible",
        hint: "declare a further incident and merge this one into it")
    }
    switch command {
    case .revise(let revision, let seen): return [try revised(revision.changes(since: seen, now: self), in: context)]
    case .changeState(let change): return [try changed(change)]
    case .stateInstant(let statement): return [try stated(statement, in: context)]
    case .assignRole(let assignment, let seen): return [try assigned(assignment, seen: seen, in: context)]
    case .note(let note, let at):
      if let at { try CommandCheck.instant(at, "at", now: context.now) }
      let text = try TextCheck.required(note.text, "text", max: IncidentLimits.textScalarsMax)
      return [DecidedEvent(.noteWritten(NoteWritten(text: text)), claimed: at)]
    case .decide, .dissent: return [try decidedOn(command, in: context)]
    case .addTask, .changeTask: return [try tasked(command)]
    case .followPlan, .tickStep, .dropPlan: return [try planned(command)]
    case .correct(let correction): return [try corrected(correction, in: context)]
    case .addEvidence(var content):
      content.evidence = (evidence.map(\.content.evidence).max() ?? 0) + 1
      return [DecidedEvent(.evidenceAdded(content))]
    case .attachTimeline(let timeline):
      return timeline == self.timeline ? [] : [DecidedEvent(.timelineAttached(timeline))]
    case .pickMoment(let moment, let at):
      try CommandCheck.instant(at, "at", now: context.now)
      return [DecidedEvent(.momentPicked(moment), claimed: at)]
    case .judgeSuspect(var judgement):
      judgement.reason = try CommandCheck.needed(judgement.reason, "judging a suspect")
      return [DecidedEvent(.suspectJudged(judgement))]
    case .changeAccess(let change): return [try accessed(change)]
    case .draftUpdate, .approveUpdate, .correctUpdate, .withdrawUpdate: return try updated(command, in: context)
    // A word that comes late does not hide that it was late.
    case .publishUpdate(let release): return missedEvents(in: context) + (try released(release, in: context))
    case .recordMissedPromises: return missedEvents(in: context)
    case .haltClock(let isHalted):
      guard isDrill, isHalted != (halts.last.map { $0.until == nil } ?? false) else { return [] }
      // What was late before it was halted was late.
      return isHalted ? missedEvents(in: context) + [DecidedEvent(.clockHalted)] : [DecidedEvent(.clockResumed)]
    }
  }

  private func missedEvents(in context: CommandContext) -> [DecidedEvent] {
    promisesToMiss(by: context.policy, at: context.now).map { DecidedEvent(.promiseMissed($0), claimed: $0.due) }
  }

  private func revised(_ revision: IncidentRevision, in context: CommandContext) throws(IncidentRefusal)
    -> DecidedEvent
  {
    var news = IncidentRevision(reason: try TextCheck.reason(revision.reason))
    if let title = revision.title {
      let title = try TextCheck.line(title, "title", max: IncidentLimits.titleScalarsMax)
      if title != facts.title { news.title = title }
    }
    if let severity = revision.severity {
      guard context.policy.severity(severity) != nil else { throw .unknown(severity: severity, in: context.policy) }
      if severity != facts.severity { news.severity = severity }
    }
    if let impact = revision.impact {
      let impact = try TextCheck.optional(impact, "impact", max: IncidentLimits.textScalarsMax)
      if impact != facts.impact ?? "" { news.impact = impact }
    }
    if let components = revision.components {
      try CommandCheck.components(components, known: context.components)
      if components != self.components { news.components = components }
    }
    if let isDrill = revision.isDrill, isDrill != self.isDrill { news.isDrill = isDrill }
    // A lower severity is questioned later; a higher one explains itself.
    if let old = facts.severity, let new = news.severity, new > old {
      news.reason = try CommandCheck.needed(news.reason, "a lower severity")
    }
    if news.isDrill != nil { news.reason = try CommandCheck.needed(news.reason, "changing what is a drill") }
    guard news != IncidentRevision(reason: news.reason) else { throw .nothingNew("INC-\(number)") }
    return DecidedEvent(.revised(news))
  }

  private func changed(_ change: StateChange) throws(IncidentRefusal) -> DecidedEvent {
    guard change.state != state else { throw .nothingNew("state") }
    guard state.next.contains(change.state) else {
      throw IncidentRefusal(
        .wrongState, place: "state",
        message: "an incident that is \(state.rawValue) does not become \(change.state.rawValue)",
        hint: "from here it can become: \(state.next.map(\.rawValue).joined(separator: ", "))")
    }
    var change = change
    change.reason = try TextCheck.reason(change.reason)
    if state.isReopening(to: change.state) {
      change.reason = try CommandCheck.needed(change.reason, "opening it again")
    } else if change.state.needsReason {
      change.reason = try CommandCheck.needed(change.reason, "'\(change.state.rawValue)'")
    }
    if change.state == .merged {
      guard let into = change.into, into != number else {
        throw IncidentRefusal(
          .unknownIncident, place: "into", message: "it is not said which other incident it belongs to",
          hint: "name it: INC-12")
      }
    } else {
      change.into = nil
    }
    return DecidedEvent(.stateChanged(change))
  }

  private func stated(_ statement: InstantStatement, in context: CommandContext) throws(IncidentRefusal)
    -> DecidedEvent
  {
    var statement = statement
    statement.reason = try TextCheck.reason(statement.reason)
    if let at = statement.at { try CommandCheck.instant(at, "at", now: context.now) }
    guard statement.at != instants[statement.name]?.at else { throw .nothingNew(statement.name.rawValue) }
    if instants[statement.name] != nil {
      statement.reason = try CommandCheck.needed(statement.reason, "correcting '\(statement.name.words)'")
    } else if statement.at == nil {
      throw .nothingNew(statement.name.rawValue)
    }
    return DecidedEvent(.instantStated(statement))
  }

  private func assigned(
    _ assignment: RoleAssignment, seen: String?, in context: CommandContext
  ) throws(IncidentRefusal) -> DecidedEvent {
    guard context.policy.role(assignment.role) != nil else {
      throw IncidentRefusal(
        .unknownRole, place: "role", message: "'\(assignment.role)' is not a role",
        hint: "there are: \(context.policy.roles.map(\.id).joined(separator: ", "))")
    }
    var assignment = assignment
    if let person = assignment.person, !person.isEmpty {
      assignment.person = try CommandCheck.person(person, "person")
    } else {
      assignment.person = nil
    }
    assignment.note = try TextCheck.reason(assignment.note, "note")
    let holder = holder(of: assignment.role)
    guard assignment.person != holder else { throw .nothingNew(assignment.role) }
    if let seen, seen != holder ?? "" {
      throw IncidentRefusal(
        .changedMeanwhile, place: "person",
        message: "\(holder ?? "nobody") has the role by now; it was \(seen.isEmpty ? "nobody" : seen) when you looked",
        hint: "talk to each other, then hand it over once more if it is still wanted")
    }
    return DecidedEvent(.roleAssigned(assignment))
  }

  private func accessed(_ change: AccessChange) throws(IncidentRefusal) -> DecidedEvent {
    var news = AccessChange(reason: try TextCheck.reason(change.reason))
    if let isPrivate = change.isPrivate, isPrivate != self.isPrivate { news.isPrivate = isPrivate }
    for person in change.added where !members.contains(person) {
      news.added.append(try CommandCheck.person(person, "added"))
    }
    news.removed = change.removed.filter(members.contains)
    guard members.count + news.added.count <= IncidentLimits.membersMax else {
      throw IncidentRefusal(
        .limitPassed, place: "added",
        message:
          "\(members.count + news.added.count) people would see it, and \(IncidentLimits.membersMax) are possible",
        hint: "open it to the team instead")
    }
    guard news != AccessChange(reason: news.reason) else { throw .nothingNew("access") }
    return DecidedEvent(.accessChanged(news))
  }
}
