import Chronology
import Journal
import JournalTesting
import Testing

/// Four notes, of which the first was erased again, which the fifth event says.
struct SampleChain {
  var events: [RecordedEvent]
  /// The first event as it was before the erasure.
  let original: RecordedEvent

  init(isErased: Bool = true) async throws {
    let journal = MemoryJournal(clock: .fixed)
    let notes = ["first", "second", "third", "fourth"].map { NewEvent.note($0) }
    original = try await journal.append(notes, to: .shop, expecting: .noStream).events[0]
    if isErased { try await journal.erase(payload: original.payloadHash, by: .tester, reason: "was asked to") }
    events = try await journal.events(after: .start, limit: 10)
  }
}

/// One way to tamper with a ``SampleChain``, and what must be found.
struct Tampering: Sendable, CustomTestStringConvertible {
  let code: JournalDamage.Code
  let position: Int64
  let testDescription: String
  let change: @Sendable (inout SampleChain) -> Void

  init(
    _ code: JournalDamage.Code, _ position: Int64, _ description: String,
    change: @escaping @Sendable (inout SampleChain) -> Void
  ) {
    self.code = code
    self.position = position
    self.testDescription = description
    self.change = change
  }
}

extension RecordedEvent {
  /// Changes fields; the hash is the old one unless it is made to fit.
  mutating func change(
    version: StreamVersion? = nil, claimed: Instant? = nil, actor: ActorName? = nil, isRehashed: Bool = false
  ) {
    func link(hash: ContentHash) -> RecordedEvent {
      RecordedEvent(
        position: position, stream: stream, version: version ?? self.version, recorded: recorded,
        claimed: claimed ?? self.claimed, actor: actor ?? self.actor, kind: kind, payloadHash: payloadHash,
        previousHash: previousHash, hash: hash, payload: payload)
    }
    self = link(hash: isRehashed ? link(hash: hash).computedHash : hash)
  }
}

/// Hands out events as they are; after the end was reached, `readAgain` in place of the event at its position.
actor FrozenJournal: Journal {
  private var chain: [RecordedEvent]
  private let readAgain: RecordedEvent?
  private let problems: [String]

  init(events: [RecordedEvent], readAgain: RecordedEvent? = nil, problems: [String] = []) {
    chain = events
    self.readAgain = readAgain
    self.problems = problems
  }

  func events(after position: EventPosition, limit: Int) async throws -> [RecordedEvent] {
    let batch = chain.dropFirst(Int(position.number)).prefix(limit)
    if batch.isEmpty, let readAgain { chain[Int(readAgain.position.previous.number)] = readAgain }
    return Array(batch)
  }

  func storageProblems() async throws -> [String] { problems }

  func append(_ appends: [StreamAppend]) async throws(JournalError) -> AppendReceipt { throw Self.frozen }
  func events(of stream: StreamName, after version: StreamVersion, limit: Int) async throws -> [RecordedEvent] { [] }
  func head() async throws -> JournalHead { chain.last.map { JournalHead($0) } ?? .empty }
  func wait(past position: EventPosition) async throws { throw Self.frozen }
  func erase(payload: ContentHash, by: ActorName, reason: String) async throws(JournalError) -> Tombstone {
    throw Self.frozen
  }

  private static let frozen = JournalError(.readOnly, place: "test", message: "this journal is frozen")
}
