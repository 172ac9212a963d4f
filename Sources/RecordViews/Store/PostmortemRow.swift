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

  /// Of a postmortem of which nothing is known but its number and where it belongs.
  init(number: Int, incident: Int?, recorded: Instant) {
    self.number = number
    position = 0
    version = 0
    textVersion = 0
    self.incident = incident ?? Self.unknownIncident
    title = Incident.erasedFacts.title
    status = Incident.erasedFacts.status
    stage = .draft
    origin = .document
    isShown = false
    path = ""
    sha256 = ""
    self.recorded = recorded
  }

  mutating func add(_ fact: PostmortemEvent, _ event: RecordedEvent) {
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
