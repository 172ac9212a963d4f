package import Chronology
internal import Foundation

/// What stands in place of an erased payload: who erased it, when and why.
///
/// It is derived from an event of its own, ``Erasure``, so that an erasure is part of the chain: a payload that is gone
/// without one is damage.
package struct Tombstone: Hashable, Sendable {
  /// Of the event that says so.
  package let erasure: EventPosition
  package let erased: Instant
  package let by: ActorName
  package let reason: String

  package init(erasure: EventPosition, erased: Instant, by: ActorName, reason: String) {
    self.erasure = erasure
    self.erased = erased
    self.by = by
    self.reason = reason
  }
}

/// The payload of the event that records an erasure.
package struct Erasure: Codable, Hashable, Sendable {
  package static let kind = EventKind("payload-erased", version: 1)
  package static let stream = StreamName("erasures")

  /// Position of the event whose payload was erased.
  package let event: Int64
  package let reason: String

  package init(event: EventPosition, reason: String) {
    self.event = event.number
    self.reason = reason
  }

  /// Reads the payload of an event of this kind; nil for other kinds and for what cannot be read.
  package init?(_ event: RecordedEvent) {
    guard event.kind == Self.kind, let bytes = event.payload.bytes,
      let erasure = try? JSONDecoder().decode(Erasure.self, from: Data(bytes))
    else { return nil }
    self = erasure
  }

  /// The event that says so, for the stream ``stream``.
  package func newEvent(by actor: ActorName) throws -> NewEvent {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return NewEvent(kind: Self.kind, actor: actor, payload: Array(try encoder.encode(self)))
  }
}
