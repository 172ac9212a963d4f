internal import Documents
internal import Findings
internal import Foundation
internal import GRDB
internal import Incidents
internal import Journal
internal import TimelineBuilding

extension Desk: DeskReading {
  package func home() async throws -> HomeView {
    try await views.catchUp(with: journal)
    let (incidents, postmortems) = try await views.read { db in
      let newest = Column("number").desc
      return (try IncidentRow.order(newest).fetchAll(db), try PostmortemRow.order(newest).fetchAll(db))
    }
    var summaries: [PostmortemSummary] = []
    for row in postmortems { summaries.append(try await summary(of: row)) }
    let head = try await journal.head()
    return HomeView(
      incidents: incidents.map(\.summary), postmortems: summaries,
      record: RecordSummary(
        eventCount: Int(head.position.number), head: head.position == .start ? nil : head.hash.description,
        lastRecorded: head.recorded))
  }

  package func incident(_ id: IncidentID) async throws -> IncidentView? {
    try await views.catchUp(with: journal)
    let found = try await views.read { db -> (IncidentRow, Data?, PostmortemRow?)? in
      guard let row = try IncidentRow.fetchOne(db, key: id.number) else { return nil }
      let postmortem = try row.postmortem.flatMap { try PostmortemRow.fetchOne(db, key: $0) }
      return (row, try AttachedTimelineRow.fetchOne(db, key: id.number)?.json, postmortem)
    }
    guard let (row, json, postmortemRow) = found else { return nil }
    let timeline = json.flatMap { try? JSONDecoder().decode(TimelineReport.self, from: $0) }
    var postmortem: PostmortemSummary?
    if let postmortemRow { postmortem = try await summary(of: postmortemRow) }
    return IncidentView(summary: row.summary, timeline: timeline, postmortem: postmortem)
  }

  package func postmortem(_ id: PostmortemID) async throws -> PostmortemView? {
    try await views.catchUp(with: journal)
    let found = try await views.read { db -> (PostmortemRow, String, IncidentRow)? in
      guard let row = try PostmortemRow.fetchOne(db, key: id.number),
        let text = try TextRow.fetchOne(db, key: id.number)?.text,
        let incident = try IncidentRow.fetchOne(db, key: row.incident)
      else { return nil }
      return (row, text, incident)
    }
    guard let (row, text, incident) = found else { return nil }
    let reading = reviews.read(text, sha256: row.sha256, path: row.path)
    return PostmortemView(
      summary: row.summary(reading.digest), incident: incident.summary, document: reading.document,
      findings: reading.findings)
  }

  /// With the numbers of the reviewer, which are not kept in the views: its rules change, the record does not.
  private func summary(of row: PostmortemRow) async throws -> PostmortemSummary {
    if let digest = reviews.digest(of: row.sha256) { return row.summary(digest) }
    let text = try await views.read { try TextRow.fetchOne($0, key: row.number)?.text ?? "" }
    return row.summary(reviews.read(text, sha256: row.sha256, path: row.path).digest)
  }
}

extension IncidentRow {
  fileprivate var summary: IncidentSummary {
    IncidentSummary(
      id: IncidentID(number: number), title: title, severity: facts.severity, status: facts.status,
      started: facts.started, ended: facts.ended, impact: facts.impact, momentCount: momentCount,
      postmortem: postmortem.map { PostmortemID(number: $0) })
  }
}

extension PostmortemRow {
  fileprivate func summary(_ digest: ReviewShelf.Digest) -> PostmortemSummary {
    PostmortemSummary(
      id: PostmortemID(number: number), incident: IncidentID(number: incident), title: title, status: status,
      recorded: recorded, errorCount: digest.errorCount, warningCount: digest.warningCount,
      openActionCount: digest.openActionCount)
  }
}
