import Chronology
import Desk
import Documents
import TimelineBuilding

/// A desk that always shows the same: one incident with a timeline, one without, one postmortem.
struct FixedDesk: DeskReading {
  struct Failure: Error {}

  /// Whether reading fails, as when the record's file is gone.
  var isFailing = false

  static let summary = IncidentSummary(
    id: IncidentID(number: 1), title: "Tickets <twice>", severity: 2, status: "resolved", started: Instant(seconds: 60),
    ended: Instant(seconds: 120), impact: "Some passengers paid twice.", momentCount: 0,
    postmortem: PostmortemID(number: 1))

  static let postmortem = PostmortemSummary(
    id: PostmortemID(number: 1), incident: IncidentID(number: 1), title: "Tickets twice", status: "draft",
    recorded: Instant(seconds: 240), errorCount: 0, warningCount: 0, openActionCount: 0)

  static let report = TimelineReport(
    evidence: ["logs"], window: nil, sources: [], clockNotes: [], onset: nil,
    moments: [
      TimelineMoment(
        id: "a1", instant: Instant(seconds: 60), instantBasis: .stated, kind: .first, title: "paid twice",
        reason: "never seen before", count: 2, rank: 1, service: "tickets", hosts: [], evidence: [])
    ], suspects: [], noChange: NoChange(score: 0.5, reasons: []))

  func home() async throws -> HomeView {
    if isFailing { throw Failure() }
    return HomeView(
      incidents: [Self.summary], postmortems: [Self.postmortem],
      record: RecordSummary(eventCount: 3, head: "abc", lastRecorded: nil))
  }

  func incident(_ id: IncidentID) async throws -> IncidentView? {
    switch id.number {
    case 1: IncidentView(summary: Self.summary, timeline: Self.report, postmortem: Self.postmortem)
    case 2: IncidentView(summary: Self.summary, timeline: nil, postmortem: nil)
    default: nil
    }
  }

  func postmortem(_ id: PostmortemID) async throws -> PostmortemView? {
    guard id.number == 1 else { return nil }
    return PostmortemView(
      summary: Self.postmortem, incident: Self.summary, document: PostmortemDocument(parsing: "# Tickets twice\n"),
      findings: [])
  }
}
