import Authoring
import Chronology
import Documents
import EvidenceReading
import EvidenceRecords
import Testing
import TimelineBuilding

struct PostmortemDraftTests {
  private func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text))
  }

  private func moment(_ kind: MomentKind, _ time: String, _ title: String, rank: Int) throws -> TimelineMoment {
    TimelineMoment(
      id: "m\(rank)", instant: try instant("2031-05-06T\(time)Z"), instantBasis: .stated, kind: kind, title: title,
      reason: "seen", count: 1, rank: rank, service: "oven", hosts: [],
      evidence: [MomentEvidence(reference: EvidenceReference(source: "oven|1.log", line: rank))])
  }

  private func draft(_ report: TimelineReport) -> PostmortemDocument {
    let draft = PostmortemDraft(report: report, zoneLabel: "UTC+02:00") { _ in 7200 }
    return PostmortemDocument(parsing: draft.markdown())
  }

  @Test func `a draft holds the ten sections in order, filled from the evidence`() throws {
    let onset = TimeSpan(from: try instant("2031-05-06T07:00:10Z"), to: try instant("2031-05-06T07:00:13Z"))
    let document = draft(
      TimelineReport(
        evidence: ["e"], window: onset, sources: [], clockNotes: [], onset: onset,
        moments: [
          try moment(.first, "07:00:10.250", "oven: fan | stopped *now*", rank: 1),
          try moment(.alert, "07:01:00", "OvenHot firing", rank: 2),
          try moment(.calm, "07:10:00", "oven: cool", rank: 3),
        ],
        suspects: [
          Suspect(
            change: SuspectChange(
              kind: .flag, id: "C-1", commit: nil, instant: try instant("2031-05-06T07:00:05Z"),
              title: "C-1 fan: on → off",
              service: nil, hosts: []), score: 0.8, reasons: ["5 s before the onset"], evidence: [])
        ], noChange: NoChange(score: 0.1, reasons: [])))
    #expect(document.sections.compactMap(\.kind) == SectionKind.allCases)
    #expect(document.frontMatter["started"] == "2031-05-06T09:00:10+02:00")
    #expect(document.frontMatter["ended"] == "2031-05-06T09:10:00+02:00")
    #expect(document.frontMatter["detected"] == "2031-05-06T09:01:00+02:00")
    #expect(document.timelineRows.count == 3)
    #expect(document.timelineRows.first?.text.contains("fan | stopped *now*") == true, "marks in evidence stay text")
    #expect(document.timelineRows.first?.instant == (try instant("2031-05-06T07:00:10Z")))
    let rootCause = try #require(document.section(.rootCause)?.body)
    #expect(rootCause.contains("C-1 fan: on → off"))
    #expect(rootCause.contains("5 s before the onset"))
    #expect(document.text.ranges(of: PostmortemDraft.askMark).count > 10)
  }

  @Test func `a draft from evidence without an onset claims nothing`() {
    let document = draft(
      TimelineReport(
        evidence: ["e"], window: nil, sources: [], clockNotes: [], onset: nil, moments: [], suspects: [],
        noChange: NoChange(score: 0, reasons: [])))
    #expect(document.sections.compactMap(\.kind) == SectionKind.allCases)
    #expect(document.frontMatter["started"] ?? "" == "")
    #expect(document.timelineRows.isEmpty)
    #expect(document.actions.isEmpty)
    #expect(document.section(.dateAndTime)?.body.contains("No onset stands out") == true)
  }
}
