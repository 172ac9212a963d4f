import EvidenceReading
import PageKit
import RecordViews
import TimelineBuilding

/// A timeline as a reader asked for it: what the strip, the rail and the panels beside them share.
struct TimelineScene: Sendable {
  let report: TimelineReport
  let zone: PageZone
  let rows: TimelineRows
  /// Whose timeline it is, for links; nil in a file that stands alone.
  let incident: IncidentID?
  let query: TimelineQuery
  /// What the reader can do with it; nil: it is only read.
  var acts: EvidenceActs?

  init(report: TimelineReport, zone: PageZone, incident: IncidentID?, query: TimelineQuery) {
    self.report = report
    self.zone = zone
    self.incident = incident
    self.query = query
    rows = TimelineRows(report: report, zone: zone, isAll: query.isAll || incident == nil)
  }

  /// Sources that could be read, and those that could not.
  var understoodCount: Int { report.sources.count { !SourceTable.isNotUnderstood($0) } }
  var notUnderstoodCount: Int { report.sources.count - understoodCount }

  /// What the timeline rests on, in one line.
  var scope: String {
    var parts = [
      Wording.count(report.sources.count, "source"),
      Wording.count(report.sources.reduce(0) { $0 + $1.entries }, "entry", "entries"),
    ]
    if notUnderstoodCount > 0 { parts.append("\(Wording.count(notUnderstoodCount, "file")) not understood") }
    return parts.joined(separator: " · ")
  }

  /// The legend, and only of the kinds that are there.
  var kinds: [MomentKind] {
    let present = Set(rows.shown.map(\.kind))
    return MomentKind.allCases.filter { present.contains($0) }
  }
}
