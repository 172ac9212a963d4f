package import Chronology
package import PageKit
package import TimelineBuilding

/// What stands on the rail, from top to bottom: the moments that are shown, and what a reader needs between them.
package struct TimelineRows: Sendable {
  package enum Row: Sendable {
    case day(CivilDate)
    case onset(TimeSpan)
    case onsetEnd
    /// Between two shown moments: how long, and which quieter moments are folded away here.
    case pause(seconds: Double?, folded: Int, firstFolded: String?)
    case moment(TimelineMoment, isInOnset: Bool)
  }

  /// Moments shown unless all are asked for.
  static let shownMax = TimelineReport.shownMomentsMax
  /// Moments more than ``shownMax`` that are still shown, since folding a handful hides more than it helps.
  static let shownSlack = 5
  /// From this on, a stretch without a shown moment is worth a word.
  static let pauseSecondsMin = 600.0

  package private(set) var rows: [Row] = []
  /// The moments that are shown, in order of time.
  package let shown: [TimelineMoment]
  let total: Int

  var foldedCount: Int { total - shown.count }
  /// Whether there are so many that only some are shown unless all are asked for.
  var isFoldable: Bool { total > Self.shownMax + Self.shownSlack }

  package init(report: TimelineReport, zone: PageZone, isAll: Bool) {
    let isFolding = !isAll && report.moments.count > Self.shownMax + Self.shownSlack
    total = report.moments.count
    shown = isFolding ? report.moments.filter { $0.rank <= Self.shownMax } : report.moments
    lay(report.moments, isFolding: isFolding, onset: report.onset, zone: zone)
  }

  private mutating func lay(_ moments: [TimelineMoment], isFolding: Bool, onset: TimeSpan?, zone: PageZone) {
    var day: CivilDate?
    var previous: Instant?
    var folded: [TimelineMoment] = []
    var isBeforeOnset = true
    var isInOnset = false
    for moment in moments {
      if isFolding, moment.rank > Self.shownMax {
        folded.append(moment)
        continue
      }
      if isInOnset, let onset, moment.instant > onset.to {
        isInOnset = false
        rows.append(.onsetEnd)
      }
      appendPause(from: previous, to: moment.instant, folded: folded)
      folded = []
      let date = zone.date(moment.instant)
      if date != day { rows.append(.day(date)) }
      day = date
      if isBeforeOnset, let onset, moment.instant >= onset.from {
        isBeforeOnset = false
        rows.append(.onset(onset))
        isInOnset = moment.instant <= onset.to
        if !isInOnset { rows.append(.onsetEnd) }
      }
      rows.append(.moment(moment, isInOnset: isInOnset))
      previous = moment.instant
    }
    if isInOnset { rows.append(.onsetEnd) }
    appendPause(from: nil, to: nil, folded: folded)
    if isBeforeOnset, let onset, !moments.isEmpty { rows += [.onset(onset), .onsetEnd] }
  }

  private mutating func appendPause(from: Instant?, to: Instant?, folded: [TimelineMoment]) {
    var seconds: Double?
    if let from, let to, to.seconds(since: from) >= Self.pauseSecondsMin { seconds = to.seconds(since: from) }
    guard seconds != nil || !folded.isEmpty else { return }
    rows.append(.pause(seconds: seconds, folded: folded.count, firstFolded: folded.first?.id))
  }
}
