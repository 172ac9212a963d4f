import Accounts
import Chronology
import Composition
import Desk
import Foundation
import Incidents
import Journal
import JournalSQLite
import RecordViews

/// Times of opening, building views again, and reading, as a server would do it.
struct Measurement {
  let file: String

  func run() async throws {
    let caller = Caller.local("bench")
    let eventCount = try await SQLiteJournal(path: file, access: .existing).head().position.number
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + ".views" + suffix) }
    let before = Stopwatch.processorSeconds
    let rebuilt = try await Stopwatch.seconds { _ = try await DeskOpening.open(record: file).home(for: caller) }
    let worked = Stopwatch.processorSeconds - before
    print(
      "rebuild of \(eventCount) events: \(Stopwatch.shown(rebuilt)), \(Int(Double(eventCount) / rebuilt)) events/s; processor time \(Stopwatch.shown(worked)), \(Int(Double(eventCount) / worked)) events/s"
    )
    let opened = try await Stopwatch.seconds { _ = try await DeskOpening.open(record: file).home(for: caller) }
    print("open with current views, first page: \(Stopwatch.shown(opened))")
    let desk = try DeskOpening.open(record: file)
    let (largest, middle) = try await places()
    try await measure("home") { _ = try await desk.home(for: caller) }
    try await measure("home as of") { _ = try await desk.home(for: caller, asOf: middle) }
    try await measure("list of 50") { _ = try await desk.incidents(IncidentQuery(), for: caller) }
    try await measure("list of 200") { _ = try await desk.incidents(IncidentQuery(limit: 200), for: caller) }
    try await measure("list by words") {
      _ = try await desk.incidents(IncidentQuery(words: "checkout retry host"), for: caller)
    }
    try await measure("list as of") { _ = try await desk.incidents(IncidentQuery(asOf: middle), for: caller) }
    try await measure("list for a reader") {
      _ = try await desk.incidents(
        IncidentQuery(), for: Caller(account: "ben", displayName: "Ben", role: .reader, origin: .local))
    }
    try await measure("largest incident, \(largest.version) events") {
      _ = try await desk.incident(largest.id, for: caller)
    }
    try await measure("largest incident as of its middle") {
      _ = try await desk.incident(largest.id, for: caller, asOf: largest.middle)
    }
    try await measure("incident of usual size as of") {
      _ = try await desk.incident(IncidentID(number: 40), for: caller, asOf: middle)
    }
    try await measure("status report") { _ = try await desk.statusReport() }
    try await measure("status board") { _ = try await desk.statusBoard() }
    try await measure("changes, 500") { _ = try await desk.changes(after: eventCount / 2, limit: 500, for: caller) }
    try await measure("keeping time") { _ = try await desk.keepTime() }
  }

  private struct Largest {
    var id: IncidentID
    var version: Int64
    var middle: Instant
  }

  /// The incident with most events, and an instant in the middle of the record.
  private func places() async throws -> (Largest, Instant) {
    let journal = try SQLiteJournal(path: file, access: .existing)
    var position = EventPosition.start
    var largest = (number: 0, version: Int64(0))
    var middle: Instant?
    var instants: [Int: [Instant]] = [:]
    let half = try await journal.head().position.number / 2
    while true {
      let events = try await journal.events(after: position, limit: 1000)
      guard let last = events.last else { break }
      for event in events {
        if event.position.number == half { middle = event.recorded }
        guard let number = event.stream.number(in: "incident") else { continue }
        instants[number, default: []].append(event.recorded)
        if event.version.number > largest.version { largest = (number, event.version.number) }
      }
      position = last.position
    }
    let own = instants[largest.number] ?? []
    return (
      Largest(
        id: IncidentID(number: largest.number), version: largest.version,
        middle: own.isEmpty ? Instant(seconds: 0) : own[own.count / 2]), middle ?? Instant(seconds: 0)
    )
  }

  private func measure(_ name: String, _ body: () async throws -> Void) async throws {
    try await Stopwatch().measure(name) {
      try await body()
      return nil
    }
  }
}
