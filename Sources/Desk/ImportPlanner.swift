internal import Foundation
internal import GRDB
internal import Incidents
internal import Journal

/// Decides what an import appends, from views that have caught up.
struct ImportPlanner {
  /// What to append, and what to answer once it is.
  struct Plan {
    /// Empty when the record says all of it already.
    var appends: [StreamAppend]
    var receipt: ImportReceipt
  }

  let db: Database
  let candidate: ImportCandidate

  func plan() throws -> Plan {
    let row = try target()
    let number = try row?.number ?? next(in: "incidents")
    let known = try row?.postmortem.flatMap { try PostmortemRow.fetchOne(db, key: $0) }
    let postmortem = try row?.postmortem ?? next(in: "postmortems")
    let incident = try row.map { row in
      let timeline = try AttachedTimelineRow.fetchOne(db, key: row.number)
      return Incident(
        number: row.number, facts: row.facts, timeline: timeline.map { AttachedTimeline(json: Array($0.json)) },
        postmortem: row.postmortem)
    }
    let events = candidate.content.events(
      incident: incident, incidentNumber: number, postmortemNumber: postmortem, currentHash: known?.sha256)
    let appends = [
      try append(events.incident.map { try $0.document() }, to: StreamName("incident", number: number), row?.version),
      try append(
        events.postmortem.map { try $0.document() }, to: StreamName("postmortem", number: postmortem), known?.version),
    ]
    return Plan(
      appends: appends.compactMap { $0 },
      receipt: ImportReceipt(
        incident: IncidentID(number: number), postmortem: PostmortemID(number: postmortem),
        isUnchanged: events.incident.isEmpty && events.postmortem.isEmpty,
        replacedTitle: events.postmortem.isEmpty ? nil : known?.title))
  }

  /// The incident that the document belongs to; nil when it is a new one.
  private func target() throws -> IncidentRow? {
    if let asked = candidate.request.incident {
      if let row = try IncidentRow.fetchOne(db, key: asked.number) {
        if !candidate.request.isRevisionMeant { try checkIsSame(row, as: asked) }
        return row
      }
      throw DeskError(
        .unknownIncident, place: candidate.request.path, message: "the record has no incident \(asked)",
        hint: "leave it away to begin a new one")
    }
    let same = PostmortemRow.filter(Column("sha256") == candidate.content.sha256).order(Column("number"))
    if let row = try same.fetchOne(db) { return try IncidentRow.fetchOne(db, key: row.incident) }
    if let named = candidate.namedIncident, let row = try IncidentRow.fetchOne(db, key: named.number) {
      try checkIsSame(row, as: named)
      return row
    }
    let facts = candidate.content.facts
    let titled = try IncidentRow.filter(Column("title") == facts.title).order(Column("number")).fetchAll(db).first {
      row in
      guard row.facts.started == facts.started else { return false }
      return try facts.started != nil || isOfSameFile(row)
    }
    // A draft is given its title in the course of the work: the same file and the same start are the same incident.
    return try titled
      ?? IncidentRow.order(Column("number")).fetchAll(db).first { row in
        try facts.started != nil && row.facts.started == facts.started && isOfSameFile(row)
      }
  }

  /// A document from another record may name a number that is somebody else's here.
  private func checkIsSame(_ row: IncidentRow, as named: IncidentID) throws {
    let facts = candidate.content.facts
    guard row.postmortem != nil, row.facts.title != facts.title, row.facts.started != facts.started else { return }
    throw DeskError(
      .otherIncident, place: candidate.request.path,
      message: "it names \(named), which is '\(row.facts.title)' here, with another title and another start",
      hint:
        "leave the incident out, here and in its front matter, to begin a new one; if it is the one: --incident \(named) --revise"
    )
  }

  /// Without a start, a title alone is too little to go by.
  private func isOfSameFile(_ row: IncidentRow) throws -> Bool {
    guard let number = row.postmortem else { return false }
    return try PostmortemRow.fetchOne(db, key: number)?.path == candidate.path
  }

  private func next(in table: String) throws -> Int {
    (try Int.fetchOne(db, sql: "SELECT max(number) FROM \(table)") ?? 0) + 1
  }

  private func append(_ documents: [EventDocument], to stream: StreamName, _ version: Int64?) throws -> StreamAppend? {
    guard !documents.isEmpty else { return nil }
    let actor = ActorName(candidate.request.actor)
    return StreamAppend(
      stream: stream, expected: version.map { .exactly(StreamVersion($0)) } ?? .noStream,
      events: documents.map { document in
        NewEvent(kind: EventKind(document.kind, version: document.version), actor: actor, payload: document.json)
      })
  }
}
