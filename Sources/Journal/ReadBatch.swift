/// Collects what one read returns, within the bounds of ``JournalLimits``.
package struct ReadBatch {
  package private(set) var events: [RecordedEvent] = []
  private let limit: Int
  private var payloadBytes = 0

  /// Takes `limit` events at most, and no more than ``JournalLimits/eventsPerReadMax``.
  package init(limit: Int) { self.limit = min(limit, JournalLimits.eventsPerReadMax) }

  /// Takes an event; false when the batch is full and it was left out.
  package mutating func take(_ event: RecordedEvent) -> Bool {
    guard events.count < limit, payloadBytes < JournalLimits.payloadBytesPerRead else { return false }
    payloadBytes += event.payload.bytes?.count ?? 0
    events.append(event)
    return true
  }
}
