package import Documents
import Incidents

extension Postmortem {
  /// The words of a section as they are now: with plain line ends, without blank lines around them.
  package func words(of kind: SectionKind) -> String { Self.words(of: kind, in: document) }

  /// The words of a section of a document.
  package static func words(of kind: SectionKind, in document: PostmortemDocument) -> String {
    SectionWords.plain(document.section(kind)?.body ?? "")
  }

  func worded(_ command: PostmortemCommand, in context: PostmortemContext) throws(IncidentRefusal) -> PostmortemEvent {
    switch command {
    case .writeSection(let kind, let markdown):
      let document = document
      let text = try SectionWords(document: document, kind: kind).checked(markdown)
      guard text != Self.words(of: kind, in: document) else { throw .nothingNew(kind.heading) }
      return .sectionWritten(SectionWritten(section: kind.rawValue, markdown: text))
    case .writeDetails(let details):
      let news = PostmortemDetails(
        title: try TextCheck.line(details.title, "title", max: IncidentLimits.titleScalarsMax),
        owner: try PartCheck.person(details.owner, "owner"),
        authors: try PartCheck.people(details.authors, "authors"),
        participants: try PartCheck.people(details.participants, "participants"),
        facilitator: try PartCheck.person(details.facilitator, "facilitator"))
      guard news != self.details else { throw .nothingNew("details") }
      try checkLead(of: news, in: context)
      return .detailsWritten(news)
    default: preconditionFailure("only words are decided here")
    }
  }

  /// Who leads may open the accounts: while some wait to be opened, nobody gives that to themselves.
  private func checkLead(
    of news: PostmortemDetails, in context: PostmortemContext
  ) throws(IncidentRefusal) {
    guard accountsOpened == nil, !accounts.isEmpty else { return }
    guard news.owner != details.owner || news.facilitator != details.facilitator else { return }
    guard context.isAdministrator || isLed(by: context.actor) else {
      throw doesNotLead(context.actor, "facilitator", "an administrator names who leads")
    }
  }

  func commented(_ command: PostmortemCommand) throws(IncidentRefusal) -> PostmortemEvent {
    switch command {
    case .writeComment(var content):
      try PartCheck.room(comments.count, PostmortemLimits.commentsMax, "comments")
      guard SectionKind(rawValue: content.anchor.section) != nil else {
        throw IncidentRefusal(
          .invalidText, place: "section", message: "'\(content.anchor.section.prefix(60))' is not a section",
          hint: "there are: \(SectionKind.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      if let other = content.replyTo {
        guard let answered = comments.first(where: { $0.content.number == other }) else {
          throw PartCheck.unknown("comment", other, among: comments.map(\.content.number), place: "replyTo")
        }
        // An answer stays with its conversation, whatever passage was named with it.
        content.anchor = answered.content.anchor
        content.replyTo = answered.content.replyTo ?? other
      }
      content.number = (comments.map(\.content.number).max() ?? 0) + 1
      content.text = try PartCheck.text(content.text, "text")
      content.anchor = try anchored(content.anchor)
      return .commentWritten(content)
    case .settleComment(let content):
      guard let comment = comments.first(where: { $0.content.number == content.number }) else {
        throw PartCheck.unknown("comment", content.number, among: comments.map(\.content.number))
      }
      guard comment.content.replyTo == nil else {
        throw IncidentRefusal(
          .wrongState, place: "comment \(content.number)", message: "it is an answer",
          hint: "settle the comment that it answers: \(comment.content.replyTo ?? 0)")
      }
      guard comment.isSettled != content.isSettled else { throw .nothingNew("comment \(content.number)") }
      return .commentSettled(content)
    default: preconditionFailure("only comments are decided here")
    }
  }

  /// What surrounds a passage is a help for finding it again, and may be cut.
  private func anchored(_ anchor: CommentAnchor) throws(IncidentRefusal) -> CommentAnchor {
    _ = try TextCheck.optional(anchor.quote, "quote", max: PostmortemLimits.quoteScalarsMax)
    _ = try TextCheck.optional(anchor.prefix, "prefix", max: PostmortemLimits.contextScalarsMax)
    _ = try TextCheck.optional(anchor.suffix, "suffix", max: PostmortemLimits.contextScalarsMax)
    var anchor = anchor
    anchor.offset = max(0, anchor.offset)
    return anchor
  }
}
