package import GRDB
package import Incidents

/// Which incidents the status page tells of.
package enum PublicIncidents {
  /// Those that customers were told of, the newest word first; and what they were merged into, where that is theirs too.
  package static func outlines(_ db: Database) throws -> [Incident] {
    let sql = """
      SELECT outline FROM incidents WHERE told IS NOT NULL ORDER BY isOwing DESC, told DESC, number LIMIT ?
      """
    return try Row.fetchAll(db, sql: sql, arguments: [ViewLimits.publicIncidentsMax]).map { row in
      try ViewCoding.decode(Incident.self, row[0])
    }
  }
}
