package import Chronology
package import GRDB
package import Incidents

/// What the views know for the page of one incident.
package struct FoundIncident: Sendable {
  /// Up to which position it is shown; nil: now.
  package let cut: Int64?
  package let summary: IncidentSummary
  package let postmortem: PostmortemRow?
  package let policy: Policy
  /// The components as they were then; nil: now.
  package let board: StatusBoard?
  package let mergedInto: IncidentSummary?
  package let mergedFrom: [IncidentSummary]

  /// Nil when there is none, or was none then, or the viewer may not know of it.
  package init?(_ db: Database, _ number: Int, _ viewer: Viewer, _ asOf: Instant?) throws {
    let cut = try asOf.map { try IncidentLists.cut(db, at: $0) }
    self.cut = cut
    let lists = IncidentLists(db: db, viewer: viewer, cut: cut)
    guard let listed = try lists.listed(number) else { return nil }
    summary = listed.summary
    postmortem = try listed.postmortem.flatMap { try PostmortemRow.newest(db, number: $0, upTo: cut) }
    policy = try ShelvedEvents.policy(db, upTo: cut).policy
    board = try cut.map { try ShelvedEvents.board(db, upTo: $0) }
    mergedInto = try listed.facts.mergedInto.flatMap { try lists.listed($0)?.summary }
    mergedFrom = try lists.merged(into: number).filter { $0.facts.mergedInto == number }.map(\.summary)
  }
}
