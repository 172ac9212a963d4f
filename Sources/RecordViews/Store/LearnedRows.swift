package import Chronology
internal import Foundation
package import GRDB
internal import Incidents
package import Learning

/// What changed of what is remembered since a position.
package struct LearnedRows: Sendable {
  package var incidents: [MeasuredIncident] = []
  /// Of the incidents that changed, those that have any.
  package var patterns: [Int: (patterns: [EvidencePattern], onset: Instant?)] = [:]
  package var lessons: [(lesson: Lesson, words: WordCounts)] = []

  /// Everything where `position` is 0.
  package init(_ db: Database, after position: Int64) throws {
    let measures = try Row.fetchAll(
      db,
      sql: """
        SELECT m.incident, m.title, m.impact, m.severity, m.components, m.isDrill, m.state, m.postmortem, m.instants,
        p.onset, p.patterns FROM measures m LEFT JOIN patterns p ON p.incident = m.incident
        WHERE m.position > ? ORDER BY m.incident
        """, arguments: [position])
    for row in measures {
      let number: Int = row[0]
      incidents.append(
        MeasuredIncident(
          number: number, title: row[1], impact: row[2], severity: row[3],
          components: (row[4] as String).split(separator: " ").map(String.init), isDrill: row[5],
          state: IncidentState(rawValue: row[6]) ?? .resolved, postmortem: row[7],
          instants: LessonCoding.instants(row[8])))
      guard let packed: Data = row[10] else { continue }
      patterns[number] = (
        try LessonCoding.patterns(packed), (row[9] as String?).flatMap { Instant(rfc3339: $0) }
      )
    }
    // Of what nobody knows whose it is, nobody is told anything.
    let rows = try Row.fetchAll(
      db, sql: "SELECT facts, words FROM lessons WHERE position > ? AND incident >= 0 ORDER BY number",
      arguments: [position])
    let kept = rows.map { row in (facts: row[0] as Data, words: row[1] as String) }
    // All of them are read before the first question is answered: half of them on another thread.
    let middle = kept.count / 2
    let first = kept[..<middle]
    let others = first.isEmpty ? nil : Ahead { try first.map(Self.lesson) }
    let second = try kept[middle...].map(Self.lesson)
    lessons = try (others?.wait() ?? []) + second
  }

  private static func lesson(_ row: (facts: Data, words: String)) throws -> (lesson: Lesson, words: WordCounts) {
    (try LessonCoding.lesson(row.facts), WordCounts(encoded: row.words))
  }

  /// Numbers of the incidents that a viewer may know of.
  package static func visible(_ db: Database, to viewer: Viewer) throws -> Set<Int> {
    let sql: SQL = "SELECT i.number FROM incidents i WHERE \(viewer.condition)"
    return Set(try SQLRequest<Int>(literal: sql).fetchAll(db))
  }
}
