package import Accounts
package import Chronology
package import Drills
import Journal
import RecordViews

/// A change to a drill as those who follow along hear of it.
package struct DrillChange: Hashable, Sendable {
  /// Of the whole record; not to be shown to anybody: its gaps tell of what they may not see.
  package var position: Int64
  package var version: Int64
  package var kind: String
  package var recorded: Instant
}

/// Following drills as they are played.
extension Desk {
  /// What tells that something is still to come, or what somebody else noticed.
  private static let kindsForLeaders: Set<String> = [
    "inject-delayed", "inject-skipped", "inject-added", "drill-observed",
  ]

  /// Changes to one drill after a position of the record, oldest first, as far as the caller may know of them.
  ///
  /// `position` of the answer is where to go on from, also where nothing was to be seen.
  package func changes(
    after position: Int64, ofDrill number: Int, limit: Int, for caller: Caller
  ) async throws -> (changes: [DrillChange], position: Int64) {
    try check(caller, .read, "changes")
    let standing = try await catchUp()
    let events = try await journal.events(
      after: EventPosition(position), limit: min(max(limit, 1), DeskLimits.changesMax)
    ).filter { $0.position.number <= standing.position }
    let knows = try await keptReadiness().drills[number]?.maySeeAnswer(caller.account) ?? false
    let own = events.filter { event in
      event.stream.number(in: "drill") == number && (knows || !Self.kindsForLeaders.contains(event.kind.name))
    }
    return (
      own.map {
        DrillChange(
          position: $0.position.number, version: $0.version.number, kind: $0.kind.name, recorded: $0.recorded)
      }, events.last?.position.number ?? position
    )
  }

  /// The drill that is played on the screens of an incident; nil where none is.
  package func drill(playedIn incident: Int, for caller: Caller) async throws -> DrillWhole? {
    try check(caller, .read, "drills")
    try await catchUp()
    let played = try await keptReadiness().drills.values.filter { $0.incident == incident }
    guard let number = played.map(\.number).max() else { return nil }
    return try await drill(number, for: caller)
  }
}
