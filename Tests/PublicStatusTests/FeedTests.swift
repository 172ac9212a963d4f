import Chronology
import Foundation
import PublicStatus
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FeedTests {
  /// Stands in for the renderer of Markdown.
  @Sendable private static func render(_ markdown: String) -> String {
    "<p>\(markdown.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))</p>\n"
  }

  private static func entries(_ report: StatusReport) throws -> [XMLElement] {
    let xml = AtomFeed(report: report, links: Orchard.links, render: render).xml
    let document = try XMLDocument(xmlString: xml)
    return try #require(document.rootElement()).elements(forName: "entry")
  }

  private static func text(_ entry: XMLElement, _ name: String) -> String? {
    entry.elements(forName: name).first?.stringValue
  }

  @Test func `there is an entry for each update, what changed last first`() throws {
    let entries = try Self.entries(Orchard.report)
    #expect(
      entries.map { Self.text($0, "id") } == [
        "tag:status.orchard.example,2026-11-24:k3f9/u2", "tag:status.orchard.example,2026-11-24:k3f9/u1",
        "tag:status.orchard.example,2026-11-20:m3/m3-1", "tag:status.orchard.example,2026-11-20:m2/m2-1",
        "tag:status.orchard.example,2026-11-20:m1/m1-1", "tag:status.orchard.example,2026-11-03:b7/v3",
        "tag:status.orchard.example,2026-11-03:b7/v2", "tag:status.orchard.example,2026-11-03:b7/v1",
      ])
    for entry in entries {
      // RFC 4287, section 4.1.2.
      for name in ["id", "title", "updated", "link", "content"] { #expect(entry.elements(forName: name).count == 1) }
    }
  }

  @Test func `a correction is the same entry with a newer instant and the old words`() throws {
    let entry = try #require(try Self.entries(Orchard.report).first)
    #expect(Self.text(entry, "title") == "Corrected: Card payments fail for some orders (identified)")
    #expect(Self.text(entry, "published") == "2026-11-24T16:05:00Z")
    #expect(Self.text(entry, "updated") == "2026-11-24T16:08:00Z")
    let content = try #require(Self.text(entry, "content"))
    #expect(content.contains("<del><p>Paying by card fails for one order in ten.</p>"))
    #expect(content.contains("the first count left out one of the shops"))

    var before = Orchard.report
    before.incidents[1].updates[0].corrections = []
    let former = try #require(try Self.entries(before).first)
    #expect(Self.text(former, "id") == Self.text(entry, "id"))
    #expect(Self.text(former, "title") == "Card payments fail for some orders (identified)")
  }

  @Test func `a withdrawn update says so first`() throws {
    let entry = try #require(try Self.entries(Orchard.report).last)
    #expect(Self.text(entry, "title") == "Withdrawn: Orders arrived late (investigating)")
    let content = try #require(Self.text(entry, "content"))
    #expect(content.hasPrefix("<p><strong>Withdrawn 2026-11-03 06:25 UTC:</strong> orders did arrive, only late</p>"))
    #expect(content.contains("<del>"))
  }

  @Test func `a feed ends with the entries that changed last`() throws {
    var report = Orchard.report
    report.incidents[0].updates = (0..<150).map { number in
      var update = Orchard.over.updates[0]
      update.id = PublicID("n\(number)")
      update.published = Orchard.now.advanced(bySeconds: Double(number))
      return update
    }
    let entries = try Self.entries(report)
    #expect(entries.count == AtomFeed.entriesMax)
    #expect(try #require(Self.text(entries[0], "id")).hasSuffix("/n149"))
  }

  static let hostile = [
    "</title><script>alert(1)</script>", "]]>", "&nbsp;&#0;&#x1B;", "a\u{0}b\u{B}c\u{1F}d", "\u{FFFE}\u{FFFF}",
    "\u{202E}drow txen", "\"'><!--",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
    "e\u{301}\u{1F469}\u{200D}\u{1F680}", "line\r\nline\rline",
  ]

  @Test(arguments: hostile) func `hostile text stays text`(text: String) throws {
    var report = Orchard.report
    report.page.name = text
    report.page.language = text
    report.incidents[1].title = text
    report.incidents[1].updates[0].text = PublicText(broken: text, affected: text)
    report.incidents[1].updates[0].corrections[0].reason = text
    let xml = AtomFeed(report: report, links: Orchard.links, render: Self.render).xml
    let root = try #require(try XMLDocument(xmlString: xml).rootElement())
    let names = Set((root.children ?? []).compactMap(\.name))
    #expect(names == ["id", "title", "subtitle", "updated", "link", "author", "generator", "entry"])
    let content = try #require(root.elements(forName: "entry").first.flatMap { Self.text($0, "content") })
    #expect(!content.contains("<script"))
    #expect(!xml.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" || $0 == "\u{202E}" })
  }
}
