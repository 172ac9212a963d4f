internal import Journal
internal import Testing

extension JournalConformance {
  /// A follower gets what is there and then what comes, in order and once.
  package func follows() async throws {
    let journal = try await makeJournal(.fixed)
    try await journal.append([.note("1"), .note("2"), .note("3")], to: .shop, expecting: .noStream)
    let follower = Task {
      var seen: [String] = []
      for try await event in journal.follow(after: EventPosition(1)) {
        seen.append(event.text)
        if seen.count == 4 { break }
      }
      return seen
    }
    try await journal.append([.note("4")], to: .bank, expecting: .noStream)
    try await journal.append([.note("5")], to: .shop, expecting: .any)
    #expect(try await follower.value == ["2", "3", "4", "5"])
  }

  /// Waiting ends with its task.
  package func stopsWaitingWhenCancelled() async throws {
    let journal = try await makeJournal(.fixed)
    let waiting = Task { try await journal.wait(past: .start) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }

  /// A request that was cancelled does not undo the append that it began.
  package func appendsForCancelledTasks() async throws {
    let journal = try await makeJournal(.fixed)
    let request = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await journal.append([.note("said")], to: .shop, expecting: .noStream)
    }
    #expect(try await request.value.head.position == EventPosition(1))
    #expect(try await journal.events(after: .start, limit: 10).map(\.text) == ["said"])
  }
}
