import Chronology
import PublicStatus
import StatusPages
import Testing

/// A published postmortem on the public site: its page, where it is linked from, and that it is gone once it is gone.
struct StatusPostmortemTests {
  private let report: StatusReport
  private let postmortem: PublicPostmortem

  init() throws {
    var report = Harbour.trouble
    let incident = try #require(report.incidents.first { !$0.isOpen } ?? report.incidents.first)
    postmortem = PublicPostmortem(
      id: "lesson-1", incident: incident.id, title: "Tickets <at sea>",
      markdown: "# Tickets at sea\n\n## Executive summary\n\nWe are sorry. <script>x</script>\n", published: Harbour.now
    )
    report.postmortems = [postmortem]
    self.report = report
  }

  @Test func `its page says what happened, once under one heading, and nothing in it runs`() throws {
    let page = try #require(StatusSite(report: report).postmortem("lesson-1"))
    #expect(page.contains(">Tickets &lt;at sea&gt;</h1>"))
    #expect(!page.contains("Tickets at sea</h1>"))
    #expect(page.contains("We are sorry."))
    #expect(!page.contains("<script>x"))
    #expect(StatusSite(report: report).postmortem("other") == nil)
  }

  @Test func `its incident, the first page and the feed lead to it`() throws {
    let site = StatusSite(report: report)
    let incident = try #require(postmortem.incident)
    let link = "/status/postmortems/lesson-1"
    #expect(try #require(site.item(incident)).contains("href=\"\(link)\""))
    #expect(site.page.contains("href=\"\(link)\""))
    #expect(site.feed.contains(link))
    #expect(site.feed.contains("We are sorry."))
  }

  @Test func `taken back, it is nowhere`() throws {
    var report = report
    report.postmortems = []
    let site = StatusSite(report: report)
    #expect(site.postmortem("lesson-1") == nil)
    #expect(
      ![site.page, site.feed, site.item(try #require(postmortem.incident)) ?? ""].contains { $0.contains("lesson-1") })
  }

  @Test func `a copy of files has it as a file`() throws {
    let files = StatusExport.files(report)
    let file = try #require(files.first { $0.path == "postmortems/lesson-1.html" })
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("href=\"../index.html\""))
  }
}
