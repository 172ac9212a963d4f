/// A journal that lives as long as the process: for tests, and for a look without a record.
package actor MemoryJournal: Journal {
  private let clock: RecordClock
  private var chain: [RecordedEvent] = []
  private var versions: [StreamName: StreamVersion] = [:]
  private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
  private var waiterCount = 0

  package init(clock: RecordClock = .system) { self.clock = clock }

  @discardableResult
  package func append(_ appends: [StreamAppend]) async throws(JournalError) -> AppendReceipt {
    try AppendChecks.check(appends)
    return try seal(appends)
  }

  package func events(after position: EventPosition, limit: Int) async throws -> [RecordedEvent] {
    bounded(chain.dropFirst(Int(max(position.number, 0))), limit: limit)
  }

  package func events(
    of stream: StreamName, after version: StreamVersion, limit: Int
  ) async throws -> [RecordedEvent] {
    bounded(chain.lazy.filter { $0.stream == stream && $0.version > version }, limit: limit)
  }

  package func head() async throws -> JournalHead { currentHead }

  package func wait(past position: EventPosition) async throws {
    while currentHead.position <= position {
      try Task.checkCancellation()
      waiterCount += 1
      let waiter = waiterCount
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          // Cancelled before it was kept: the handler below found nothing to resume.
          if Task.isCancelled { continuation.resume() } else { waiters[waiter] = continuation }
        }
      } onCancel: {
        Task { await self.release(waiter) }
      }
    }
  }

  @discardableResult
  package func erase(
    payload: ContentHash, by actor: ActorName, reason: String
  ) async throws(JournalError) -> Tombstone {
    try AppendChecks.check(reason: reason, by: actor, place: "payload '\(payload)'")
    guard let index = chain.firstIndex(where: { $0.payloadHash == payload }) else {
      throw ErasureRules.noSuchPayload(payload)
    }
    let append = try ErasureRules.append(erasing: chain[index], by: actor, reason: reason)
    let receipt = try seal([append])
    let tombstone = ErasureRules.tombstone(of: receipt, reason: reason)
    chain[index] = chain[index].with(payload: .erased(tombstone))
    return tombstone
  }

  package func storageProblems() async throws -> [String] { [] }

  private var currentHead: JournalHead { chain.last.map { JournalHead($0) } ?? .empty }

  private func seal(_ appends: [StreamAppend]) throws(JournalError) -> AppendReceipt {
    var sealer = ChainSealer(after: currentHead, recorded: clock.now)
    for append in appends { try sealer.seal(append, at: versions[append.stream] ?? .none) }
    for event in sealer.events { versions[event.stream] = event.version }
    chain += sealer.events
    for waiter in waiters.values { waiter.resume() }
    waiters = [:]
    return sealer.receipt
  }

  private func bounded(_ events: some Sequence<RecordedEvent>, limit: Int) -> [RecordedEvent] {
    var batch = ReadBatch(limit: limit)
    for event in events { if !batch.take(event) { break } }
    return batch.events
  }

  private func release(_ waiter: Int) { waiters.removeValue(forKey: waiter)?.resume() }
}
