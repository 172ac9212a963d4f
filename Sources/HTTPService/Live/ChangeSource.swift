package import Accounts
package import Chronology
import Interchange
package import RecordViews
package import Schemas

/// One change of an incident, a postmortem or a drill, as a live stream tells of it.
package struct Change: Sendable, Hashable {
  /// In the journal; never shown to anybody as it is.
  package var position: Int64
  /// Nil for a change of something else.
  package var incident: IncidentID?
  /// Nil for a change of something else.
  package var postmortem: PostmortemID?
  /// Nil for a change of something else.
  package var drill: Int?
  /// Of the stream of what changed.
  package var version: Int64
  /// What happened, by the names of the events.
  package var kinds: [String]
  package var at: Instant
  /// The entry of the timeline as the API gives it; nil where there is none.
  package var entry: JSONValue?

  package init(
    position: Int64, incident: IncidentID? = nil, postmortem: PostmortemID? = nil, drill: Int? = nil,
    version: Int64, kinds: [String], at: Instant, entry: JSONValue? = nil
  ) {
    self.position = position
    self.incident = incident
    self.postmortem = postmortem
    self.drill = drill
    self.version = version
    self.kinds = kinds
    self.at = at
    self.entry = entry
  }
}

/// What was found after a position.
package struct ChangeBatch: Sendable {
  /// Oldest first; those alone that the caller may know of.
  package var changes: [Change]
  /// How far was looked, past what the caller may not know of too.
  package var upTo: Int64
  /// Whether more may follow at once.
  package var hasMore: Bool

  package init(changes: [Change], upTo: Int64, hasMore: Bool = false) {
    self.changes = changes
    self.upTo = upTo
    self.hasMore = hasMore
  }
}

/// Where live streams learn what changed.
///
/// A stream asks after each waking, so that nothing is kept for slow readers: a stream is a position and no more.
package protocol ChangeSource: Sendable {
  /// The position of the newest event.
  func newest() async throws -> Int64
  /// What changed after a position, of one incident or of all, as far as the caller may know of it now.
  func changes(after: Int64, of incident: IncidentID?, for caller: Caller, max: Int) async throws -> ChangeBatch
  /// What changed in one postmortem after a position, as far as the caller may know of it now.
  func changes(after: Int64, of postmortem: PostmortemID, for caller: Caller, max: Int) async throws -> ChangeBatch
  /// What changed in one drill after a position, as far as the caller may know of it now.
  func changes(after: Int64, ofDrill drill: Int, for caller: Caller, max: Int) async throws -> ChangeBatch
  /// Yields when something may have changed; one pending waking stands for many.
  func wakings() async -> AsyncStream<Void>
}

extension ChangeSource {
  /// Nothing: for sources that know of incidents alone.
  package func changes(
    after: Int64, of postmortem: PostmortemID, for caller: Caller, max: Int
  ) async throws -> ChangeBatch {
    ChangeBatch(changes: [], upTo: try await newest())
  }

  /// Nothing: for sources that know of incidents alone.
  package func changes(after: Int64, ofDrill drill: Int, for caller: Caller, max: Int) async throws -> ChangeBatch {
    ChangeBatch(changes: [], upTo: try await newest())
  }
}
