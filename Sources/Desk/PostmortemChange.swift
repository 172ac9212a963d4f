package import Chronology
package import RecordViews

/// A change to a postmortem as those who follow along hear of it.
package struct PostmortemChange: Hashable, Sendable {
  /// Of the whole record; not to be shown to anybody: its gaps tell of what they may not see.
  package var position: Int64
  package var postmortem: PostmortemID
  package var version: Int64
  package var kind: String
  package var recorded: Instant
}
