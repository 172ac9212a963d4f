package import Chronology

/// A fact in the journal: a link of the chain, with its payload where that is still kept.
package struct RecordedEvent: Hashable, Sendable {
  package let position: EventPosition
  package let stream: StreamName
  package let version: StreamVersion
  /// When the journal took it in, by the clock of the machine that did.
  package let recorded: Instant
  /// When it happened, as far as somebody said so.
  package let claimed: Instant?
  package let actor: ActorName
  package let kind: EventKind
  package let payloadHash: ContentHash
  /// ``hash`` of the event before; ``ContentHash/zero`` in the first.
  package let previousHash: ContentHash
  package let hash: ContentHash
  package let payload: EventPayload

  /// A link read from a store, not checked.
  package init(
    position: EventPosition, stream: StreamName, version: StreamVersion, recorded: Instant, claimed: Instant?,
    actor: ActorName, kind: EventKind, payloadHash: ContentHash, previousHash: ContentHash, hash: ContentHash,
    payload: EventPayload
  ) {
    self.position = position
    self.stream = stream
    self.version = version
    self.recorded = recorded
    self.claimed = claimed
    self.actor = actor
    self.kind = kind
    self.payloadHash = payloadHash
    self.previousHash = previousHash
    self.hash = hash
    self.payload = payload
  }

  /// SHA-256 over the ``CanonicalBytes`` of ten fields, in this order: `mayday.event.1`; position in decimal digits; stream;
  /// version in decimal digits; recorded as RFC 3339; claimed as RFC 3339 or empty; actor; kind as `name/version`; the
  /// 32 bytes of the payload hash; the 32 bytes of the previous hash.
  package var computedHash: ContentHash {
    var canonical = CanonicalBytes()
    canonical.append("mayday.event.1")
    canonical.append(position.description)
    canonical.append(stream.text)
    canonical.append(version.description)
    canonical.append(recorded.rfc3339)
    canonical.append(claimed?.rfc3339 ?? "")
    canonical.append(actor.text)
    canonical.append(kind.description)
    canonical.append(payloadHash.bytes)
    canonical.append(previousHash.bytes)
    return canonical.hash
  }

  /// The same link with another state of its payload.
  package func with(payload: EventPayload) -> RecordedEvent {
    RecordedEvent(
      position: position, stream: stream, version: version, recorded: recorded, claimed: claimed, actor: actor,
      kind: kind, payloadHash: payloadHash, previousHash: previousHash, hash: hash, payload: payload)
  }
}

/// What became of an event's payload.
package enum EventPayload: Hashable, Sendable {
  case kept(SealedPayload)
  case erased(Tombstone)
  /// Neither the payload nor a tombstone is there: the record was damaged.
  case missing

  /// The JSON, where it is still kept.
  package var bytes: [UInt8]? {
    guard case .kept(let sealed) = self else { return nil }
    return sealed.bytes
  }
}
