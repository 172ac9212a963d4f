package import Chronology

/// A fact on its way into the journal.
package struct NewEvent: Sendable {
  package var kind: EventKind
  package var actor: ActorName
  /// When it happened, as far as somebody said so; the journal adds when it was recorded.
  package var claimed: Instant?
  /// JSON, kept byte for byte.
  package var payload: [UInt8]

  package init(kind: EventKind, actor: ActorName, claimed: Instant? = nil, payload: [UInt8]) {
    self.kind = kind
    self.actor = actor
    self.claimed = claimed
    self.payload = payload
  }
}

/// Events for one stream, with what their writer believes about it.
package struct StreamAppend: Sendable {
  package var stream: StreamName
  package var expected: ExpectedVersion
  /// At least one.
  package var events: [NewEvent]

  package init(stream: StreamName, expected: ExpectedVersion, events: [NewEvent]) {
    self.stream = stream
    self.expected = expected
    self.events = events
  }
}
