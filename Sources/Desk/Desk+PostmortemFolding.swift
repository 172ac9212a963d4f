import Accounts
import Authoring
import Documents
import Incidents
import Journal
import Postmortems
import RecordViews

extension Desk {
  /// A postmortem with all its events, as far as there are any.
  func foldPostmortem(_ number: Int) async throws -> Postmortem {
    var postmortem = postmortemFolds.postmortem(number) ?? Postmortem(number: number)
    while true {
      let events = try await postmortemEvents(of: number, after: postmortem.version)
      for event in events { postmortem.apply(event) }
      if events.count < JournalLimits.eventsPerReadMax { break }
    }
    if postmortem.version > 0 { postmortemFolds.keep(postmortem) }
    return postmortem
  }

  /// A postmortem as its events up to a version add up.
  func foldPostmortem(_ number: Int, upTo version: Int64) async throws -> Postmortem {
    var postmortem = Postmortem(number: number)
    while postmortem.version < version {
      let events = try await postmortemEvents(of: number, after: postmortem.version)
      for event in events where event.version.number <= version { postmortem.apply(event) }
      if events.count < JournalLimits.eventsPerReadMax { break }
    }
    return postmortem
  }

  func postmortemEvents(of number: Int, after version: Int64) async throws -> [RecordedEvent] {
    try await journal.events(
      of: StreamName("postmortem", number: number), after: StreamVersion(version),
      limit: JournalLimits.eventsPerReadMax)
  }

  /// A postmortem that the caller may know of, with its incident where it has one.
  func visiblePostmortem(
    _ id: PostmortemID, to caller: Caller
  ) async throws -> (postmortem: Postmortem, incident: Incident?) {
    let viewer = Viewer(caller)
    let row = try await views.read { try IncidentLists(db: $0, viewer: viewer, cut: nil).postmortem(id.number) }
    guard let row else { throw Self.unknown(id) }
    let postmortem = try await foldPostmortem(id.number)
    guard row.incident > 0 else { return (postmortem, nil) }
    let incident = try await fold(row.incident)
    // Whoever was shut out a moment ago is shut out, also where the views do not say so yet.
    guard viewer.sees(incident) else { throw Self.unknown(id) }
    return (postmortem, incident)
  }

  /// The same words whether there is none or the caller may not know of it.
  static func unknown(_ id: PostmortemID) -> DeskError {
    DeskError(
      .unknownPostmortem, place: "\(id)", message: "the record has no such postmortem",
      hint: "the list of postmortems shows those that there are")
  }

  /// The whole document, its parts written out among its words, times in UTC.
  ///
  /// What nobody may read yet does not stand in it, whoever asks: the document is one for all its readers.
  func assembled(_ postmortem: Postmortem, _ incident: Incident?) async throws -> PostmortemDocument {
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil) }
    let state = PostmortemShelf.State(
      postmortem: postmortem.version, incident: incident?.version ?? 0, policy: policy.version)
    if let known = postmortemFolds.document(of: postmortem.number, in: state) { return known }
    let document = PostmortemAssembly(
      postmortem: postmortem.seen(by: nil), incident: incident, policy: policy.policy, zoneLabel: "UTC"
    ) { _ in 0 }.document()
    postmortemFolds.keep(document, in: state, of: postmortem)
    return document
  }
}
