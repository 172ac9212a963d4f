internal import Foundation
internal import GRDB
internal import Incidents
internal import Journal
internal import Postmortems
internal import RecordViews

/// Where an import goes, as the views say it to whoever imports.
struct ImportTarget: Sendable {
  /// Nil: a new incident.
  var incident: Int?
  /// Of the incident, or the next free one.
  var incidentNumber: Int
  /// Of its postmortem, or the next free one.
  var postmortemNumber: Int
  /// The postmortem as it is.
  var known: PostmortemRow?
}

/// Finds what an import is about, from views that have caught up.
///
/// What the viewer may not know of is not found: a document that names a private incident begins a new one.
struct ImportPlanner {
  let db: Database
  let candidate: ImportCandidate
  let viewer: Viewer

  private var lists: IncidentLists { IncidentLists(db: db, viewer: viewer, cut: nil) }

  func target() throws -> ImportTarget {
    let found = try found()
    let linked = found?.postmortem
    return ImportTarget(
      incident: found?.number, incidentNumber: try found?.number ?? next(in: "incidents"),
      postmortemNumber: try linked
        ?? (found?.facts.isPrivate == true ? Int.random(in: DeskLimits.privateNumbers) : next(in: "postmortems")),
      known: try linked.flatMap { try PostmortemRow.newest(db, number: $0) })
  }

  /// The incident that the document belongs to; nil when it is a new one.
  private func found() throws -> IncidentLists.Listed? {
    if let asked = candidate.request.incident {
      guard let row = try lists.listed(asked.number) else {
        throw DeskError(
          .unknownIncident, place: candidate.request.path, message: "the record has no incident \(asked)",
          hint: "leave it away to begin a new one")
      }
      if !candidate.request.isRevisionMeant { try checkIsSame(row, as: asked) }
      return row
    }
    if let row = try sameText() { return row }
    if let named = candidate.namedIncident, let row = try lists.listed(named.number) {
      try checkIsSame(row, as: named)
      return row
    }
    return try sameTitle() ?? sameFile()
  }

  private func sameText() throws -> IncidentLists.Listed? {
    let sql = """
      SELECT incident FROM postmortems p WHERE sha256 = ?
      AND position = (SELECT max(position) FROM postmortems WHERE number = p.number) ORDER BY number
      """
    return try first(sql, [candidate.content.sha256]) { _ in true }
  }

  /// Without a start, a title alone is too little to go by.
  private func sameTitle() throws -> IncidentLists.Listed? {
    let facts = candidate.content.facts
    return try first("SELECT number FROM incidents WHERE title = ? ORDER BY number", [facts.title]) { row in
      guard row.facts.started == facts.started else { return false }
      return try facts.started != nil || path(of: row) == candidate.path
    }
  }

  /// A draft is given its title in the course of the work: the same file and the same start are the same incident.
  private func sameFile() throws -> IncidentLists.Listed? {
    guard let started = candidate.content.facts.started else { return nil }
    let sql = """
      SELECT DISTINCT incident FROM postmortems p WHERE path = ?
      AND position = (SELECT max(position) FROM postmortems WHERE number = p.number) ORDER BY incident
      """
    return try first(sql, [candidate.path]) { $0.facts.started == started }
  }

  private func first(
    _ sql: String, _ arguments: StatementArguments, where isMeant: (IncidentLists.Listed) throws -> Bool
  ) throws -> IncidentLists.Listed? {
    for number in try Int.fetchAll(db, sql: sql, arguments: arguments) {
      if let row = try lists.listed(number), try isMeant(row) { return row }
    }
    return nil
  }

  /// A document from another record may name a number that is somebody else's here.
  private func checkIsSame(_ row: IncidentLists.Listed, as named: IncidentID) throws {
    let facts = candidate.content.facts
    guard row.postmortem != nil, row.facts.title != facts.title, row.facts.started != facts.started else { return }
    throw DeskError(
      .otherIncident, place: candidate.request.path,
      message: "it names \(named), which is '\(row.facts.title)' here, with another title and another start",
      hint:
        "leave the incident out, here and in its front matter, to begin a new one; if it is the one: --incident \(named) --revise"
    )
  }

  private func path(of row: IncidentLists.Listed) throws -> String? {
    try row.postmortem.flatMap { try PostmortemRow.newest(db, number: $0)?.path }
  }

  /// After the highest open one: private numbers are drawn by lot and do not count.
  private func next(in table: String) throws -> Int {
    let sql = "SELECT max(number) FROM \(table) WHERE number < \(DeskLimits.privateNumbers.lowerBound)"
    return (try Int.fetchOne(db, sql: sql) ?? 0) + 1
  }
}
