internal import Chronology
internal import Foundation
internal import GRDB
internal import Incidents
internal import Learning

/// An incident and its history, as they lie in their rows.
struct IncidentRows: Sendable {
  private struct HistoryRow {
    var row: WorkingIncident.HistoryRow
    var components: String
    var facts: String
  }

  private let number: Int
  private let incident: WorkingIncident
  private let outline: Incident
  private let missDue: Instant?
  private let viewers: String
  private let encoded: Data
  private let history: [HistoryRow]
  private let patterns: (patterns: [EvidencePattern], onset: Instant?)?

  init(_ incident: WorkingIncident, number: Int, policy: Policy) throws {
    self.number = number
    self.incident = incident
    outline = incident.outline.outline()
    missDue = incident.missDue(policy: policy)
    viewers = try ViewCoding.text(outline.viewers.sorted())
    encoded = try ViewCoding.data(outline)
    history = try incident.rows.map { row in
      HistoryRow(
        row: row, components: try ViewCoding.text(row.facts.components), facts: try ViewCoding.text(row.facts))
    }
    patterns = incident.newPatterns
  }

  func write(in db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO incidents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      number, outline.version, incident.opened, incident.listed, outline.facts.title, outline.isPrivate, viewers,
      incident.isOwing, missDue?.nanoseconds, outline.mergedInto, outline.postmortem, incident.told?.nanoseconds,
      incident.momentCount, encoded,
    ])
    if incident.position > 0 { try MeasureRows.write(outline, position: incident.position, in: db) }
    if let patterns { try MeasureRows.write(patterns.patterns, onset: patterns.onset, of: number, in: db) }
    let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for entry in history {
      let row = entry.row
      try statement.execute(arguments: [
        number, row.position, row.recorded.rfc3339, row.state.rawValue, row.facts.severity, row.facts.isDrill,
        entry.components, row.facts.words, entry.facts,
      ])
    }
  }

  static func outline(_ db: Database, number: Int) throws -> Incident? {
    let sql = "SELECT outline FROM incidents WHERE number = ?"
    return try Data.fetchOne(db, sql: sql, arguments: [number]).map { try ViewCoding.decode(Incident.self, $0) }
  }
}
