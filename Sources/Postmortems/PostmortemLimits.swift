/// Bounds on what is written into a postmortem.
package enum PostmortemLimits {
  /// Scalars of one section.
  package static let sectionScalarsMax = 100_000
  /// Scalars of a line of the timeline, a factor, an action.
  package static let partScalarsMax = 4000
  package static let linesMax = 2000
  package static let factorsMax = 200
  package static let assumptionsMax = 200
  package static let luckMax = 100
  package static let commentsMax = 2000
  package static let actionsMax = 300
  package static let peopleMax = 200
  /// References of one line or factor.
  package static let referencesMax = 50
  package static let referenceScalarsMax = 500
  /// Scalars of a passage that a comment quotes.
  package static let quoteScalarsMax = 2000
  /// Scalars that a comment keeps before and after its passage.
  package static let contextScalarsMax = 64
  /// Scalars of a heading that lines of the timeline stand under.
  package static let groupScalarsMax = 200
  /// Actions of earlier postmortems that one factor names.
  package static let hitsMax = 20
  /// Publications of one postmortem, taken back or not.
  package static let publicationsMax = 200
  /// How deep "how did that come to be?" may go.
  package static let factorDepthMax = 20
  /// Events of one postmortem.
  package static let eventsMax: Int64 = 50_000
  package static let checklistLinesMax = 200
  /// Runs of a checklist that a page shows.
  package static let checklistRunsShown = 100
  /// Runs after which a line that never caught anything asks to be retired.
  package static let quietRuns = 20
  /// Guards of a record, retired ones among them.
  package static let guardsMax = 2000
  /// Results of a guard that are kept in what it folds to; the record has all.
  package static let guardReportsKept = 100
  /// Scalars of what a guard saw.
  package static let guardDetailScalarsMax = 20_000
  /// Seconds in which the same result of a guard is not recorded again.
  package static let guardQuietSeconds = 21_600.0
}
