import Chronology

extension Incident {
  func updated(_ command: IncidentCommand, in context: CommandContext) throws(IncidentRefusal) -> [DecidedEvent] {
    switch command {
    case .draftUpdate(let draft): return [DecidedEvent(.updateDrafted(try drafted(draft, in: context)))]
    case .approveUpdate(let approval): return [DecidedEvent(.updateApproved(try approved(approval, in: context)))]
    case .correctUpdate(let correction):
      let update = try published(correction.update)
      let text = try CommandCheck.update(correction.text)
      guard text != update.text else { throw .nothingNew("update \(correction.update)") }
      let corrected = UpdateCorrected(
        update: correction.update, text: text, reason: try CommandCheck.needed(correction.reason, "a correction"))
      return beginning(text, of: update) + [DecidedEvent(.updateCorrected(corrected))]
    case .withdrawUpdate(let withdrawal):
      _ = try published(withdrawal.update)
      return [
        DecidedEvent(
          .updateWithdrawn(
            UpdateWithdrawn(
              update: withdrawal.update, reason: try CommandCheck.needed(withdrawal.reason, "taking an update back"))))
      ]
    default: preconditionFailure("only updates are decided here")
    }
  }

  private func drafted(_ draft: UpdateDraft, in context: CommandContext) throws(IncidentRefusal) -> UpdateDraft {
    if draft.update == 0 {
      guard updates.count < IncidentLimits.updatesMax else {
        throw IncidentRefusal(
          .limitPassed, place: "updates",
          message: "there are \(updates.count), and \(IncidentLimits.updatesMax) are possible",
          hint: "write on in one that has not gone out")
      }
      var draft = try checked(draft, in: context)
      draft.update = (updates.map(\.number).max() ?? 0) + 1
      return draft
    }
    let old = try unpublished(draft.update)
    let draft = try checked(draft, in: context)
    guard !old.isSame(as: draft) else { throw .nothingNew("update \(draft.update)") }
    return draft
  }

  private func checked(_ draft: UpdateDraft, in context: CommandContext) throws(IncidentRefusal) -> UpdateDraft {
    var draft = draft
    draft.text = try CommandCheck.update(draft.text)
    try CommandCheck.components(draft.components.keys.sorted(), known: context.components)
    if let since = draft.text.since { try CommandCheck.instant(since, "text/since", now: context.now) }
    return draft
  }

  private func approved(
    _ approval: UpdateApproval, in context: CommandContext
  ) throws(IncidentRefusal) -> UpdateApproved {
    let update = try unpublished(approval.update)
    try check(approval.seenVersion, of: update, then: "approve")
    guard update.author != context.actor else {
      throw IncidentRefusal(
        .ownApproval, place: "update \(update.number)",
        message: "\(context.actor) wrote it, and a second person approves",
        hint: "ask somebody else to read it")
    }
    if let draft = approval.draft, !update.isSame(as: try checked(draft, in: context)) {
      throw IncidentRefusal(
        .ownApproval, place: "update \(update.number)",
        message: "what stands in the fields is another text than the one that is kept",
        hint: "save yours and ask somebody else to approve it, or approve the one that is kept")
    }
    guard update.approvedBy == nil else { throw .nothingNew("update \(update.number)") }
    return UpdateApproved(update: update.number, seenVersion: update.version)
  }

  /// What was written anew, when it began where nothing was said of that, and that it is out: in one act or not at all.
  func released(_ release: UpdateRelease, in context: CommandContext) throws(IncidentRefusal) -> [DecidedEvent] {
    let meant = try meant(by: release, in: context)
    let publication = try meant.published(release, in: context)
    guard let old = updates.first(where: { $0.number == release.update }),
      let new = meant.updates.first(where: { $0.number == release.update })
    else { return [] }
    var events: [DecidedEvent] = []
    if new != old {
      events.append(DecidedEvent(.updateDrafted(new.draft)))
    }
    return events + beginning(new.text, of: new) + [DecidedEvent(.updatePublished(publication))]
  }

  /// The incident with the text that a release brings along in place of the one that is kept.
  ///
  /// A text that reads the same leaves the draft alone, with its author and its approval.
  package func meant(
    by release: UpdateRelease, in context: CommandContext
  ) throws(IncidentRefusal) -> Incident {
    guard var draft = release.draft else { return self }
    draft.update = release.update
    let old = try unpublished(release.update)
    draft = try checked(draft, in: context)
    var incident = self
    guard !old.isSame(as: draft), let index = updates.firstIndex(where: { $0.number == release.update }) else {
      return self
    }
    incident.updates[index].take(draft, by: context.actor)
    return incident
  }

  /// People are measured against what they were told: the beginning that an update names stands in the record too,
  /// unless one is stated already.
  private func beginning(_ text: UpdateText, of update: IncidentUpdate) -> [DecidedEvent] {
    guard let since = text.since, instants[.impactStarted] == nil else { return [] }
    return [
      DecidedEvent(
        .instantStated(
          InstantStatement(
            name: .impactStarted, at: since, reason: "as update \(update.number) tells \(update.audience.words)")))
    ]
  }

  private func check(_ seen: Int64, of update: IncidentUpdate, then act: String) throws(IncidentRefusal) {
    guard seen != update.version else { return }
    throw IncidentRefusal(
      .wrongState, place: "update \(update.number)",
      message: "it was written again since you saw it (entry \(seen), now \(update.version))",
      hint: "read it once more, then \(act)")
  }

  private func published(
    _ release: UpdateRelease, in context: CommandContext
  ) throws(IncidentRefusal) -> UpdatePublished {
    let update = try unpublished(release.update)
    if let seen = release.seenVersion { try check(seen, of: update, then: "publish") }
    guard !(isPrivate && update.audience == .customers) else {
      throw IncidentRefusal(
        .privateIncident, place: "update \(release.update)",
        message: "INC-\(number) is private, and customers would read of it",
        hint: "open the incident to the team first, or tell customers through another one")
    }
    let reason = try TextCheck.reason(release.releaseReason, "releaseReason")
    if !release.held.isEmpty, reason == nil {
      throw IncidentRefusal(
        .heldByReview, place: "update \(release.update)",
        message: "the reviewer holds it: \(release.held.joined(separator: ", "))",
        hint: "mend the text, or say why it goes out all the same")
    }
    let rule = context.policy.protocolFor(update.audience, severity: facts.severity)
    if rule?.approval == .secondPerson, update.approvedBy == nil, reason == nil {
      throw IncidentRefusal(
        .needsApproval, place: "update \(release.update)", message: "a second person has not approved it",
        hint: "ask somebody to read and approve it, or say why it goes out all the same")
    }
    return UpdatePublished(update: release.update, held: release.held, releaseReason: reason)
  }

  private func existing(_ number: Int) throws(IncidentRefusal) -> IncidentUpdate {
    guard let update = updates.first(where: { $0.number == number }) else {
      throw IncidentRefusal(
        .unknownUpdate, place: "update", message: "there is no update \(number)",
        hint: updates.isEmpty ? "none was written yet" : "they go from 1 to \(updates.count)")
    }
    return update
  }

  private func unpublished(_ number: Int) throws(IncidentRefusal) -> IncidentUpdate {
    let update = try existing(number)
    guard update.published == nil else {
      throw IncidentRefusal(
        .alreadyPublished, place: "update \(number)", message: "it went out at \(update.published?.rfc3339 ?? "")",
        hint: "correct it, or write a further one")
    }
    return update
  }

  private func published(_ number: Int) throws(IncidentRefusal) -> IncidentUpdate {
    let update = try existing(number)
    guard update.isOut else {
      throw IncidentRefusal(
        .notPublished, place: "update \(number)",
        message: update.withdrawn == nil ? "it has not gone out" : "it was taken back already",
        hint: "only what is out can be corrected or taken back")
    }
    return update
  }
}
