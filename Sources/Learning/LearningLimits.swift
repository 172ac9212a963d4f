/// Bounds on what is remembered of incidents and postmortems, and on what is told of it.
package enum LearningLimits {
  /// Different words that are kept of one postmortem.
  package static let wordsMax = 300
  /// Patterns of evidence that are kept of one incident.
  package static let patternsMax = 80
  /// Scalars of a document that are read for words and searched.
  package static let textScalarsMax = 400_000
  /// Scalars of a word; longer ones are identifiers.
  package static let wordScalarsMax = 40
  /// How many like ones are told.
  package static let likenessesMax = 10
  /// Points of a distribution below which quartiles would say more than is known.
  package static let pointsForQuartiles = 5
  /// Recurring factors, and early indicators, that are told.
  package static let recurringMax = 50
  /// Factors of all postmortems that are compared with each other.
  package static let factorsComparedMax = 20_000
  /// Hits that are told.
  package static let hitsMax = 200
  /// Seconds before the impact in which a pattern counts as an early indicator.
  package static let leadSecondsMax = 86_400.0
}
