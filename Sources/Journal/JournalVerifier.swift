/// Walks a journal from its first event to its last and says whether it is what was written.
package struct JournalVerifier: Sendable {
  private let batchEvents: Int

  package init(batchEvents: Int = 256) { self.batchEvents = batchEvents }

  /// Checks every event, then the store below them; stops at the first damage.
  ///
  /// `knownHead` is the hash of an event that must be there, noted down earlier elsewhere: the chain itself cannot tell
  /// that its newest events were cut off.
  /// - Throws: what reading throws, but for damage, which is what the report is about.
  package func verify(
    _ journal: any Journal, knownHead: ContentHash? = nil
  ) async throws -> VerificationReport {
    var walk = ChainWalk(awaiting: knownHead)
    do {
      if let damage = try await check(journal, with: &walk) { return walk.report(damage) }
      if let problem = try await journal.storageProblems().first {
        return walk.report(JournalDamage(.storage, position: nil, message: problem))
      }
    } catch let error as JournalError where error.code == .damaged {
      return walk.report(JournalDamage(.unreadable, position: walk.head.position.next, message: error.message))
    }
    return walk.report(
      walk.awaitedHash.map {
        JournalDamage(
          .cutOff, position: walk.head.position.next, message: "no event has the hash '\($0)' that was noted")
      })
  }

  private func check(_ journal: any Journal, with walk: inout ChainWalk) async throws -> JournalDamage? {
    while case let batch = try await nextEvents(of: journal, after: walk.head.position), !batch.isEmpty {
      for event in batch { if let damage = walk.check(event) { return damage } }
    }
    // An erasure while the walk was under way: its event was passed while it still had its payload.
    for position in walk.eventsToReadAgain {
      let event = try await journal.events(after: position.previous, limit: 1).first
      if let damage = walk.checkAgain(position, found: event) { return damage }
    }
    return walk.damageAtEnd
  }

  /// One event alone where a whole batch cannot be read, so that the damage is found at its own event.
  private func nextEvents(of journal: any Journal, after position: EventPosition) async throws -> [RecordedEvent] {
    do {
      return try await journal.events(after: position, limit: batchEvents)
    } catch let error as JournalError where error.code == .damaged {
      return try await journal.events(after: position, limit: 1)
    }
  }
}
