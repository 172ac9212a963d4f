import Chronology
import EvidenceReading
import EvidenceRecords
import Findings
import PageKit
import RecordViews
import TimelineBuilding

/// What the design page is filled with: a very small incident, invented.
enum DesignSample {
  static let scene = TimelineScene(report: report, zone: .utc, incident: nil, query: TimelineQuery())

  private static func at(_ second: Int64) -> Instant { Instant(seconds: 1_900_000_000 + second) }

  private static let report = TimelineReport(
    evidence: ["sample"], window: TimeSpan(from: at(0), to: at(600)), sources: [],
    clockNotes: ["checkout on app03 runs 37 s behind (412 shared request ids)"],
    onset: TimeSpan(from: at(94), to: at(110)),
    moments: [
      moment(1, at(0), .change, "deploy checkout 649bdfb → app01 app02 app03", "reached 3 of 4 hosts", line: 31),
      moment(2, at(94), .first, "payments: “charged without an order” never seen before", "on app04 only", line: 8812),
      moment(
        3, at(103), .burst, "edge: 503 on POST /checkout rises from 0 to 31 a minute", "none in the hour before",
        line: 4107),
      moment(4, at(240), .said, "“it must be the new checkout, rolling it back”", "in #inc-shop", line: 12),
      moment(
        5, at(580), .calm, "payments: “charged without an order” has stopped", "last seen 4 seconds earlier", line: 9950
      ),
    ],
    suspects: [
      Suspect(
        change: SuspectChange(
          kind: .deployment, id: "31", commit: nil, instant: at(0), title: "deploy checkout 649bdfb",
          service: "checkout", hosts: []),
        score: 0.82, reasons: ["reached 3 of 4 hosts; the failing host is the one left out"],
        evidence: [EvidenceReference(source: "deployments.jsonl", line: 31)])
    ],
    noChange: NoChange(score: 0.05, reasons: ["no error from outside came first"]))

  private static func moment(
    _ rank: Int, _ instant: Instant, _ kind: MomentKind, _ title: String, _ reason: String, line: Int
  ) -> TimelineMoment {
    TimelineMoment(
      id: "sample-\(rank)", instant: instant, instantBasis: .stated, kind: kind, title: title, reason: reason,
      count: rank == 2 ? 214 : 1, rank: rank, service: nil, hosts: [],
      evidence: [
        MomentEvidence(
          reference: EvidenceReference(source: "app04/payments.log", line: line),
          excerpt: [
            NumberedLine(line: line - 1, text: "INFO  order 5501 paid"),
            NumberedLine(line: line, text: "WARN  charged without an order, parent=none"),
          ])
      ])
  }

  static let findings: [(finding: Finding, line: String)] = [
    (
      Finding(
        path: "sample.md", span: TextSpan(line: 41, column: 1, endLine: 41, endColumn: 22), rule: "blame",
        severity: .error, message: "a person stands as the explanation",
        reason: "A name ends the inquiry. The next person in the same place does the same.",
        question: "What told anyone that seven of eight were done, and what would have shown the eighth?"),
      "The technician forgot to update the eighth server."
    ),
    (
      Finding(
        path: "sample.md", span: TextSpan(line: 77, column: 3, endLine: 77, endColumn: 33), rule: "vague-action",
        severity: .warning, message: "no way to tell when this is done",
        reason: "An action that cannot be seen to be done is not done.",
        question: "Which step, changed how, by whom, by when, and what will show that it worked?",
        fix: "The deploy job compares the build id on all hosts and stops at a difference: platform, 14 August."),
      "- Improve the deployment process"
    ),
  ]
}
