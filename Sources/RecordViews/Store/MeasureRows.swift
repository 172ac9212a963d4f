internal import Chronology
internal import Foundation
internal import GRDB
internal import Incidents
internal import Learning

/// Writes what incidents are measured and recognised by.
enum MeasureRows {
  static func write(_ incident: Incident, position: Int64, in db: Database) throws {
    let measured = MeasuredIncident(incident)
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO measures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
      arguments: [
        measured.number, position, measured.title, measured.impact, measured.severity,
        measured.components.joined(separator: " "), measured.isDrill, measured.state.rawValue, measured.postmortem,
        LessonCoding.text(measured.instants),
      ])
  }

  /// Puts the patterns of a timeline in place of those that were known.
  static func write(_ patterns: [EvidencePattern], onset: Instant?, of number: Int, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO patterns VALUES (?, ?, ?)").execute(arguments: [
      number, onset?.rfc3339, LessonCoding.data(patterns),
    ])
  }
}
