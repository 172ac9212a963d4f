import Chronology
import Foundation
import Incidents
import Journal
import JournalSQLite

/// Writes a record of a team's years: the same for the same numbers and seed, but for the salts of its payloads.
struct RecordGenerator {
  let incidentCount: Int
  let eventCount: Int
  let seed: UInt64

  /// Events that share an append and with it their instant of recording.
  private static let eventsPerAppend = 12
  private static let openAtOnce = 6

  func write(to file: String) async throws {
    let time = MovingClock(Instant(nanoseconds: 1_704_067_200_000_000_000, fractionDigits: 6))
    let journal = try SQLiteJournal(path: file, clock: RecordClock { time.now })
    var random = SplitMix(state: seed)
    let components = (1...24).map { ComponentDefinition(id: "part-\($0)", name: "Part \($0)") }
    try await journal.append([
      StreamAppend(
        stream: StreamName("policy"), expected: .noStream,
        events: [Self.event(try PolicyEvent.set(.standard).document())]),
      StreamAppend(
        stream: StreamName("components"), expected: .noStream,
        events: [Self.event(try ComponentEvent.listed(ComponentList(components: components)).document())]),
    ])
    var writer = AppendBuffer(journal: journal, written: 2)
    var waiting = sizes(&random).enumerated().map { (number: $0.offset + 1, size: $0.element) }[...]
    var open: [StoryTeller] = []
    while !open.isEmpty || !waiting.isEmpty {
      while open.count < Self.openAtOnce, let next = waiting.popFirst() {
        let isPrivate = next.number % 50 == 0
        let number = isPrivate ? 100_000 + next.number : next.number - next.number / 50
        open.append(
          StoryTeller(number: number, size: next.size, isPrivate: isPrivate, components: components.map(\.id)))
      }
      let index = Int(random.next() % UInt64(open.count))
      time.pass(seconds: Double(random.next() % 90_000) / 1000)
      writer.add(try open[index].next(at: time.now, &random), to: open[index].stream, at: open[index].written)
      if open[index].isDone { open.remove(at: index) }
      if writer.count >= Self.eventsPerAppend { try await writer.flush() }
    }
    try await writer.flush()
    print("\(writer.written) events, \(incidentCount) incidents")
  }

  /// Most are small; one takes days.
  private func sizes(_ random: inout SplitMix) -> [Int] {
    var sizes = (0..<incidentCount).map { _ in 1 + Int(random.next() % 100) }
    let large = [0.025] + Array(repeating: 0.005, count: 10)
    let left = Double(eventCount) * (1 - large.reduce(0, +))
    let scale = left / Double(sizes.reduce(0, +))
    sizes = sizes.map { max(4, Int(Double($0) * scale)) }
    for (index, share) in large.enumerated() where sizes.count > 100 {
      sizes[(index * 7919) % sizes.count] = Int(Double(eventCount) * share)
    }
    return sizes
  }

  static func event(_ document: EventDocument, claimed: Instant? = nil, by actor: String = "ana") -> NewEvent {
    NewEvent(
      kind: EventKind(document.kind, version: document.version), actor: ActorName(actor), claimed: claimed,
      payload: document.json)
  }
}

/// Collects events of several streams for one append.
struct AppendBuffer {
  let journal: SQLiteJournal
  var written: Int
  private var streams: [StreamName: StreamAppend] = [:]
  private(set) var count = 0

  init(journal: SQLiteJournal, written: Int) {
    self.journal = journal
    self.written = written
  }

  mutating func add(_ events: [NewEvent], to stream: StreamName, at version: Int64) {
    let expected: ExpectedVersion = version == 0 ? .noStream : .exactly(StreamVersion(version))
    streams[stream, default: StreamAppend(stream: stream, expected: expected, events: [])].events += events
    count += events.count
  }

  mutating func flush() async throws {
    guard !streams.isEmpty else { return }
    try await journal.append(streams.values.sorted { $0.stream.text < $1.stream.text })
    written += count
    streams = [:]
    count = 0
  }
}

/// A clock that only the generator moves.
final class MovingClock: @unchecked Sendable {
  // Read and moved under the lock alone.
  private let lock = NSLock()
  private var instant: Instant

  init(_ instant: Instant) { self.instant = instant }

  var now: Instant { lock.withLock { instant } }

  func pass(seconds: Double) { lock.withLock { instant = instant.advanced(bySeconds: seconds) } }
}

/// The same numbers for the same seed (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators").
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
