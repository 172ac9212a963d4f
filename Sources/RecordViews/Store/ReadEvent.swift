internal import Incidents
internal import Journal
internal import Postmortems

/// An event with what it says, read before its turn comes: on another thread than that which folds it in.
struct ReadEvent: Sendable {
  let event: RecordedEvent
  /// Of an incident, as far as its outline needs it.
  private(set) var incident: IncidentEvent?
  /// Of a postmortem, but for what no list shows and nothing remembers.
  private(set) var postmortem: PostmortemEvent?

  init(_ event: RecordedEvent) {
    self.event = event
    if event.stream.number(in: "incident") != nil {
      guard !Incident.kindsBeyondOutline.contains(event.kind.name) else { return }
      incident = event.document.flatMap { try? IncidentEvent($0) }
    } else if event.stream.number(in: "postmortem") != nil {
      guard !WorkingPostmortem.unlisted.contains(event.kind.name) else { return }
      postmortem = event.document.flatMap { try? PostmortemEvent($0) }
    }
  }
}
