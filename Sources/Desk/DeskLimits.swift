internal import Authoring
internal import Incidents
internal import Journal

/// Bounds on what the desk takes in.
package enum DeskLimits {
  /// Bytes of a postmortem: a book of a thousand pages fits.
  package static let postmortemBytesMax = 4 << 20
  /// Scalars of a title or a status that are kept for lists; the document keeps all.
  package static let titleScalarsMax = DocumentFacts.titleScalarsMax
  /// Scalars of the sentence on what users felt.
  package static let impactScalarsMax = 400
  /// How often an import is decided anew because others appended in between.
  package static let attemptsMax = 50
  /// Incidents whose missed promises go into one append: each may have missed one to every audience.
  package static let lateIncidentsPerAppendMax = JournalLimits.eventsPerAppendMax / Audience.allCases.count
  /// Bytes of the key by which a request is done once.
  package static let requestKeyBytesMax = 200
  /// Changes that are told at once.
  package static let changesMax = 500
  /// Incidents that are kept as they were folded.
  package static let keptIncidentsMax = 200
  /// Numbers of private incidents and their postmortems: drawn by lot, so that nothing shows in the count.
  package static let privateNumbers = 100_000...999_999
  /// Bytes of a file of evidence.
  package static let evidenceBytesMax = 64 << 20
  /// Bytes that a file of evidence may unpack to.
  package static let unpackedBytesMax: Int64 = 4 << 30
  /// Bytes of all files of an incident.
  package static let evidenceBytesPerIncident: Int64 = 1 << 30
  /// Seconds that a file of evidence waits for others of the same incident to be read.
  package static let evidenceWaitSeconds = 120.0
  /// Postmortems that are kept as they were folded.
  package static let keptPostmortemsMax = 200
  /// The newest versions that the list of a postmortem shows.
  package static let versionsShownMax = 2000
  /// Scalars of the words that a publisher puts first.
  package static let openingScalarsMax = 2000
  /// Postmortems that one part of a search shows.
  package static let libraryHitsMax = 200
  /// Readings that are told as next ones where nobody says how many.
  package static let nextReads = 5
  /// Newest incidents whose words point to readings.
  package static let readingCuesMax = 500
  /// Patterns of an incident's evidence whose words do.
  package static let cuePatternsMax = 20
  /// Reviews that are kept for the lists of pages.
  package static let keptReviewsMax = 2000
  /// The newest postmortems that are written out and reviewed before anybody asks for their list.
  static let postmortemsAhead = 50
  /// Incidents that are looked at for one from which a drill can be made.
  static let pastIncidents = 200
}
