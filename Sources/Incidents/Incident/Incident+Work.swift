import Chronology

extension Incident {
  mutating func decide(_ record: DecisionRecord, _ stamp: EventStamp) {
    decisions.append(IncidentDecision(version: stamp.version, record: record, at: stamp.at))
    enter(.decision, record.what, stamp)
  }

  mutating func dissent(_ record: DissentRecord, _ stamp: EventStamp) {
    if let index = decisions.firstIndex(where: { $0.version == record.decision }) {
      decisions[index].dissents.append(record)
    }
    enter(.dissent, EntryWording.dissent(record), stamp, subject: record.decision)
  }

  mutating func applyToTasks(_ event: IncidentEvent, _ stamp: EventStamp) {
    switch event {
    case .taskAdded(let added):
      tasks.append(
        IncidentTask(
          number: added.task, text: added.text, owner: added.owner, order: added.order, state: .open, added: stamp.at))
      enter(.task, EntryWording.task(added), stamp, subject: Int64(added.task))
    case .taskChanged(let change):
      guard let index = tasks.firstIndex(where: { $0.number == change.task }) else { return }
      enter(.task, EntryWording.task(change, before: tasks[index]), stamp, subject: Int64(change.task))
      if let text = change.text { tasks[index].text = text }
      if let owner = change.owner { tasks[index].owner = owner.isEmpty ? nil : owner }
      if let order = change.order { tasks[index].order = order }
      if let result = change.result { tasks[index].result = result.isEmpty ? nil : result }
      if let state = change.state {
        tasks[index].state = state
        tasks[index].ended = state == .open ? nil : stamp.at
      }
    default: break
    }
  }

  /// Tasks that are left to do, in their order.
  package var openTasks: [IncidentTask] {
    tasks.filter { $0.state == .open }.sorted { ($0.order, $0.number) < ($1.order, $1.number) }
  }

  mutating func correct(_ correction: EntryCorrection, _ stamp: EventStamp) {
    guard let index = entries.firstIndex(where: { $0.version == correction.entry }) else { return }
    let entry = entries[index]
    entries[index].former.append(
      IncidentEntry.Former(
        text: entry.text, at: entry.at, reason: correction.reason, by: stamp.actor, corrected: stamp.recorded))
    if let text = correction.text { entries[index].text = text }
    if let at = correction.at { entries[index].at = at }
    guard let decision = decisions.firstIndex(where: { $0.version == correction.entry }) else { return }
    if let text = correction.text { decisions[decision].record.what = text }
    if let at = correction.at { decisions[decision].at = at }
  }

  mutating func applyToUpdates(_ event: IncidentEvent, _ stamp: EventStamp) {
    switch event {
    case .updateDrafted(let draft): draftUpdate(draft, stamp)
    case .updateApproved(let approval):
      change(approval.update) { $0.approvedBy = stamp.actor }
      enter(.update, "Update \(approval.update) was approved.", stamp, subject: Int64(approval.update))
    case .updatePublished(let publication): publish(publication, stamp)
    case .updateCorrected(let correction):
      change(correction.update) { update in
        update.former.append(
          IncidentUpdate.Former(
            text: update.text, reason: correction.reason, corrected: stamp.recorded, by: stamp.actor))
        update.text = correction.text
        update.version = stamp.version
      }
      enter(
        .update, "Update \(correction.update) was corrected: \(correction.reason)", stamp,
        subject: Int64(correction.update))
    case .updateWithdrawn(let withdrawal):
      change(withdrawal.update) { update in
        update.withdrawn = stamp.recorded
        update.withdrawnReason = withdrawal.reason
      }
      enter(
        .update, "Update \(withdrawal.update) was withdrawn: \(withdrawal.reason)", stamp,
        subject: Int64(withdrawal.update))
    default: break
    }
  }

  private mutating func change(_ number: Int, _ body: (inout IncidentUpdate) -> Void) {
    guard let index = updates.firstIndex(where: { $0.number == number }) else { return }
    body(&updates[index])
  }

  private mutating func draftUpdate(_ draft: UpdateDraft, _ stamp: EventStamp) {
    if updates.contains(where: { $0.number == draft.update }) {
      change(draft.update) { update in
        update.take(draft, by: stamp.actor)
        update.version = stamp.version
      }
      return
    }
    updates.append(
      IncidentUpdate(
        number: draft.update, audience: draft.audience, state: draft.state, text: draft.text,
        components: draft.components, author: stamp.actor, drafted: stamp.recorded, version: stamp.version))
  }

  private mutating func publish(_ publication: UpdatePublished, _ stamp: EventStamp) {
    change(publication.update) { update in
      update.published = stamp.recorded
      update.publishedBy = stamp.actor
      update.held = publication.held
      update.releaseReason = publication.releaseReason
    }
    guard let update = updates.first(where: { $0.number == publication.update }) else { return }
    enter(.update, EntryWording.published(update), stamp, subject: Int64(update.number))
    guard update.audience == .customers else { return }
    headline = facts.title
    if instants[.firstPublicUpdate] == nil {
      instants[.firstPublicUpdate] = NamedInstant(at: stamp.recorded, basis: .event, version: stamp.version)
    }
  }
}
