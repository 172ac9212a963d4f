internal import Chronology
package import Journal
internal import Testing

/// What every journal must do, whatever it is stored in: a test target makes one from a factory and runs its methods.
///
/// Each method works on a fresh journal.
package struct JournalConformance: Sendable {
  /// A fresh, empty journal that reads the given clock.
  package typealias Factory = @Sendable (RecordClock) async throws -> any Journal

  let makeJournal: Factory

  package init(_ makeJournal: @escaping Factory) { self.makeJournal = makeJournal }

  /// Events come back in order, with what was said, when it was recorded and where they stand.
  package func appendsAndReads() async throws {
    let journal = try await makeJournal(.fixed)
    let claimed = try #require(Instant(rfc3339: "2012-08-01T13:30:00.250Z"))
    var event = NewEvent.note("first")
    event.claimed = claimed
    try await journal.append([event, .note("second")], to: .shop, expecting: .noStream)
    try await journal.append([.note("elsewhere")], to: .bank, expecting: .noStream)
    let receipt = try await journal.append([.note("third")], to: .shop, expecting: .exactly(StreamVersion(2)))

    let all = try await journal.events(after: .start, limit: 10)
    #expect(all.map(\.text) == ["first", "second", "elsewhere", "third"])
    #expect(all.map(\.position.number) == [1, 2, 3, 4])
    #expect(all.map(\.version.number) == [1, 2, 1, 3])
    #expect(all.map(\.recorded.rfc3339) == Array(repeating: "2026-03-01T12:00:00.000001Z", count: 4))
    #expect(all.map { $0.claimed?.rfc3339 } == ["2012-08-01T13:30:00.250Z", nil, nil, nil])
    #expect(receipt.events == [all[3]])
    let head = try await journal.head()
    #expect(head == JournalHead(all[3]))
    #expect(receipt.head == head)
    let shop = try await journal.events(of: .shop, after: StreamVersion(1), limit: 10)
    #expect(shop.map(\.text) == ["second", "third"])
  }

  /// An empty journal has an empty head, no events, and verifies.
  package func startsEmpty() async throws {
    let journal = try await makeJournal(.fixed)
    #expect(try await journal.head() == .empty)
    #expect(try await journal.events(after: .start, limit: 10).isEmpty)
    #expect(try await journal.events(of: .shop, after: .none, limit: 10).isEmpty)
    let report = try await JournalVerifier().verify(journal)
    #expect(report == VerificationReport(eventCount: 0, erasedCount: 0, head: .empty, damage: nil))
  }

  /// A writer with an outdated idea of a stream is told both versions, and nothing of its append is there.
  package func refusesConflicts() async throws {
    let journal = try await makeJournal(.fixed)
    try await journal.append([.note("one"), .note("two")], to: .shop, expecting: .any)
    for expected in [ExpectedVersion.noStream, .exactly(StreamVersion(1)), .exactly(StreamVersion(3))] {
      let error = await #expect(throws: JournalError.self) {
        try await journal.append([
          StreamAppend(stream: .bank, expected: .noStream, events: [.note("aside")]),
          StreamAppend(stream: .shop, expected: expected, events: [.note("three")]),
        ])
      }
      #expect(error?.code == .wrongExpectedVersion(expected: expected, actual: StreamVersion(2)))
    }
    #expect(try await journal.events(after: .start, limit: 10).map(\.text) == ["one", "two"])
  }

  /// Of many writers who expect the same version, one gets through; all who expect nothing do.
  package func ordersConcurrentWriters() async throws {
    let journal = try await makeJournal(.fixed)
    let accepted = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<16 {
        group.addTask {
          (try? await journal.append([.note("\(number)")], to: .shop, expecting: .noStream)) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(accepted == 1)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<16 {
        group.addTask { try await journal.append([.note("\(number)")], to: .shop, expecting: .any) }
      }
      try await group.waitForAll()
    }
    let report = try await JournalVerifier(batchEvents: 3).verify(journal)
    #expect(report.eventCount == 17)
    #expect(report.damage == nil)
  }

  /// What passes a limit or breaks a rule for names is refused, and nothing is written.
  package func refusesWhatIsOutOfBounds() async throws {
    let journal = try await makeJournal(.fixed)
    let long = String(repeating: "n", count: JournalLimits.nameBytesMax + 1)
    let large = [UInt8](repeating: 32, count: JournalLimits.payloadBytesMax + 1)
    let many = Array(repeating: NewEvent.note("x"), count: JournalLimits.eventsPerAppendMax + 1)
    let note = [NewEvent.note("x")]
    let cases: [(StreamAppend, JournalError.Code)] = [
      (.shop(note, in: "Shop"), .invalidName),
      (.shop(note, in: ""), .invalidName),
      (.shop(note, in: long), .limitPassed(limit: JournalLimits.nameBytesMax, actual: long.count)),
      (.shop([NewEvent(kind: EventKind("a/b", version: 1), actor: .tester, payload: [])]), .invalidName),
      (.shop([NewEvent(kind: EventKind("a", version: 0), actor: .tester, payload: [])]), .invalidName),
      (.shop([NewEvent(kind: EventKind("a", version: 1), actor: ActorName("a\nb"), payload: [])]), .invalidName),
      (
        .shop([NewEvent(kind: EventKind("a", version: 1), actor: .tester, payload: large)]),
        .limitPassed(limit: JournalLimits.payloadBytesMax, actual: large.count)
      ),
      (.shop(many), .limitPassed(limit: JournalLimits.eventsPerAppendMax, actual: many.count)),
      (.shop([]), .malformedAppend),
    ]
    for (append, code) in cases {
      let error = await #expect(throws: JournalError.self) { try await journal.append([append]) }
      #expect(error?.code == code)
    }
    let twice = await #expect(throws: JournalError.self) { try await journal.append([.shop(note), .shop(note)]) }
    #expect(twice?.code == .malformedAppend)
    #expect(try await journal.head() == .empty)
  }

  /// Reads are bounded and go on where the last one stopped.
  package func readsInBatches() async throws {
    let journal = try await makeJournal(.fixed)
    try await journal.append((1...7).map { .note("\($0)") }, to: .shop, expecting: .noStream)
    var position = EventPosition.start
    var batches: [[String]] = []
    while case let batch = try await journal.events(after: position, limit: 3), let last = batch.last {
      batches.append(batch.map(\.text))
      position = last.position
    }
    #expect(batches == [["1", "2", "3"], ["4", "5", "6"], ["7"]])
    #expect(try await journal.events(of: .shop, after: StreamVersion(5), limit: 1).map(\.text) == ["6"])
  }
}
