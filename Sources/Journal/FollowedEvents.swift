/// The events after a position, and then every new one as it comes.
package struct FollowedEvents: AsyncSequence, Sendable {
  private let journal: any Journal
  private let position: EventPosition

  init(journal: any Journal, after position: EventPosition) {
    self.journal = journal
    self.position = position
  }

  package func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(journal: journal, position: position)
  }

  /// Reads in batches and waits at the end.
  package struct AsyncIterator: AsyncIteratorProtocol {
    private static let batchEvents = 100

    private let journal: any Journal
    private var position: EventPosition
    /// Newest first, so that the oldest is cheap to take.
    private var batch: [RecordedEvent] = []

    init(journal: any Journal, position: EventPosition) {
      self.journal = journal
      self.position = position
    }

    package mutating func next() async throws -> RecordedEvent? {
      while batch.isEmpty {
        try await journal.wait(past: position)
        batch = try await journal.events(after: position, limit: Self.batchEvents).reversed()
      }
      let event = batch.removeLast()
      position = event.position
      return event
    }
  }
}
