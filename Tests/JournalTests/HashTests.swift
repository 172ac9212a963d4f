import Chronology
import Journal
import Testing

/// The chain must verify with other programs and in later years: these values were computed apart from this code
/// (Python's `hashlib` over the documented fields).
struct HashTests {
  @Test func `a payload's hash covers salt and bytes as documented`() {
    let payload = SealedPayload(salt: Array(0..<16), bytes: Array(#"{"title":"Checkout is down"}"#.utf8))
    #expect(payload.hash.description == "f34d045d089de14d5aff21c45563e0759fdb499452eb94023171a53c85149d48")
  }

  @Test(arguments: [
    (nil, "4352b2fc36782c684e5a7acb547583262adf85a2ed4bc71602423c5713179938"),
    ("2026-03-01T11:58:30.5Z", "465a5cb149113bd28896a5a9eb19951b9c948731589d918186a72129b0d6bf08"),
  ])
  func `an event's hash covers its ten fields as documented`(claimed: String?, expected: String) throws {
    let payload = SealedPayload(salt: Array(0..<16), bytes: Array(#"{"title":"Checkout is down"}"#.utf8))
    let event = RecordedEvent(
      position: EventPosition(12), stream: StreamName("incident-3"), version: StreamVersion(4),
      recorded: try #require(Instant(rfc3339: "2026-03-01T12:00:00.000001Z")),
      claimed: claimed.flatMap { Instant(rfc3339: $0) }, actor: ActorName("Zoë"),
      kind: EventKind("incident-recorded", version: 1), payloadHash: payload.hash, previousHash: .zero, hash: .zero,
      payload: .kept(payload))
    #expect(event.computedHash.description == expected)
  }

  @Test(arguments: [
    ("00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF", true),
    ("00112233445566778899aabbccddeeff00112233445566778899aabbccddee", false),
    ("g0112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", false),
  ])
  func `a hash is read from 64 hexadecimal digits and nothing else`(text: String, isHash: Bool) {
    #expect(ContentHash(hex: text)?.description == (isHash ? text.lowercased() : nil))
  }

  @Test(arguments: [
    ("incident-recorded/1", true), ("incident-recorded", false), ("incident-recorded/0", false),
    ("incident-recorded/01", false), ("/1", false), ("a/1/2", false),
  ])
  func `a kind is read as it is written`(text: String, isKind: Bool) {
    #expect(EventKind(parsing: text)?.description == (isKind ? text : nil))
  }
}
