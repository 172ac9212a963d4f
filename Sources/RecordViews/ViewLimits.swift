/// Bounds on what views show at once.
package enum ViewLimits {
  /// Incidents that one part of a list shows.
  package static let listedIncidentsMax = 200
  /// The newest incidents that the first page shows, beside all that are running.
  package static let homeIncidentsMax = 50
  /// The newest postmortems that the first page shows.
  package static let homePostmortemsMax = 50
  /// Resolved incidents that the status page still tells of.
  package static let publicIncidentsMax = 100
  /// Published postmortems that the status page shows.
  package static let publicPostmortemsMax = 100
  /// Numbers that are named in one question to the database.
  static let valuesPerQuestionMax = 2000
  /// Postmortems that one part of a list shows.
  package static let listedPostmortemsMax = 200
}
