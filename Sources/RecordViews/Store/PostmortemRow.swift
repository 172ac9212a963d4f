package import Chronology
internal import Foundation
package import GRDB
internal import Incidents
internal import Journal
package import Postmortems

/// A postmortem as lists showed it from one of its events on, without its text.
package struct PostmortemRow: Codable, Equatable, FetchableRecord, PersistableRecord {
  package static let databaseTableName = "postmortems"

  package var number: Int
  var position: Int64
  /// Of its stream: the newest at which it was still as it is here.
  package var version: Int64
  /// Of the event that brought its text; 0 where none is left.
  package var textVersion: Int64
  /// Number; 0 without one, ``unknownIncident`` where nothing that is left says whether there is one.
  package var incident: Int
  package var title: String
  /// As the document says it, or the stage to which it came in Mayday.
  package var status: String
  package var stage: PostmortemStage
  package var origin: PostmortemOrigin
  /// Whether the status page is to show what was published of it.
  package var isShown: Bool
  package var path: String
  package var sha256: String
  /// Of the newest text.
  package var recorded: Instant

  /// Nobody sees a postmortem of which it is not known whose it is.
  static let unknownIncident = -1

  /// Adds what an event says; one that is unknown, erased, or about what no list shows changes nothing but the version,
  /// and makes no row of its own.
  ///
  /// `incident` is asked for only where the postmortem is new.
  static func apply(
    _ event: RecordedEvent, _ fact: PostmortemEvent?, to number: Int, incident: () throws -> Int?,
    in db: Database
  ) throws {
    let known = try newest(db, number: number)
    var row =
      try known
      ?? PostmortemRow(
        number: number, position: 0, version: 0, textVersion: 0,
        incident: incident() ?? unknownIncident,
        title: Incident.erasedFacts.title, status: Incident.erasedFacts.status, stage: .draft,
        origin: .document,
        isShown: false, path: "", sha256: "", recorded: event.recorded)
    if let fact { row.add(fact, event) }
    if let known, row == known {
      try db.cachedStatement(
        sql: "UPDATE postmortems SET version = ? WHERE number = ? AND position = ?"
      ).execute(
        arguments: [event.version.number, number, known.position])
      return
    }
    row.position = event.position.number
    row.version = event.version.number
    try row.insert(db)
  }

  private mutating func add(_ fact: PostmortemEvent, _ event: RecordedEvent) {
    switch fact {
    case .imported(let content), .revised(let content):
      textVersion = event.version.number
      incident = content.incident
      title = content.title
      status = content.status
      stage = Postmortem.isFinal(content.status) ? .final : .draft
      path = content.path
      sha256 = content.sha256
      recorded = event.recorded
    case .started(let start):
      textVersion = event.version.number
      incident = start.incident ?? 0
      title = start.title
      origin = start.origin
      stage = start.origin == .library ? .final : .draft
      status = stage.rawValue
      recorded = event.recorded
    case .detailsWritten(let details): title = details.title
    case .stageChanged(let change):
      stage = change.stage
      status = change.stage.rawValue
    case .published(let content) where content.audience == .public: isShown = content.isOnStatusPage
    case .withdrawn(let content) where content.audience == .public: isShown = false
    default: break
    }
  }

  package static func newest(_ db: Database, number: Int, upTo position: Int64? = nil) throws -> PostmortemRow? {
    try filter(Column("number") == number && Column("position") <= (position ?? .max))
      .order(Column("position").desc).fetchOne(db)
  }
}
