package import Accounts
import Journal
package import RecordViews

extension Desk {
  /// Changes to incidents after a position of the record, oldest first, as far as the caller may know of them.
  ///
  /// `position` of the answer is where to go on from, also where nothing was to be seen.
  package func changes(
    after position: Int64, limit: Int, for caller: Caller
  ) async throws -> (changes: [IncidentChange], position: Int64) {
    try check(caller, .read, "changes")
    let standing = try await catchUp()
    let events = try await journal.events(
      after: EventPosition(position), limit: min(max(limit, 1), DeskLimits.changesMax)
    ).filter { $0.position.number <= standing.position }
    let viewer = Viewer(caller)
    let numbers = Set(events.compactMap { $0.stream.number(in: "incident") })
    let visible = try await views.read { try IncidentLists(db: $0, viewer: viewer, cut: nil).visible(numbers) }
    let changes = events.compactMap { event -> IncidentChange? in
      guard let number = event.stream.number(in: "incident"), visible.contains(number) else { return nil }
      return IncidentChange(
        position: event.position.number, incident: IncidentID(number: number), version: event.version.number,
        kind: event.kind.name, recorded: event.recorded)
    }
    return (changes, events.last?.position.number ?? position)
  }

  /// Changes to one postmortem after a position of the record, oldest first; none for who may not know of it.
  ///
  /// `position` of the answer is where to go on from, also where nothing was to be seen.
  package func changes(
    after position: Int64, of postmortem: PostmortemID, limit: Int, for caller: Caller
  ) async throws -> (changes: [PostmortemChange], position: Int64) {
    try check(caller, .read, "changes")
    let standing = try await catchUp()
    let events = try await journal.events(
      after: EventPosition(position), limit: min(max(limit, 1), DeskLimits.changesMax)
    ).filter { $0.position.number <= standing.position }
    let own = events.filter { $0.stream.number(in: "postmortem") == postmortem.number }
    let end = events.last?.position.number ?? position
    guard !own.isEmpty, try await isVisible(postmortem: postmortem.number, to: caller) else { return ([], end) }
    return (
      own.map { event in
        PostmortemChange(
          position: event.position.number, postmortem: postmortem, version: event.version.number,
          kind: event.kind.name, recorded: event.recorded)
      }, end
    )
  }

  /// Returns when the record has something past a position, whoever may see it.
  package func waitForChanges(after position: Int64) async throws {
    try await journal.wait(past: EventPosition(position))
  }

  /// Of the newest event, whoever may see it.
  package func headPosition() async throws -> Int64 { try await journal.head().position.number }
}
