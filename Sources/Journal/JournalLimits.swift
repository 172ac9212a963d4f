/// Bounds on what is appended and read.
///
/// A journal checks them before it writes anything.
package enum JournalLimits {
  /// Bytes of a stream's or a kind's name.
  package static let nameBytesMax = 100
  /// Bytes of an actor's name.
  package static let actorBytesMax = 200
  /// Bytes of one payload: a timeline of a large incident with its excerpts fits several times over.
  package static let payloadBytesMax = 64 << 20
  /// Events of one append, over all its streams.
  package static let eventsPerAppendMax = 1000
  /// Bytes of the reason given for an erasure.
  package static let reasonBytesMax = 1000
  /// Events that one read returns at most, whatever was asked for.
  package static let eventsPerReadMax = 1000
  /// A read stops after the event with which its payloads pass this many bytes.
  package static let payloadBytesPerRead = 64 << 20
}
