import Chronology
import EvidenceRecords
import TimelineBuilding

/// What the engine found in a file, for operations on evidence.
enum SampleTimeline {
  static let report = TimelineReport(
    evidence: ["web.log"], window: nil, sources: [], clockNotes: [], onset: nil,
    moments: [
      TimelineMoment(
        id: "m-1", instant: Instant(seconds: 1_772_372_700), instantBasis: .stated, kind: .burst,
        title: "503 on POST /pay", reason: "0 → 31 a minute", count: 66, rank: 1, service: nil, hosts: [],
        evidence: [MomentEvidence(reference: EvidenceReference(source: "web.log", line: 12))])
    ],
    suspects: [
      Suspect(
        change: SuspectChange(
          kind: .deployment, id: "d/1 ü", commit: nil, instant: Instant(seconds: 1_772_372_690),
          title: "deploy of checkout", service: nil, hosts: []), score: 0.9, reasons: ["10 s before"], evidence: [])
    ], noChange: NoChange(score: 0.1, reasons: []))
}
