import Chronology
import Journal
import JournalTesting
import Testing

/// Damage that a store could hand out, each found with its place.
///
/// The stores' own tests flip bytes in real files.
struct JournalVerifierTests {
  @Test(arguments: [
    Tampering(.wrongPosition, 2, "an event was taken out") { $0.events.remove(at: 1) },
    Tampering(.wrongHash, 2, "the actor was changed") { $0.events[1].change(actor: ActorName("nobody")) },
    Tampering(.wrongHash, 2, "an instant was claimed later") { $0.events[1].change(claimed: Instant(seconds: 5)) },
    Tampering(.wrongPreviousHash, 3, "an event was changed and given a hash that fits") {
      $0.events[1].change(actor: ActorName("nobody"), isRehashed: true)
    },
    Tampering(.wrongVersion, 4, "an event was moved on in its stream, and all hashes were made to fit") {
      $0.events[3].change(version: StreamVersion(9), isRehashed: true)
    },
    Tampering(.wrongPayload, 3, "the payload was changed") {
      $0.events[2] = $0.events[2].with(payload: .kept(SealedPayload(sealing: Array("\"other\"".utf8))))
    },
    Tampering(.payloadMissing, 3, "the payload was taken out") {
      $0.events[2] = $0.events[2].with(payload: .missing)
    },
    Tampering(.wrongTombstone, 3, "the payload was taken out behind a tombstone that nothing records") {
      let tombstone = Tombstone(erasure: EventPosition(4), erased: $0.events[3].recorded, by: .tester, reason: "so")
      $0.events[2] = $0.events[2].with(payload: .erased(tombstone))
    },
    Tampering(.wrongTombstone, 1, "a tombstone says another reason than the chain") {
      let tombstone = Tombstone(erasure: EventPosition(5), erased: $0.events[4].recorded, by: .tester, reason: "so")
      $0.events[0] = $0.events[0].with(payload: .erased(tombstone))
    },
    Tampering(.payloadBack, 1, "an erased payload was put back") { $0.events[0] = $0.original },
  ])
  func `damage is found where it is`(_ tampering: Tampering) async throws {
    var chain = try await SampleChain()
    tampering.change(&chain)
    let report = try await JournalVerifier(batchEvents: 2).verify(FrozenJournal(events: chain.events))
    #expect(report.damage?.code == tampering.code)
    #expect(report.damage?.position == EventPosition(tampering.position))
  }

  @Test func `events cut off the end are missed when the head was noted elsewhere`() async throws {
    let events = try await SampleChain().events
    let noted = events[4].hash
    #expect(try await JournalVerifier().verify(FrozenJournal(events: events), knownHead: noted).damage == nil)
    let shorter = FrozenJournal(events: try await SampleChain(isErased: false).events.dropLast())
    #expect(try await JournalVerifier().verify(shorter, knownHead: noted).damage?.code == .cutOff)
  }

  @Test func `an erasure while the walk is under way is no damage`() async throws {
    let chain = try await SampleChain()
    var asBefore = chain.events
    asBefore[0] = chain.original
    let journal = FrozenJournal(events: asBefore, readAgain: chain.events[0])
    #expect(try await JournalVerifier(batchEvents: 2).verify(journal).damage == nil)
  }

  @Test func `what the store says of itself is damage`() async throws {
    let journal = FrozenJournal(events: [], problems: ["page 7 is torn"])
    let damage = try await JournalVerifier().verify(journal).damage
    #expect(damage == JournalDamage(.storage, position: nil, message: "page 7 is torn"))
  }
}
