package import Incidents

extension PostmortemStage {
  /// Stages that can follow.
  package var next: [PostmortemStage] {
    switch self {
    case .draft: [.inReview]
    case .inReview: [.final, .draft]
    case .final: [.draft]
    }
  }

  /// In words: `in review`.
  package var words: String {
    switch self {
    case .draft: "draft"
    case .inReview: "in review"
    case .final: "final"
    }
  }
}

extension Postmortem {
  func staged(_ command: PostmortemCommand, in context: PostmortemContext) throws(IncidentRefusal) -> PostmortemEvent {
    switch command {
    case .nameReviewers(let people):
      let people = try PartCheck.people(people, "people")
      guard people != reviewers else { throw .nothingNew("reviewers") }
      return .reviewersNamed(ReviewersNamed(people: people))
    case .giveVerdict(var verdict):
      guard stage == .inReview else {
        throw IncidentRefusal(
          .wrongState, place: "PM-\(number)", message: "it is \(stage.words), not in review",
          hint: "ask for review first")
      }
      guard reviewers.contains(context.actor) else {
        throw IncidentRefusal(
          .wrongState, place: "reviewers", message: "\(context.actor) is not among its reviewers",
          hint: reviewers.isEmpty
            ? "name reviewers first" : "reviewers are: \(reviewers.prefix(10).joined(separator: ", "))")
      }
      verdict.note = try PartCheck.optional(verdict.note, "note")
      guard verdict.isApproved || !verdict.note.isEmpty else {
        throw IncidentRefusal(
          .needsReason, place: "note", message: "what is missing is not said", hint: "say what should be changed")
      }
      guard standingVerdicts[context.actor]?.content != verdict else { throw .nothingNew("verdict") }
      return .verdictGiven(verdict)
    case .changeStage(let request): return .stageChanged(try changed(request))
    default: preconditionFailure("only review and stage are decided here")
    }
  }

  private func changed(_ request: StageRequest) throws(IncidentRefusal) -> StageChanged {
    guard request.stage != stage else { throw .nothingNew("stage") }
    if stage == .draft, request.stage == .final {
      throw IncidentRefusal(
        .wrongState, place: "PM-\(number)", message: "it is a draft, not in review", hint: "ask for review first")
    }
    guard stage.next.contains(request.stage) else {
      throw IncidentRefusal(
        .wrongState, place: "stage",
        message: "a postmortem that is \(stage.words) does not become \(request.stage.words)",
        hint: "from here it can become: \(stage.next.map(\.words).joined(separator: ", "))")
    }
    guard origin.isOurs else { throw notOurs }
    let note = try PartCheck.optional(request.note, "note")
    if stage == .final, note.isEmpty {
      throw IncidentRefusal(
        .needsReason, place: "note", message: "opening it again needs a note", hint: "say in a sentence why")
    }
    guard request.stage == .final, !request.shut.isEmpty else { return StageChanged(stage: request.stage, note: note) }
    guard let reason = try TextCheck.reason(request.reason) else {
      throw IncidentRefusal(
        .heldByReview, place: "PM-\(number)",
        message: "something is missing: \(request.shut.map(\.rawValue).joined(separator: ", "))",
        hint: "add it, or say why it is final all the same")
    }
    return StageChanged(
      stage: .final, passed: request.shut.map { PassedGate(gate: $0, reason: reason) }, note: note)
  }

  /// What keeps somebody else's document from being treated as ours.
  package var notOurs: IncidentRefusal {
    IncidentRefusal(
      .wrongState, place: "PM-\(number)", message: "it is somebody else's, kept to be read",
      hint: "write one of your own")
  }

  func published(
    _ command: PostmortemCommand, in context: PostmortemContext
  ) throws(IncidentRefusal) -> PostmortemEvent {
    switch command {
    case .publish(let content): return .published(try made(content, in: context))
    case .withdraw(var content):
      guard publication(to: content.audience) != nil else {
        throw IncidentRefusal(
          .notPublished, place: "audience", message: "nothing is out for: \(content.audience.rawValue)",
          hint: "only what is out can be taken back")
      }
      content.reason = try CommandCheck.needed(content.reason, "taking a publication back")
      return .withdrawn(content)
    default: preconditionFailure("only publications are decided here")
    }
  }

  private func made(
    _ content: PublicationMade, in context: PostmortemContext
  ) throws(IncidentRefusal) -> PublicationMade {
    guard origin.isOurs else { throw notOurs }
    guard stage == .final || content.audience == .internal else {
      throw IncidentRefusal(
        .wrongState, place: "PM-\(number)", message: "it is \(stage.words), and only a final one leaves the house",
        hint: "make it final first; 'internal' may read it before")
    }
    guard !context.isPrivate || content.audience != .public else {
      throw IncidentRefusal(
        .privateIncident, place: "audience", message: "its incident is private, and everybody would read of it",
        hint: "open the incident to the team first")
    }
    guard !content.isOnStatusPage || content.audience == .public else {
      throw IncidentRefusal(
        .wrongState, place: "isOnStatusPage", message: "the status page shows what is for the public alone",
        hint: "publish it to the public")
    }
    guard !content.isOnStatusPage || !context.isDrill else {
      throw IncidentRefusal(
        .wrongState, place: "isOnStatusPage", message: "it tells of a drill", hint: "publish it without the status page"
      )
    }
    try PartCheck.room(publications.count, PostmortemLimits.publicationsMax, "publications")
    var news = content
    news.reason = try TextCheck.reason(content.reason)
    let barred = content.passed.filter(PublicationMade.barredRules.contains)
    guard barred.isEmpty else {
      throw IncidentRefusal(
        .heldByReview, place: "PM-\(number)",
        message: "it holds what must not leave: \(barred.joined(separator: ", "))",
        hint: "take it out, or close the passage to this audience; no reason passes it")
    }
    guard content.passed.isEmpty || news.reason != nil else {
      throw IncidentRefusal(
        .heldByReview, place: "PM-\(number)",
        message: "findings hold it back: \(content.passed.joined(separator: ", "))",
        hint: "mend the text, or say why it goes out all the same")
    }
    if content.passed.isEmpty { news.reason = nil }
    if let out = publication(to: content.audience)?.content, out.markdown == news.markdown, out.title == news.title,
      out.isOnStatusPage == news.isOnStatusPage
    {
      throw IncidentRefusal(
        .alreadyPublished, place: "audience", message: "the same text is out already", hint: "nothing was changed")
    }
    return news
  }
}
