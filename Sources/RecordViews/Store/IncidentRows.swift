internal import Chronology
internal import Foundation
internal import GRDB
internal import Incidents

/// Writes incidents and their history.
enum IncidentRows {
  static func write(_ incident: WorkingIncident, number: Int, policy: Policy, in db: Database) throws {
    let outline = incident.outline.outline()
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO incidents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      number, outline.version, incident.opened, incident.listed, outline.facts.title, outline.isPrivate,
      try ViewCoding.text(outline.viewers.sorted()), incident.isOwing,
      incident.missDue(policy: policy)?.nanoseconds, outline.mergedInto, outline.postmortem, incident.told?.nanoseconds,
      incident.momentCount, try ViewCoding.data(outline),
    ])
    if incident.position > 0 { try MeasureRows.write(outline, position: incident.position, in: db) }
    if let new = incident.newPatterns {
      try MeasureRows.write(new.patterns, onset: new.onset, of: number, in: db)
    }
    let history = try db.cachedStatement(sql: "INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for row in incident.rows {
      try history.execute(arguments: [
        number, row.position, row.recorded.rfc3339, row.state.rawValue, row.facts.severity, row.facts.isDrill,
        try ViewCoding.text(row.facts.components), row.facts.words, try ViewCoding.text(row.facts),
      ])
    }
  }

  static func outline(_ db: Database, number: Int) throws -> Incident? {
    let sql = "SELECT outline FROM incidents WHERE number = ?"
    return try Data.fetchOne(db, sql: sql, arguments: [number]).map { try ViewCoding.decode(Incident.self, $0) }
  }
}
