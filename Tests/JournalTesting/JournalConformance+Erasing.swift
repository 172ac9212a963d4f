internal import Chronology
internal import Journal
internal import Testing

extension JournalConformance {
  /// An erased payload is gone, the tombstone says who, when and why, and the chain verifies as before.
  package func erases() async throws {
    let journal = try await makeJournal(.fixed)
    try await journal.append([.note("keep"), .note("secret")], to: .shop, expecting: .noStream)
    let secret = try await journal.events(after: EventPosition(1), limit: 1)[0]
    let tombstone = try await journal.erase(payload: secret.payloadHash, by: .tester, reason: "holds a password")
    #expect(tombstone.by == .tester)
    #expect(tombstone.reason == "holds a password")
    #expect(tombstone.erasure == EventPosition(3))
    #expect(tombstone.erased.rfc3339 == "2026-03-01T12:00:00.000001Z")

    let all = try await journal.events(after: .start, limit: 10)
    #expect(all.count == 3)
    #expect(all[0].text == "keep")
    #expect(all[1] == secret.with(payload: .erased(tombstone)))
    #expect(Erasure(all[2]) == Erasure(event: EventPosition(2), reason: "holds a password"))
    let report = try await JournalVerifier().verify(journal)
    #expect(report == VerificationReport(eventCount: 3, erasedCount: 1, head: JournalHead(all[2]), damage: nil))
  }

  /// What is gone, is not there, or says what was erased cannot be erased; a reason must be given.
  package func refusesErasures() async throws {
    let journal = try await makeJournal(.fixed)
    let receipt = try await journal.append([.note("a"), .note("b")], to: .shop, expecting: .noStream)
    let payload = receipt.events[0].payloadHash
    try await journal.erase(payload: payload, by: .tester, reason: "was asked to")
    let saying = try await journal.events(after: EventPosition(2), limit: 1)[0]
    let other = receipt.events[1].payloadHash
    let cases: [(ContentHash, String, JournalError.Code)] = [
      (payload, "again", .notErasable),
      (saying.payloadHash, "tracks", .notErasable),
      (.zero, "nothing", .noSuchPayload),
      (other, "  ", .malformedAppend),
      (other, "a\u{0}b", .malformedAppend),
    ]
    for (payload, reason, code) in cases {
      let error = await #expect(throws: JournalError.self) {
        try await journal.erase(payload: payload, by: .tester, reason: reason)
      }
      #expect(error?.code == code)
    }
    #expect(try await journal.head().position == EventPosition(3))
  }
}
