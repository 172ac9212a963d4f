import Chronology
import Documents
import EvidenceReading
import EvidenceRecords
import Findings
import PageKit
import PageTesting
import PostmortemPages
import RecordViews
import Testing
import TimelineBuilding
import WebPages

/// Logs, chat and documents come from anywhere; nothing in them may become part of a page.
@Suite struct EscapingTests {
  private static let hostile = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>\u{202E}\u{1B}[2J&amp;"

  private func expectHarmless(_ html: String) {
    let page = Markup(html)
    #expect(page.faults == [])
    #expect(page.all("script").allSatisfy { $0.attributes["src"] != nil })
    #expect(page.all("img").isEmpty)
    #expect(!page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(!html.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
    // Shown, not dropped: the reader sees what stands in the evidence.
    #expect(page.text.contains("&quot;&gt;&lt;script&gt;alert(1)"))
    #expect(page.text.contains("&amp;amp;"))
  }

  @Test func `text is escaped, and so is an attribute`() {
    #expect(HTML("a < b & \"c\" 'd'").markup == "a &lt; b &amp; &quot;c&quot; &#39;d&#39;")
    #expect(HTML("a\u{0}b\u{9B}c\u{2066}d\te\nf").markup == "a·b·c·d\te\nf")
  }

  @Test func `a hostile incident stays text`() {
    var summary = Ferry.summary
    summary.title = Self.hostile
    summary.status = Self.hostile
    summary.impact = Self.hostile
    expectHarmless(IncidentPage(view: IncidentView(summary: summary, timeline: nil, postmortem: nil)).html)
    expectHarmless(
      HomePage(view: HomeView(incidents: [summary], postmortems: [], record: Ferry.home.record)).html)
  }

  @Test func `hostile evidence stays text`() {
    let evidence = MomentEvidence(
      reference: EvidenceReference(source: Self.hostile, line: 1, sha256: Self.hostile),
      excerpt: [NumberedLine(line: 1, text: Self.hostile)])
    var moment = Ferry.moment(
      1, "21:12:40", .first, Self.hostile, Self.hostile, 3, Self.hostile, [Self.hostile], [evidence])
    moment.id = Self.hostile
    var source = SourceSummary(path: Self.hostile, format: Self.hostile, confidence: 1)
    source.notes = [Self.hostile]
    source.zone = Self.hostile
    source.unrecognisedSamples = [NumberedLine(line: 1, text: Self.hostile)]
    let suspect = Ferry.suspect(.flag, Self.hostile, "21:12:00", Self.hostile, Self.hostile, 0.5, [Self.hostile])
    let report = TimelineReport(
      evidence: [Self.hostile], window: nil, sources: [source], clockNotes: [Self.hostile], onset: Ferry.onset,
      moments: [moment, Ferry.told[1]], suspects: [suspect], noChange: NoChange(score: 0, reasons: [Self.hostile]))
    expectHarmless(IncidentPage(view: IncidentView(summary: Ferry.summary, timeline: report, postmortem: nil)).html)
    expectHarmless(TimelineFile.html(report, zoneLabel: Self.hostile) { _ in 0 })
  }

  @Test func `a hostile document stays text`() {
    let markdown = """
      # \(Self.hostile)

      ## Executive summary \(Self.hostile)

      <script>alert(1)</script> [run](javascript:alert(1)) <b onclick="alert(1)">bold</b>

      | \(Self.hostile) | b |
      |---|---|
      | `<script>` | "quoted" |
      """
    let finding = Finding(
      path: Self.hostile, span: TextSpan(line: 1, column: 3, endLine: 1, endColumn: 9), rule: Self.hostile,
      severity: .error, message: Self.hostile, reason: Self.hostile, question: Self.hostile, fix: Self.hostile)
    var summary = Ferry.postmortemSummary
    summary.title = Self.hostile
    let html = PostmortemPage(
      view: PostmortemView(
        summary: summary, incident: Ferry.summary, document: PostmortemDocument(parsing: markdown), findings: [finding])
    ).html
    expectHarmless(html)
    #expect(!html.lowercased().contains("javascript:"))
  }

  @Test func `a zone that is none is said back as text`() {
    let html = IncidentPage(view: Ferry.incident, query: TimelineQuery(zone: Self.hostile)).html
    expectHarmless(html)
    #expect(html.contains("No zone is known here as"))
  }
}
