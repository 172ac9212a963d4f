import Chronology
import Foundation
import PageKit
import PageTesting
import RecordViews
import Testing
import TimelineBuilding
import WebPages

@Suite struct IncidentPageTests {
  @Test func `each shown moment has its time, its shape with a word, and its evidence one click away`() {
    let page = Markup(IncidentPage(view: Ferry.incident).html)
    let moments = page.all("li", class: "moment")
    #expect(moments.count == 40)
    #expect(page.all("a", class: "stamp").count == 40)
    #expect(page.all("span", class: "kind-word").count == 40)
    #expect(page.all("details", class: "evidence").count >= 40)
    #expect(page.all("li", class: "in-onset").count == 2)
  }

  @Test func `the rest is one link away, at the place where it is folded`() {
    let page = Markup(IncidentPage(view: Ferry.incident).html)
    let links = page.values("href").filter { $0.contains("all=1") }
    #expect(links.contains("/incidents/INC-7?all=1"))
    #expect(links.contains { $0.hasPrefix("/incidents/INC-7?all=1#moment-m") })
    let all = Markup(IncidentPage(view: Ferry.incident, query: TimelineQuery(isAll: true)).html)
    #expect(all.all("li", class: "moment").count == 58)
    #expect(all.values("href").contains("/incidents/INC-7"))
  }

  @Test func `times are shown in the zone the reader chose, and links keep it`() {
    let html = IncidentPage(view: Ferry.incident, query: TimelineQuery(zone: "Asia/Tokyo")).html
    let page = Markup(html)
    #expect(page.text.contains("06:12:40"))
    #expect(!page.text.contains("21:12:40.250"))
    #expect(page.values("datetime").contains("2031-03-14T21:12:40.250Z"), "machines still read UTC")
    #expect(page.values("href").contains("/incidents/INC-7?zone=Asia/Tokyo&amp;all=1"))
  }

  @Test func `suspects are candidates, and no change of ours is among them`() {
    let page = Markup(IncidentPage(view: Ferry.incident).html)
    #expect(page.text.contains("Candidates, not verdicts."))
    #expect(page.all("li", class: "candidate").count == 5)
    #expect(page.all("li", class: "no-change").count == 1)
    #expect(page.text.contains("1 minute 34 seconds before the onset"))
  }

  @Test func `candidates stand in the order of their scores, no change of ours too, and the weakest are folded`() {
    var report = Ferry.report
    report.noChange.score = 0.4
    let page = Markup(IncidentPage(view: IncidentView(summary: Ferry.summary, timeline: report, postmortem: nil)).html)
    let candidates = page.all("li", class: "candidate")
    #expect(candidates.firstIndex { $0.classes.contains("no-change") } == 2)
    #expect(page.text.contains("1 more, none above 0.08"))
  }

  @Test func `what is derived says so`() {
    let text = Markup(IncidentPage(view: Ferry.incident, query: TimelineQuery(isAll: true)).html).text
    #expect(text.contains("clock corrected"))
    #expect(text.contains("an assumed zone was used"))
    #expect(text.contains("41.5 seconds behind") || text.contains("42 seconds behind"))
    #expect(text.contains("1 file not understood"))
  }

  @Test func `what is not known is said in words`() {
    let view = IncidentView(summary: Ferry.running, timeline: nil, postmortem: nil)
    let text = Markup(IncidentPage(view: view).html).text
    #expect(text.contains("Severity not known"))
    #expect(text.contains("Not known"))
    #expect(text.contains("Not written yet"))
    #expect(text.contains("No evidence is attached"))
  }

  @Test(arguments: [0, 1, 2]) func `a timeline of next to nothing still makes a page`(count: Int) {
    let report = TimelineReport(
      evidence: ["logs"], window: nil, sources: [], clockNotes: [], onset: nil,
      moments: Array(Ferry.told.prefix(count)), suspects: [], noChange: NoChange(score: 0, reasons: []))
    let page = Markup(IncidentPage(view: IncidentView(summary: Ferry.summary, timeline: report, postmortem: nil)).html)
    #expect(page.faults == [])
    #expect(page.text.contains("No change was found in the evidence."))
    #expect(page.text.contains("Nothing in the evidence stood out.") == (count == 0))
  }

  @Test func `the strip leaves out what lies far off, and says so`() {
    let page = Markup(IncidentPage(view: Ferry.incident).html)
    #expect(page.text.contains("Not on this strip: 1 earlier."))
    #expect(page.all("a", class: "strip-mark").count == 39)
    for x in page.all("use").compactMap({ $0.attributes["x"] }) {
      let percent = Double(x.dropLast()) ?? -1
      #expect((0...100).contains(percent))
    }
  }
}
