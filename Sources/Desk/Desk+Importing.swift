package import Accounts
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
    let events = candidate.content.events(
      incident: incident, incidentNumber: target.incidentNumber, postmortemNumber: target.postmortemNumber,
      currentHash: target.known?.sha256)
    if !events.postmortem.isEmpty, target.known != nil {
      let postmortem = try await foldPostmortem(target.postmortemNumber)
      // What a document calls itself may be written anew; what was made final here is opened here.
      if postmortem.stage == .final, postmortem.staged != nil { throw postmortem.isFinalRefusal }
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
}
