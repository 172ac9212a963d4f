import Chronology
import Documents
import EvidenceReading
import EvidenceRecords
import Findings
import RecordViews
import TimelineBuilding

/// An invented incident with everything a page may meet: a ferry line that sold the same cabin twice.
enum Ferry {
  static func at(_ time: String) -> Instant {
    Instant(rfc3339: "2031-03-14T\(time)Z") ?? Instant(seconds: 0)
  }

  static let onset = TimeSpan(from: at("21:12:40.250"), to: at("21:13:22"))

  static let summary = IncidentSummary(
    id: IncidentID(number: 7), title: "Cabins on the night ferries were sold twice", severity: 2, status: "resolved",
    started: at("21:12:40.250"), ended: at("22:31:05"),
    impact: "412 passengers on six night sailings held a ticket for a cabin that somebody else held too.",
    momentCount: 58, postmortem: PostmortemID(number: 3))

  static let older = IncidentSummary(
    id: IncidentID(number: 6), title: "Timetables in the app were a day old", severity: 4, status: "resolved",
    started: Instant(rfc3339: "2031-02-02T04:00:00Z"), ended: Instant(rfc3339: "2031-02-02T13:20:00Z"), impact: nil,
    momentCount: 0, postmortem: nil)

  static let running = IncidentSummary(
    id: IncidentID(number: 8), title: "Boarding passes do not open on older phones", severity: nil, status: "active",
    started: Instant(rfc3339: "2031-03-15T06:41:00Z"), ended: nil,
    impact: "About one passenger in nine sees an empty screen in place of the boarding pass.", momentCount: 12,
    postmortem: nil)

  static let postmortemSummary = PostmortemSummary(
    id: PostmortemID(number: 3), incident: IncidentID(number: 7), title: summary.title, status: "draft",
    recorded: Instant(rfc3339: "2031-03-15T10:05:00Z") ?? Instant(seconds: 0), errorCount: 1, warningCount: 3,
    openActionCount: 3)

  static let home = HomeView(
    incidents: [running, summary, older], postmortems: [postmortemSummary],
    record: RecordSummary(
      eventCount: 1284, head: "9b74c9897bac770ffc029102a200c5de7fe1f0b1c6e4f3a95b7d3e2c1a0f9e8d",
      lastRecorded: Instant(rfc3339: "2031-03-15T10:05:00Z")))

  static let empty = HomeView(
    incidents: [], postmortems: [], record: RecordSummary(eventCount: 0, head: nil, lastRecorded: nil))

  static var incident: IncidentView {
    IncidentView(summary: summary, timeline: report, postmortem: postmortemSummary)
  }

  static let sha = "3f2a9c04d1e8b7a65c4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d9c8b7a6f5e4d3c2b"

  static func line(_ source: String, _ line: Int, _ texts: [String] = []) -> MomentEvidence {
    let first = line - texts.count / 2
    return MomentEvidence(
      reference: EvidenceReference(source: source, line: line, sha256: sha),
      excerpt: texts.enumerated().map { NumberedLine(line: first + $0.offset, text: $0.element) })
  }
}
