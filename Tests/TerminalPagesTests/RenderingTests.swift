import Chronology
import EvidenceReading
import EvidenceRecords
import Findings
import TerminalPages
import Testing
import TimelineBuilding

struct RenderingTests {
  private let terminal = Terminal(columns: 80, usesColour: false)

  private func moment(
    _ kind: MomentKind, _ time: String, _ title: String, rank: Int, source: String = "oven01/oven.log"
  ) throws -> TimelineMoment {
    TimelineMoment(
      id: "m\(rank)", instant: try #require(Instant(rfc3339: "2031-05-06T\(time)Z")), instantBasis: .stated, kind: kind,
      title: title, reason: "never seen before; 12 times in the first minute", count: 12, rank: rank, service: "oven",
      hosts: ["oven01"],
      evidence: [MomentEvidence(reference: EvidenceReference(source: source, line: 41))])
  }

  private func report(_ moments: [TimelineMoment]) throws -> TimelineReport {
    let from = try #require(Instant(rfc3339: "2031-05-06T07:00:10Z"))
    let span = TimeSpan(from: from, to: from.advanced(bySeconds: 3))
    return TimelineReport(
      evidence: ["evidence"], window: span,
      sources: [SourceSummary(path: "oven01/oven.log", format: "json-lines", confidence: 1)],
      clockNotes: ["oven01 runs 12.0 s behind (40 shared request ids)"], onset: span, moments: moments,
      suspects: [
        Suspect(
          change: SuspectChange(
            kind: .flag, id: "C-1", commit: nil, instant: from.advanced(bySeconds: -5), title: "C-1 fan: on → off",
            service: "oven", hosts: ["oven01"]), score: 0.825, reasons: ["5 s before the onset"], evidence: [])
      ], noChange: NoChange(score: 0.05, reasons: ["no outside error came first"]))
  }

  @Test func `a timeline fits its columns, brackets the trouble, and says what is hidden`() throws {
    let long = String(repeating: "very ", count: 80) + "\u{1B}[31mred"
    let text = TimelineText(
      report: try report([
        moment(.change, "07:00:05", "C-1 fan: on → off", rank: 2), moment(.first, "07:00:10", long, rank: 1),
        moment(.calm, "07:10:00", "oven cools", rank: 3), moment(.said, "07:12:00", "all calm", rank: 9),
      ]), zone: .utc, shownMax: 3
    ).render(for: terminal)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { TerminalText.width($0) <= 80 })
    #expect(!text.contains("\u{1B}"))
    #expect(lines.contains("┌ 07:00:10–07:00:13  ONSET"))
    #expect(lines.contains { $0.hasPrefix("│ 07:00:10  ● first") })
    #expect(lines.contains { $0.hasPrefix("└ 07:10:00  ✓ calm") })
    #expect(lines.contains("    … 1 more moments (--all)"))
    #expect(lines.contains { $0.hasPrefix("  1  0.83  C-1 fan: on → off") })
    #expect(text.contains("Clocks: oven01 runs 12.0 s behind"))
    #expect(text.contains("oven01/oven.log:41"))
  }

  @Test func `a timeline of nothing says where to look`() throws {
    var empty = try report([])
    empty.onset = nil
    empty.suspects = []
    let text = TimelineText(report: empty, zone: .utc, shownMax: 40).render(for: terminal)
    #expect(text.contains("Nothing stands out."))
    #expect(!text.contains("ONSET"))
  }

  @Test func `a finding shows its line, marks the passage, and asks`() {
    let line = String(repeating: "Long before it. ", count: 12) + "The operator forgot the fan. And more after it."
    let start = 12 * 16 + 1
    let finding = Finding(
      path: "day.md", span: TextSpan(line: 3, column: start, endLine: 3, endColumn: start + 19), rule: "blame",
      severity: .error, message: "a person stands as the explanation", reason: "A name ends the inquiry.",
      question: "What would have shown it?", fix: "The fan has no light")
    let text = FindingsText(findings: [finding], documents: ["day.md": "# A day\n\n\(line)\n"]).render(for: terminal)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { TerminalText.width($0) <= 80 })
    let quoted = lines.firstIndex { $0.hasPrefix("    3 │ …") } ?? 0
    let carets = lines[quoted + 1]
    let from = carets.firstIndex(of: "^").map { carets.distance(from: carets.startIndex, to: $0) } ?? 0
    #expect(lines[quoted].dropFirst(from).hasPrefix("The operator forgot"))
    #expect(carets.filter { $0 == "^" }.count == 19)
    #expect(text.contains("  ask   What would have shown it?"))
    #expect(text.contains("  like  \"The fan has no light\""))
    #expect(text.contains("1 finding in 1 file (1 error)."))
  }

  @Test func `no findings is one calm line`() {
    #expect(
      FindingsText(findings: [], documents: ["a.md": "", "b.md": ""]).render(for: terminal) == "No findings in 2 files."
    )
  }
}
