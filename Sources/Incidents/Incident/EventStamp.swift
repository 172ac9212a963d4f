package import Chronology

/// What the record knows of an event beside its content.
package struct EventStamp: Hashable, Sendable {
  /// Of the incident's stream, from 1; names the entry that the event makes.
  package var version: Int64
  package var recorded: Instant
  /// When it happened, as far as somebody said so.
  package var claimed: Instant?
  package var actor: String

  package init(version: Int64, recorded: Instant, claimed: Instant? = nil, actor: String) {
    self.version = version
    self.recorded = recorded
    self.claimed = claimed
    self.actor = actor
  }

  /// When it happened, as far as is known.
  package var at: Instant { claimed ?? recorded }
}
