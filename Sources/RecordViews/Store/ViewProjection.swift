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
  private static let shelved = ["maintenance", "near-miss", "guard", "checklist", "reading"]

  private let db: Database
  private var policy: Policy
  private var incidents: [Int: WorkingIncident] = [:]
  private var lessons = LessonRows()
  /// Later instants at later positions: an event recorded before its predecessors, by a clock that was set back, takes
  /// their place.
  private var clock: [(recorded: Int64, position: Int64)] = []
  private var clockStart = Int64.max
  private(set) var erasureCount: Int64 = 0

  init(db: Database) throws {
    self.db = db
    policy = try ShelvedEvents.policy(db, upTo: nil).policy
  }

  mutating func apply(_ event: RecordedEvent) throws {
    note(event)
    let stream = event.stream
    if let number = stream.number(in: "incident") {
      try withIncident(number, opened: event.position.number) { incident, policy in
        incident.apply(event, policy: policy)
      }
    } else if let number = stream.number(in: "postmortem") {
      // Read once for all that is made of it: a document is long.
      let fact = event.document.flatMap { try? PostmortemEvent($0) }
      try PostmortemRow.apply(event, fact, to: number, incident: { try linked(to: number) }, in: db)
      try ActionRows.apply(event, fact, to: number, incident: { try linked(to: number) }, in: db)
      try lessons.apply(event, fact, to: number, in: db)
    } else if stream.text == "policy" || stream.text == "components" {
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
      let insertion = try db.cachedStatement(sql: "INSERT INTO clock VALUES (?, ?)")
      for step in clock { try insertion.execute(arguments: [step.recorded, step.position]) }
    }
    for number in incidents.keys.sorted() {
      guard let incident = incidents[number] else { continue }
      try IncidentRows.write(incident, number: number, policy: policy, in: db)
    }
    try lessons.flush(in: db)
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
