package import Documents

/// What somebody wants done to a postmortem.
package enum PostmortemCommand: Hashable, Sendable {
  case writeSection(SectionKind, markdown: String)
  case writeDetails(PostmortemDetails)
  case askAccounts([String])
  /// By the person themselves alone; nil: they would rather not.
  case giveAccount(AccountStatement?)
  case openAccounts(reason: String?)
  /// Number 0 puts a line in.
  case writeLines([TimelineLine])
  case removeLines([Int])
  case arrangeLines([Int])
  case explainGap(GapExplained)
  /// Number 0 adds it; so for every part.
  case writeFactor(Factor)
  case writeAssumption(Assumption)
  case writeLuck(Luck)
  case removePart(PartRemoved)
  case writeComment(CommentWritten)
  case settleComment(CommentSettled)
  case nameReviewers([String])
  case giveVerdict(VerdictGiven)
  /// With the gates that are shut, filled by the desk; a reason passes them.
  case changeStage(StageRequest)
  /// With the text as it was prepared, filled by the desk.
  case publish(PublicationMade)
  case withdraw(PublicationWithdrawn)
  /// Where it has no day, none is meant.
  case writeAction(ActionWritten)
  /// A new action; where it has no day, the desk takes the one of the policy.
  case proposeAction(ActionContent)
  case stepAction(ActionStepped)
}

/// Somebody's wish to take a postmortem to another stage.
package struct StageRequest: Hashable, Sendable {
  package var stage: PostmortemStage
  package var note: String
  /// Why shut gates are passed.
  package var reason: String?
  /// Gates that are shut, as the desk found them.
  package var shut: [PostmortemGate]

  package init(stage: PostmortemStage, note: String = "", reason: String? = nil, shut: [PostmortemGate] = []) {
    self.stage = stage
    self.note = note
    self.reason = reason
    self.shut = shut
  }
}
