package import Accounts
import Authoring
import Documents
import Incidents
import Journal
import Postmortems
import RecordViews

extension Desk {
  /// Puts a postmortem into the record: a new incident, or a new revision of the postmortem that is there.
  ///
  /// All of it is one append: it is there in full or not at all. The same text again appends nothing. `caller` is whoever
  /// sits at the record where nobody is named.
  /// - Throws: ``DeskError``, ``JournalError``, and `IncidentRefusal` where the postmortem was made final here.
  package func importPostmortem(_ request: ImportRequest, by caller: Caller? = nil) async throws -> ImportReceipt {
    let caller = caller ?? .local(request.actor)
    try check(caller, .respond, request.path)
    let candidate = try ImportCandidate(request)
    let viewer = Viewer(caller)
    for _ in 0..<DeskLimits.attemptsMax {
      try await catchUp()
      let target = try await views.read { try ImportPlanner(db: $0, candidate: candidate, viewer: viewer).target() }
      let (appends, receipt) = try await plan(candidate, target, by: caller)
      guard !appends.isEmpty else { return receipt }
      do {
        try await journal.append(appends)
      } catch {
        guard case .wrongExpectedVersion = error.code else { throw error }
        continue
      }
      try await catchUp()
      return receipt
    }
    throw DeskError(
      .busy, place: request.path, message: "others kept changing the same incident", hint: "import it again")
  }

  private func plan(
    _ candidate: ImportCandidate, _ target: ImportTarget, by caller: Caller
  ) async throws -> (appends: [StreamAppend], receipt: ImportReceipt) {
    let incident: Incident? = if let number = target.incident { try await fold(number) } else { nil }
    if let revision = try await revision(candidate, target, incident, by: caller) { return revision }
    // Parts that were written out elsewhere are parts here as well; tables that somebody wrote stay words, because the
    // file may come again with others.
    let intake = DocumentIntake(
      reading: PostmortemDocument(parsing: candidate.content.text), isMarkedOnly: true,
      in: intakeContext(caller, incident))
    var content = candidate.content
    content.text = intake.words.text
    var events = content.events(
      incident: incident, incidentNumber: target.incidentNumber, postmortemNumber: target.postmortemNumber,
      currentHash: target.known?.sha256)
    if !events.postmortem.isEmpty, target.known != nil {
      let postmortem = try await foldPostmortem(target.postmortemNumber)
      // What a document calls itself may be written anew; what was made final here is opened here.
      if postmortem.stage == .final, postmortem.staged != nil { throw postmortem.isFinalRefusal }
      if !intake.events.isEmpty { events.postmortem += Self.differing(intake.events, from: postmortem) }
    } else if !events.postmortem.isEmpty {
      events.postmortem += intake.events
    }
    var appends: [StreamAppend] = []
    if !events.incident.isEmpty {
      appends.append(
        append(
          try events.incident.map { try $0.document() }, to: StreamName("incident", number: target.incidentNumber),
          at: incident?.version ?? 0, by: caller))
    }
    if !events.postmortem.isEmpty {
      appends.append(
        append(
          try events.postmortem.map { try $0.document() },
          to: StreamName("postmortem", number: target.postmortemNumber), at: target.known?.version ?? 0, by: caller))
    }
    return (
      appends,
      ImportReceipt(
        incident: IncidentID(number: target.incidentNumber),
        postmortem: PostmortemID(number: target.postmortemNumber), isUnchanged: appends.isEmpty,
        replacedTitle: events.postmortem.isEmpty ? nil : target.known?.title)
    )
  }

  /// What somebody changed in a document that was written out here: words and parts, each under the rules of its own.
  ///
  /// Nil for a document that was not.
  private func revision(
    _ candidate: ImportCandidate, _ target: ImportTarget, _ incident: Incident?, by caller: Caller
  ) async throws -> (appends: [StreamAppend], receipt: ImportReceipt)? {
    guard let known = target.known, let incident else { return nil }
    let parts = AssembledParts(reading: PostmortemDocument(parsing: candidate.content.text))
    guard parts.postmortem == known.number else { return nil }
    let postmortem = try await foldPostmortem(known.number)
    let events = try await changes(
      in: PostmortemDocument(parsing: candidate.content.text), to: postmortem, incident, by: caller)
    let receipt = ImportReceipt(
      incident: IncidentID(number: incident.number), postmortem: PostmortemID(number: known.number),
      isUnchanged: events.isEmpty, replacedTitle: events.isEmpty ? nil : postmortem.title)
    guard !events.isEmpty else { return ([], receipt) }
    let stream = StreamName("postmortem", number: known.number)
    return (
      [append(try events.map { try $0.document() }, to: stream, at: postmortem.version, by: caller)], receipt
    )
  }

  /// What was changed in a document since it was written out here, each change under the rules of its own.
  func changes(
    in document: PostmortemDocument, to postmortem: Postmortem, _ incident: Incident?, by caller: Caller
  ) async throws -> [PostmortemEvent] {
    var scratch = postmortem
    var events: [PostmortemEvent] = []
    let context = PostmortemContext(
      actor: caller.account, now: clock.now, isAdministrator: caller.may(.administer),
      isPrivate: incident?.isPrivate ?? false, isDrill: incident?.isDrill ?? false)
    let before = AssembledParts(reading: try await assembled(postmortem, incident))
    for command in AssembledParts(reading: document).changes(since: before) {
      for event in try Self.news(of: command, on: scratch, in: context) {
        scratch.apply(event, EventStamp(version: scratch.version + 1, recorded: context.now, actor: context.actor))
        events.append(event)
      }
    }
    return events
  }

  /// The events that a command comes to; none where it says nothing new: a document that was read and written by another
  /// tool may say the same in other words.
  private static func news(
    of command: PostmortemCommand, on postmortem: Postmortem, in context: PostmortemContext
  ) throws(IncidentRefusal) -> [PostmortemEvent] {
    // Kept out of the asynchronous loop, in which the compiler of Swift 6.3 does not come to an end with a typed
    // `catch … where`.
    do {
      return try postmortem.events(for: command, in: context)
    } catch {
      if error.code == .nothingNew { return [] }
      throw error
    }
  }
}
