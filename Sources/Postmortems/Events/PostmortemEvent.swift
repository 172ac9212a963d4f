package import Incidents

/// What happened to a postmortem in the record; its stream is `postmortem-1`.
package enum PostmortemEvent: Hashable, Sendable {
  /// Came in as a document about an incident.
  case imported(PostmortemText)
  /// A newer state of the same document.
  case revised(PostmortemText)
  case started(PostmortemStart)
  case sectionWritten(SectionWritten)
  case detailsWritten(PostmortemDetails)
  case accountsAsked(AccountsAsked)
  case accountGiven(AccountGiven)
  case accountsOpened(AccountsOpened)
  case linesWritten(LinesWritten)
  case linesRemoved(LinesRemoved)
  case linesArranged(LinesArranged)
  case gapExplained(GapExplained)
  case factorWritten(Factor)
  case assumptionWritten(Assumption)
  case luckWritten(Luck)
  case partRemoved(PartRemoved)
  case commentWritten(CommentWritten)
  case commentSettled(CommentSettled)
  case reviewersNamed(ReviewersNamed)
  case verdictGiven(VerdictGiven)
  case stageChanged(StageChanged)
  case published(PublicationMade)
  case withdrawn(PublicationWithdrawn)
  case actionWritten(ActionWritten)
  case actionStepped(ActionStepped)

  /// Nil for a kind or a version that this Mayday does not know, which a reader leaves alone.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    guard document.version == 1 else { return nil }
    switch document.kind {
    case "postmortem-imported": self = .imported(try document.decoded())
    case "postmortem-revised": self = .revised(try document.decoded())
    case "postmortem-started": self = .started(try document.decoded())
    case "section-written": self = .sectionWritten(try document.decoded())
    case "details-written": self = .detailsWritten(try document.decoded())
    case "accounts-asked": self = .accountsAsked(try document.decoded())
    case "account-given": self = .accountGiven(try document.decoded())
    case "accounts-opened": self = .accountsOpened(try document.decoded())
    case "lines-written": self = .linesWritten(try document.decoded())
    case "lines-removed": self = .linesRemoved(try document.decoded())
    case "lines-arranged": self = .linesArranged(try document.decoded())
    case "gap-explained": self = .gapExplained(try document.decoded())
    case "factor-written": self = .factorWritten(try document.decoded())
    case "assumption-written": self = .assumptionWritten(try document.decoded())
    case "luck-written": self = .luckWritten(try document.decoded())
    case "part-removed": self = .partRemoved(try document.decoded())
    case "comment-written": self = .commentWritten(try document.decoded())
    case "comment-settled": self = .commentSettled(try document.decoded())
    case "reviewers-named": self = .reviewersNamed(try document.decoded())
    case "verdict-given": self = .verdictGiven(try document.decoded())
    case "stage-changed": self = .stageChanged(try document.decoded())
    case "postmortem-published": self = .published(try document.decoded())
    case "postmortem-withdrawn": self = .withdrawn(try document.decoded())
    case "action-written": self = .actionWritten(try document.decoded())
    case "action-stepped": self = .actionStepped(try document.decoded())
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .imported(let content): try .init("postmortem-imported", content)
    case .revised(let content): try .init("postmortem-revised", content)
    case .started(let content): try .init("postmortem-started", content)
    case .sectionWritten(let content): try .init("section-written", content)
    case .detailsWritten(let content): try .init("details-written", content)
    case .accountsAsked(let content): try .init("accounts-asked", content)
    case .accountGiven(let content): try .init("account-given", content)
    case .accountsOpened(let content): try .init("accounts-opened", content)
    case .linesWritten(let content): try .init("lines-written", content)
    case .linesRemoved(let content): try .init("lines-removed", content)
    case .linesArranged(let content): try .init("lines-arranged", content)
    case .gapExplained(let content): try .init("gap-explained", content)
    case .factorWritten(let content): try .init("factor-written", content)
    case .assumptionWritten(let content): try .init("assumption-written", content)
    case .luckWritten(let content): try .init("luck-written", content)
    case .partRemoved(let content): try .init("part-removed", content)
    case .commentWritten(let content): try .init("comment-written", content)
    case .commentSettled(let content): try .init("comment-settled", content)
    case .reviewersNamed(let content): try .init("reviewers-named", content)
    case .verdictGiven(let content): try .init("verdict-given", content)
    case .stageChanged(let content): try .init("stage-changed", content)
    case .published(let content): try .init("postmortem-published", content)
    case .withdrawn(let content): try .init("postmortem-withdrawn", content)
    case .actionWritten(let content): try .init("action-written", content)
    case .actionStepped(let content): try .init("action-stepped", content)
    }
  }
}

extension PostmortemEvent {
  /// The whole document as it was brought in; nil for what was written in Mayday.
  package var text: PostmortemText? {
    switch self {
    case .imported(let text), .revised(let text): text
    default: nil
    }
  }
}
