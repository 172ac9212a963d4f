package import Chronology
internal import Foundation
package import GRDB
internal import Incidents

/// Reads lists of incidents for one viewer, as they are or as they were up to a position.
package struct IncidentLists {
  package struct Listed {
    package var number: Int
    /// Position of its first event, by which lists are sorted.
    package var opened: Int64
    package var facts: ListedFacts
    package var postmortem: Int?

    package var summary: IncidentSummary { facts.summary(number: number) }
  }

  let db: Database
  let viewer: Viewer
  /// Nil: now.
  let cut: Int64?

  package init(db: Database, viewer: Viewer, cut: Int64?) {
    self.db = db
    self.viewer = viewer
    self.cut = cut
  }

  /// The last position that was recorded at or before an instant.
  ///
  /// Where a clock was set back, what was recorded before that counts as known at any instant after it.
  package static func cut(_ db: Database, at instant: Instant) throws -> Int64 {
    let sql = "SELECT position FROM clock WHERE recorded <= ? ORDER BY recorded DESC LIMIT 1"
    return try Int64.fetchOne(db, sql: sql, arguments: [instant.nanoseconds]) ?? 0
  }

  private var selection: SQL {
    let position: SQL =
      if let cut {
        """
        (SELECT max(position) FROM history WHERE incident = i.number AND position <= \(cut)) AND i.opened <= \(cut)
        """
      } else {
        "i.listed"
      }
    return """
      SELECT i.number, i.opened, h.facts FROM incidents i JOIN history h ON h.incident = i.number
      AND h.position = \(position) WHERE \(viewer.condition)
      """
  }

  /// Newest first.
  package func matching(_ query: IncidentQuery, limit: Int) throws -> [Listed] {
    var sql: SQL = "\(selection)"
    if let states = query.states { sql += " AND h.state IN \(states.map(\.rawValue).sorted())" }
    if let severity = query.severity { sql += " AND h.severity = \(severity)" }
    if let isDrill = query.isDrill { sql += " AND h.isDrill = \(isDrill)" }
    if let component = query.component {
      sql += " AND EXISTS (SELECT 1 FROM json_each(h.components) AS c WHERE c.value = \(component))"
    }
    for word in (query.words ?? "").lowercased().split(whereSeparator: \.isWhitespace) {
      sql += " AND instr(h.words, \(String(word))) > 0"
    }
    if let before = query.before {
      sql += " AND i.opened < (SELECT opened FROM incidents WHERE number = \(before.number))"
    }
    sql += " ORDER BY i.opened DESC LIMIT \(limit)"
    return try fetch(sql)
  }

  package func listed(_ number: Int) throws -> Listed? { try fetch("\(selection) AND i.number = \(number)").first }

  /// Those that were merged into another, in the order of their numbers.
  package func merged(into number: Int) throws -> [Listed] {
    try fetch("\(selection) AND i.mergedInto = \(number) ORDER BY i.number")
  }

  package func count() throws -> Int {
    let sql: SQL = "SELECT count(*) FROM incidents i WHERE \(viewer.condition) AND i.opened <= \(cut ?? .max)"
    return try SQLRequest<Int>(literal: sql).fetchOne(db) ?? 0
  }

  /// Which of these the viewer may know of.
  package func visible(_ numbers: Set<Int>) throws -> Set<Int> {
    let sql: SQL = "SELECT i.number FROM incidents i WHERE i.number IN \(numbers.sorted()) AND \(viewer.condition)"
    return Set(try SQLRequest<Int>(literal: sql).fetchAll(db))
  }

  private func fetch(_ sql: SQL) throws -> [Listed] {
    try SQLRequest<Row>(literal: sql).fetchAll(db).map { row in
      let facts = try ViewCoding.decode(ListedFacts.self, row[2] as Data)
      return Listed(number: row[0], opened: row[1], facts: facts, postmortem: facts.postmortem)
    }
  }
}
