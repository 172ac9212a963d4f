import Chronology

extension Incident {
  func updated(_ command: IncidentCommand, in context: CommandContext) throws(IncidentRefusal) -> DecidedEvent {
    switch command {
    case .draftUpdate(let draft): return DecidedEvent(.updateDrafted(try drafted(draft, in: context)))
    case .approveUpdate(let number):
      let update = try unpublished(number)
      guard update.author != context.actor else {
        throw IncidentRefusal(
          .ownApproval, place: "update \(number)", message: "\(context.actor) wrote it, and a second person approves",
          hint: "ask somebody else to read it")
      }
      guard update.approvedBy == nil else { throw .nothingNew("update \(number)") }
      return DecidedEvent(.updateApproved(UpdateApproved(update: number)))
    case .publishUpdate(let release): return DecidedEvent(.updatePublished(try published(release, in: context)))
    case .correctUpdate(let correction):
      let update = try published(correction.update)
      let text = try CommandCheck.update(correction.text)
      guard text != update.text else { throw .nothingNew("update \(correction.update)") }
      return DecidedEvent(
        .updateCorrected(
          UpdateCorrected(
            update: correction.update, text: text, reason: try CommandCheck.needed(correction.reason, "a correction"))))
    case .withdrawUpdate(let withdrawal):
      _ = try published(withdrawal.update)
      return DecidedEvent(
        .updateWithdrawn(
          UpdateWithdrawn(
            update: withdrawal.update, reason: try CommandCheck.needed(withdrawal.reason, "taking an update back"))))
    default: preconditionFailure("only updates are decided here")
    }
  }

  private func drafted(_ draft: UpdateDraft, in context: CommandContext) throws(IncidentRefusal) -> UpdateDraft {
    var draft = draft
    if draft.update == 0 {
      guard updates.count < IncidentLimits.updatesMax else {
        throw IncidentRefusal(
          .limitPassed, place: "updates",
          message: "there are \(updates.count), and \(IncidentLimits.updatesMax) are possible",
          hint: "write on in one that has not gone out")
      }
      draft.update = (updates.map(\.number).max() ?? 0) + 1
    } else {
      _ = try unpublished(draft.update)
    }
    draft.text = try CommandCheck.update(draft.text)
    try CommandCheck.components(draft.components.keys.sorted(), known: context.components)
    if let since = draft.text.since { try CommandCheck.instant(since, "text/since", now: context.now) }
    if let old = updates.first(where: { $0.number == draft.update }), old.text == draft.text,
      old.audience == draft.audience, old.state == draft.state, old.components == draft.components
    {
      throw .nothingNew("update \(draft.update)")
    }
    return draft
  }

  private func published(
    _ release: UpdateRelease, in context: CommandContext
  ) throws(IncidentRefusal) -> UpdatePublished {
    let update = try unpublished(release.update)
    if let seen = release.seenVersion, seen != update.version {
      throw IncidentRefusal(
        .wrongState, place: "update \(release.update)",
        message: "it was written again since you saw it (entry \(seen), now \(update.version))",
        hint: "read it once more, then publish")
    }
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
