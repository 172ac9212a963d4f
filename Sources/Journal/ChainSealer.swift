package import Chronology

/// Turns new events into links of the chain, after its head.
package struct ChainSealer {
  package private(set) var head: JournalHead
  /// In order, all that were sealed.
  package private(set) var events: [RecordedEvent] = []
  private let recorded: Instant

  package init(after head: JournalHead, recorded: Instant) {
    self.head = head
    self.recorded = recorded
  }

  package var receipt: AppendReceipt { AppendReceipt(events: events, head: head) }

  /// Seals the events of one stream that is at `version` now; throws when their writer expected another.
  package mutating func seal(_ append: StreamAppend, at version: StreamVersion) throws(JournalError) {
    guard append.expected.allows(version) else {
      throw JournalError(
        .wrongExpectedVersion(expected: append.expected, actual: version), place: "stream '\(append.stream)'",
        message: "expected \(append.expected), found \(ExpectedVersion.exactly(version))",
        hint: "somebody appended in between; read the stream again")
    }
    var version = version
    for event in append.events {
      version = version.next
      let sealed = seal(event, stream: append.stream, version: version)
      head = JournalHead(sealed)
      events.append(sealed)
    }
  }

  private func seal(_ event: NewEvent, stream: StreamName, version: StreamVersion) -> RecordedEvent {
    let payload = SealedPayload(sealing: event.payload)
    let link = RecordedEvent(
      position: head.position.next, stream: stream, version: version, recorded: recorded, claimed: event.claimed,
      actor: event.actor, kind: event.kind, payloadHash: payload.hash, previousHash: head.hash, hash: .zero,
      payload: .kept(payload))
    return RecordedEvent(
      position: link.position, stream: stream, version: version, recorded: recorded, claimed: event.claimed,
      actor: event.actor, kind: event.kind, payloadHash: link.payloadHash, previousHash: head.hash,
      hash: link.computedHash, payload: link.payload)
  }
}
