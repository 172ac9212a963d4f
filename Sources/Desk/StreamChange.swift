package import Chronology
import Journal

/// A change to a postmortem or a drill as those who follow along hear of it.
package struct StreamChange: Hashable, Sendable {
  /// Of the whole record; not to be shown to anybody: its gaps tell of what they may not see.
  package let position: Int64
  package let version: Int64
  package let kind: String
  package let recorded: Instant

  init(_ event: RecordedEvent) {
    position = event.position.number
    version = event.version.number
    kind = event.kind.name
    recorded = event.recorded
  }
}
