package import Chronology

/// Everything that Mayday knows, as events in one order: appended, read, followed; never changed.
///
/// Every implementation passes the conformance suite in `Tests/JournalTesting`. Reads return whole events in order and
/// see every append that returned before they began, by whatever process. They throw ``JournalError``, or
/// `CancellationError` when their task is cancelled.
package protocol Journal: Sendable {
  /// Appends to one or more streams, all or nothing, durable on return.
  ///
  /// A cancelled task does not undo an append that has begun. Nothing is written when any expectation or limit fails.
  /// - Throws: ``JournalError`` with the code `wrongExpectedVersion` when a stream is not at the version its writer
  ///   expects; others for limits, names and the storage below.
  @discardableResult
  func append(_ appends: [StreamAppend]) async throws(JournalError) -> AppendReceipt

  /// The events after a position, oldest first; fewer than `limit` where their payloads are large, none only at the end.
  func events(after position: EventPosition, limit: Int) async throws -> [RecordedEvent]

  /// The events of one stream after a version, oldest first; bounded like ``events(after:limit:)``.
  func events(of stream: StreamName, after version: StreamVersion, limit: Int) async throws -> [RecordedEvent]

  func head() async throws -> JournalHead

  /// Returns when there is an event past `position`, at once where there is one already.
  func wait(past position: EventPosition) async throws

  /// Removes a payload for good and leaves a tombstone; the chain still verifies.
  ///
  /// The erasure is appended as an event of its own, in the same transaction.
  @discardableResult
  func erase(payload: ContentHash, by actor: ActorName, reason: String) async throws(JournalError) -> Tombstone

  /// What is wrong with the store below the chain, a sentence each; empty when nothing is.
  func storageProblems() async throws -> [String]
}

extension Journal {
  /// Appends to one stream.
  @discardableResult
  package func append(
    _ events: [NewEvent], to stream: StreamName, expecting expected: ExpectedVersion
  ) async throws(JournalError) -> AppendReceipt {
    try await append([StreamAppend(stream: stream, expected: expected, events: events)])
  }

  /// The events after a position and then every new one, until the task is cancelled.
  package func follow(after position: EventPosition) -> FollowedEvents {
    FollowedEvents(journal: self, after: position)
  }
}

/// Where the journal ends.
package struct JournalHead: Hashable, Sendable {
  /// Of the newest event, which is also how many there are.
  package let position: EventPosition
  /// Of the newest event; ``ContentHash/zero`` when there is none.
  package let hash: ContentHash
  /// When the newest event was recorded.
  package let recorded: Instant?

  package init(position: EventPosition, hash: ContentHash, recorded: Instant?) {
    self.position = position
    self.hash = hash
    self.recorded = recorded
  }

  /// The head of a journal without events.
  package static let empty = JournalHead(position: .start, hash: .zero, recorded: nil)

  /// The head that ends in `event`.
  package init(_ event: RecordedEvent) {
    self.init(position: event.position, hash: event.hash, recorded: event.recorded)
  }
}

/// What an append left behind.
package struct AppendReceipt: Hashable, Sendable {
  /// The events, in order.
  package let events: [RecordedEvent]
  /// The journal's head right after them.
  package let head: JournalHead

  package init(events: [RecordedEvent], head: JournalHead) {
    self.events = events
    self.head = head
  }
}
