internal import Chronology
internal import Foundation
internal import GRDB
internal import Incidents
internal import Journal
internal import Postmortems

/// How a batch of events changes the views: folded in memory, each touched row written once.
///
/// The same rows come of the same events however they are cut into batches.
struct ViewProjection {
  /// Rows of the clock that one statement writes.
  private static let clockRows = 200
  private static let shelved = [
    "maintenance", "near-miss", "guard", "checklist", "plan", "scenario", "drill", "reading",
  ]
  /// Streams of their own kind, of which a record has one each.
  private static let single: Set<String> = ["policy", "components", "roster"]

  private let db: Database
  private var policy: Policy
  private var incidents: [Int: WorkingIncident] = [:]
  private var postmortems: [Int: WorkingPostmortem] = [:]
  /// Later instants at later positions: an event recorded before its predecessors, by a clock that was set back, takes
  /// their place.
  private var clock: [(recorded: Int64, position: Int64)] = []
  private var clockStart = Int64.max
  private(set) var erasureCount: Int64 = 0

  init(db: Database) throws {
    self.db = db
    policy = try ShelvedEvents.policy(db, upTo: nil).policy
  }

  mutating func apply(_ read: ReadEvent) throws {
    let event = read.event
    note(event)
    let stream = event.stream
    if let number = stream.number(in: "incident") {
      try withIncident(number, opened: event.position.number) { incident, policy in
        incident.apply(read, policy: policy)
      }
    } else if let number = stream.number(in: "postmortem") {
      var postmortem =
        try postmortems.removeValue(forKey: number) ?? WorkingPostmortem(number, in: db)
        ?? WorkingPostmortem(number: number, incident: linked(to: number), recorded: event.recorded)
      try postmortem.apply(event, read.postmortem, in: db)
      postmortems[number] = postmortem
    } else if Self.single.contains(stream.text) {
      try ShelvedEvents.keep(event, category: stream.text, number: 0, in: db)
      if stream.text == "policy" { try changePolicy(event) }
    } else if stream == Erasure.stream {
      erasureCount += 1
    } else {
      for category in Self.shelved {
        guard let number = stream.number(in: category) else { continue }
        try ShelvedEvents.keep(event, category: category, number: number, in: db)
      }
    }
  }

  /// Writes everything back that the batch changed.
  func flush() throws {
    if let first = clock.first {
      try db.cachedStatement(sql: "DELETE FROM clock WHERE recorded >= ?")
        .execute(arguments: [min(first.recorded, clockStart)])
      try writeClock()
    }
    let policy = policy
    let numbers = incidents.sorted { $0.key < $1.key }
    try RowMaking.each(of: numbers) {
      try IncidentRows($0.value, number: $0.key, policy: policy)
    } write: {
      try $0.write(in: db)
    }
    let touched = postmortems.values.sorted { $0.number < $1.number }
    for postmortem in touched { try postmortem.write(in: db) }
    try RowMaking.each(of: touched) {
      try LessonRows($0)
    } write: {
      try $0?.write(in: db)
    }
  }

  /// Many rows with one statement: nearly every event has one.
  private func writeClock() throws {
    for start in stride(from: 0, to: clock.count, by: Self.clockRows) {
      let part = clock[start..<min(start + Self.clockRows, clock.count)]
      let places = Array(repeating: "(?, ?)", count: part.count).joined(separator: ", ")
      try db.cachedStatement(sql: "INSERT INTO clock VALUES \(places)").execute(
        arguments: StatementArguments(part.flatMap { [$0.recorded, $0.position] }))
    }
  }

  private mutating func note(_ event: RecordedEvent) {
    let recorded = event.recorded.nanoseconds
    clockStart = min(clockStart, recorded)
    while let last = clock.last, last.recorded >= recorded { clock.removeLast() }
    clock.append((recorded, event.position.number))
  }

  private mutating func withIncident(
    _ number: Int, opened: Int64, _ body: (inout WorkingIncident, Policy) throws -> Void
  ) throws {
    var incident =
      try incidents.removeValue(forKey: number) ?? WorkingIncident(number, in: db)
      ?? WorkingIncident(number: number, opened: opened)
    try body(&incident, policy)
    incidents[number] = incident
  }

  /// Words that are due hang on the policy: every incident that still owes one is looked at again.
  private mutating func changePolicy(_ event: RecordedEvent) throws {
    policy = try ShelvedEvents.policy(db, upTo: nil).policy
    let owing = try Int.fetchAll(db, sql: "SELECT number FROM incidents WHERE isOwing = 1")
    for number in Set(owing).union(incidents.keys) {
      try withIncident(number, opened: event.position.number) { incident, policy in
        incident.list(event.position.number, event.recorded, policy: policy)
      }
    }
  }

  /// The incident's events come first in an append: a postmortem whose text was erased still has its place.
  private func linked(to postmortem: Int) throws -> Int? {
    if let known = incidents.first(where: { $0.value.outline.postmortem == postmortem }) { return known.key }
    return try Int.fetchOne(
      db, sql: "SELECT number FROM incidents WHERE postmortem = ? ORDER BY number", arguments: [postmortem])
  }
}
