internal import Chronology
internal import Foundation
internal import GRDB
internal import Incidents

/// Up to which event the views are built, and its hash, so that another record is noticed.
struct Standing: Codable, Equatable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "standing"

  var id: Int64 = 1
  var position: Int64
  var hash: Data
  /// Erasures up to here are not in the views any more.
  var honoured: Int64
}

/// An incident without its timeline.
struct IncidentRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "incidents"

  var number: Int
  /// Of its stream.
  var version: Int64
  var title: String
  var facts: IncidentFacts
  var momentCount: Int
  var postmortem: Int?
}

/// The timeline that is attached to an incident, as JSON.
struct AttachedTimelineRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "timelines"

  var incident: Int
  var json: Data
}

/// A postmortem without its text.
struct PostmortemRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "postmortems"

  var number: Int
  /// Of its stream.
  var version: Int64
  var incident: Int
  var title: String
  var status: String
  var path: String
  var sha256: String
  /// Of the newest text.
  var recorded: Instant
}

/// The newest text of a postmortem.
struct TextRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "texts"

  var postmortem: Int
  /// UTF-8; SQLite's own text would end at a NUL.
  var utf8: Data

  init(postmortem: Int, text: String) {
    self.postmortem = postmortem
    utf8 = Data(text.utf8)
  }

  var text: String { String(decoding: utf8, as: UTF8.self) }
}
