import Chronology
import PageTesting
import PublicStatus
import StatusPages
import Testing

/// Updates are written by people in a hurry and names by anybody; nothing in them may become part of a page.
@Suite struct StatusEscapingTests {
  /// Of the kinds that public lists of cross-site scripting hold.
  static let hostile = [
    "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "'-alert(1)-'", "<img src=x onerror=alert(1)>",
    "[go](javascript:alert(1))", "[go](java\u{A}script:alert(1))", "![p](https://evil.example/pixel.png)",
    "<iframe srcdoc='<script>alert(1)</script>'>", "</title></head><body>", "<a href=data:text/html,x>x</a>",
    "<style>@import 'https://evil.example/x.css'</style>", "<!--", "]]>", "\u{202E}\u{1B}[2J\u{0}",
    "`</code><script>alert(1)</script>`", "<math><mi xlink:href=javascript:alert(1)>", "&lt;script&gt;",
    "[x]: javascript:alert(1)\n[x]", "<https://evil.example>", "|a|\n|-|\n|<b onclick=x>|",
  ]

  private static func report(_ text: String) -> StatusReport {
    var report = Harbour.trouble
    let words = PublicText(
      broken: text, affected: text, doing: text, meanwhile: text, nextBy: Harbour.now, apology: text, more: text)
    report.page = StatusPageSettings(name: text, url: text, contact: text, language: text)
    report.groups[0].name = text
    report.groups[0].description = text
    report.components[0].name = text
    report.components[0].description = text
    report.incidents[2].id = PublicID(text)
    report.incidents[2].title = text
    report.incidents[2].postmortem = text
    report.incidents[2].updates[0].id = PublicID(text + "u")
    report.incidents[2].updates[0].text = words
    report.incidents[2].updates[0].corrections[0].former = words
    report.incidents[2].updates[0].corrections[0].reason = text
    report.incidents[2].updates[1].withdrawn?.reason = text
    report.maintenances[0].title = text
    report.maintenances[0].updates[0].text = words
    return report
  }

  @Test(arguments: hostile) func `hostile text stays text on every page`(text: String) throws {
    let report = Self.report(text)
    let site = StatusSite(report: report)
    let item = try #require(site.item(PublicID(text)))
    let work = try #require(site.item("m34l5"))
    for html in [site.page, item, work, try #require(site.history())] {
      let page = Markup(html)
      #expect(page.faults == [])
      #expect(page.all("script").count == 1)
      for tag in ["img", "iframe", "style", "math", "object", "form"] { #expect(page.all(tag).isEmpty, "\(tag)") }
      #expect(!page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } })
      for target in page.values("href") {
        let plain = target.lowercased()
        #expect(!plain.hasPrefix("javascript") && !plain.hasPrefix("data:"))
      }
      for source in page.values("src") { #expect(source.hasPrefix("/assets/")) }
      #expect(!html.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" || $0 == "\u{0}" })
    }
  }

  @Test(arguments: hostile) func `a copy keeps to its folder whatever names are in it`(text: String) {
    var report = Self.report(text)
    report.incidents[2].id = PublicID("../" + text)
    let files = StatusExport.files(report)
    #expect(Set(files.map(\.path)).count == files.count)
    for file in files {
      #expect(file.path.wholeMatch(of: /[A-Za-z0-9_\-]+(\/[A-Za-z0-9_\-]+)*\.[a-z]+/) != nil, "\(file.path)")
    }
  }

  @Test func `a picture becomes its words`() {
    var report = Harbour.trouble
    report.incidents[2].updates[0].text.broken = "See ![the \"queue\" < now](https://evil.example/q.png) here"
    let html = StatusSite(report: report).page
    #expect(html.contains("See the &quot;queue&quot; &lt; now here"))
    #expect(!html.contains("evil.example"))
    #expect(!StatusSite(report: report).feed.contains("evil.example"))
  }
}
