import Documents
import Findings
import PageTesting
import PostmortemPages
import RecordViews
import Testing
import WebPages

@Suite struct PostmortemPageTests {
  private func page(_ markdown: String, findings: [Finding] = []) -> Markup {
    Markup(
      PostmortemPage(
        view: PostmortemView(
          summary: Ferry.postmortemSummary, incident: Ferry.summary, document: PostmortemDocument(parsing: markdown),
          findings: findings)
      ).html)
  }

  private func sections(_ page: Markup) -> [String] {
    page.all("section", class: "part").compactMap { $0.attributes["id"] }
  }

  @Test func `all ten sections have their place, missing ones as gaps`() {
    let page = Markup(PostmortemPage(view: Ferry.postmortem).html)
    #expect(
      sections(page) == [
        "date-and-time", "participants", "status", "summary", "impact", "root-cause", "timeline", "actions",
        "section-9", "lessons",
      ])
    let gaps = page.all("section", class: "part-missing").compactMap { $0.attributes["id"] }
    #expect(gaps == ["participants", "lessons"])
    #expect(page.text.contains("Who wrote this, and who took part?"))
  }

  @Test func `sections keep the order of the file, and the missing stand behind what they follow`() {
    let page = page("# A title\n\n## Lessons learned\n\nA.\n\n## Impact analysis\n\nB.\n")
    #expect(
      sections(page) == [
        "date-and-time", "participants", "status", "summary", "lessons", "impact", "root-cause", "timeline", "actions",
      ])
  }

  @Test func `an empty file is ten questions`() {
    let page = page("")
    #expect(page.faults == [])
    #expect(page.all("section", class: "part-missing").count == 9)
    #expect(page.text.contains("Not known"))
  }

  @Test func `what the head of the file says stands in place of a section`() {
    let page = page("---\ntitle: A\nauthors: [Kim, Ada]\nstarted: 2031-03-14T21:12:40Z\n---\n# A\n")
    #expect(page.text.contains("Kim, Ada"))
    #expect(page.text.contains("From the head of the file."))
  }

  @Test func `a finding stands with its section, with the words it is about`() {
    let page = Markup(PostmortemPage(view: Ferry.postmortem).html)
    #expect(page.all("article", class: "finding").count == 4)
    #expect(page.text.contains("The operator forgot"))
    #expect(page.text.contains("The text as a whole"), "a finding on the first line is about the whole")
  }

  @Test func `a finding about a place that is not there does not break the page`() {
    let spans = [
      TextSpan(line: 999, column: 1, endLine: 999, endColumn: 5),
      TextSpan(line: 1, column: 90, endLine: 1, endColumn: 95),
      TextSpan(line: 0, column: 0, endLine: 0, endColumn: 0), TextSpan(line: 3, column: 2, endLine: 1, endColumn: 1),
    ]
    let findings = spans.map {
      Finding(path: "a", span: $0, rule: "r", severity: .note, message: "m", reason: "w", question: "q")
    }
    let page = page("# A\n\ntext\n", findings: findings)
    #expect(page.all("article", class: "finding").count == 4)
  }

  @Test func `cells of a table know their column`() {
    let page = page("# A\n\n## Action items\n\n| do *this* | \"who\" |\n|---|---|\n| a | b |\n| c | |\n")
    #expect(page.all("table", class: "stacking").count == 1)
    #expect(
      page.all("td").map { $0.attributes["data-label"] } == [
        "do this", "&quot;who&quot;", "do this", "&quot;who&quot;",
      ])
    #expect(page.text.contains("2 actions: 0 done, 2 open"))
  }
}
