package import GRDB
internal import Postmortems

extension IncidentLists {
  /// Joined to its incident, where it has one, and only those that the viewer may know of: what has no incident is open
  /// to every reader.
  private var readable: SQL {
    """
    postmortems p LEFT JOIN incidents i ON i.number = p.incident
    WHERE (p.incident = 0 OR i.number IS NOT NULL AND \(viewer.condition))
    """
  }

  private var newest: SQL {
    "p.position = (SELECT max(position) FROM postmortems WHERE number = p.number AND position <= \(cut ?? .max))"
  }

  /// The newest state of each postmortem that fits; the newest postmortem first.
  package func postmortems(_ query: PostmortemQuery = PostmortemQuery(), limit: Int) throws -> [PostmortemRow] {
    let first: SQL = "(SELECT min(position) FROM postmortems WHERE number = p.number)"
    var sql: SQL = "SELECT p.* FROM \(readable) AND \(newest)"
    if let stage = query.stage { sql += " AND p.stage = \(stage.rawValue)" }
    if let origin = query.origin { sql += " AND p.origin = \(origin.rawValue)" }
    if let isOurs = query.isOurs {
      sql += " AND (p.origin <> \(PostmortemOrigin.library.rawValue)) = \(isOurs)"
    }
    if let before = query.before {
      sql += " AND \(first) < (SELECT min(position) FROM postmortems WHERE number = \(before.number))"
    }
    sql += " ORDER BY \(first) DESC LIMIT \(limit)"
    return try SQLRequest<PostmortemRow>(literal: sql).fetchAll(db)
  }

  /// The newest state of one; nil where the viewer may not know of it.
  package func postmortem(_ number: Int) throws -> PostmortemRow? {
    let sql: SQL = "SELECT p.* FROM \(readable) AND \(newest) AND p.number = \(number)"
    return try SQLRequest<PostmortemRow>(literal: sql).fetchOne(db)
  }

  /// Those of our own.
  package func postmortemCount() throws -> Int {
    let sql: SQL = """
      SELECT count(DISTINCT p.number) FROM \(readable) AND p.position <= \(cut ?? .max)
      AND p.origin <> \(PostmortemOrigin.library.rawValue)
      """
    return try SQLRequest<Int>(literal: sql).fetchOne(db) ?? 0
  }

  /// Numbers of those that the status page is to show, the newest first: nothing private, no drill.
  package static func shownPostmortems(_ db: Database) throws -> [Int] {
    let sql = """
      SELECT p.number FROM postmortems p LEFT JOIN incidents i ON i.number = p.incident
      LEFT JOIN history h ON h.incident = i.number AND h.position = i.listed
      WHERE p.isShown = 1 AND p.position = (SELECT max(position) FROM postmortems WHERE number = p.number)
      AND (p.incident = 0 OR i.number IS NOT NULL AND i.isPrivate = 0 AND h.isDrill = 0)
      ORDER BY p.position DESC LIMIT \(ViewLimits.publicPostmortemsMax)
      """
    return try Int.fetchAll(db, sql: sql)
  }
}
