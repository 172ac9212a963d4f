internal import Foundation
internal import GRDB

/// Up to which event the views are built, and its hash, so that another record is noticed.
package struct Standing: Codable, Equatable, FetchableRecord, PersistableRecord {
  package static let databaseTableName = "standing"

  var id: Int64 = 1
  package var position: Int64
  var hash: Data
  /// Erasures up to here are not in the views any more.
  var honoured: Int64
  /// How many erasures there were up to ``position``: whoever keeps what they read drops it when this grows.
  package var erasures: Int64
}
