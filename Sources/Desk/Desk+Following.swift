package import Accounts
import Drills
import Journal
package import RecordViews

extension Desk {
  /// Changes to incidents after a position of the record, oldest first, as far as the caller may know of them.
  ///
  /// `position` of the answer is where to go on from, also where nothing was to be seen.
  package func changes(
    after position: Int64, limit: Int, for caller: Caller
  ) async throws -> (changes: [IncidentChange], position: Int64) {
    let events = try await news(after: position, limit: limit, for: caller)
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
  ) async throws -> (changes: [StreamChange], position: Int64) {
    let events = try await news(after: position, limit: limit, for: caller)
    let own = events.filter { $0.stream.number(in: "postmortem") == postmortem.number }
    let end = events.last?.position.number ?? position
    guard !own.isEmpty, try await isVisible(postmortem: postmortem.number, to: caller) else { return ([], end) }
    return (own.map(StreamChange.init), end)
  }

  /// Changes to one drill after a position of the record, oldest first: to those who may not know the answer none that
  /// tells what is still to come, or what others noticed.
  package func changes(
    after position: Int64, ofDrill number: Int, limit: Int, for caller: Caller
  ) async throws -> (changes: [StreamChange], position: Int64) {
    let events = try await news(after: position, limit: limit, for: caller)
    let knows = try await keptReadiness().drills[number]?.maySeeAnswer(caller.account) ?? false
    let own = events.filter { event in
      event.stream.number(in: "drill") == number && (knows || !Self.kindsForLeaders.contains(event.kind.name))
    }
    return (own.map(StreamChange.init), events.last?.position.number ?? position)
  }

  private static let kindsForLeaders: Set<String> = [
    "inject-delayed", "inject-skipped", "inject-added", "drill-observed", "drill-file-refused",
  ]

  private func news(after position: Int64, limit: Int, for caller: Caller) async throws -> [RecordedEvent] {
    try check(caller, .read, "changes")
    let standing = try await catchUp()
    return try await journal.events(
      after: EventPosition(position), limit: min(max(limit, 1), DeskLimits.changesMax)
    ).filter { $0.position.number <= standing.position }
  }

  /// Returns when the record has something past a position, whoever may see it.
  package func waitForChanges(after position: Int64) async throws {
    try await journal.wait(past: EventPosition(position))
  }

  /// Of the newest event, whoever may see it.
  package func headPosition() async throws -> Int64 { try await journal.head().position.number }
}
