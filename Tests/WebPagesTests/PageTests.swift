import PageKit
import PageTesting
import RecordViews
import Testing

/// What holds for every page, whatever it shows.
@Suite struct PageTests {
  @Test(arguments: Gallery.pages.map(\.name)) func `a page is sound`(name: String) throws {
    let html = try #require(Gallery.pages.first { $0.name == name }).html
    let page = Markup(html)
    #expect(html.hasPrefix("<!doctype html>"))
    #expect(page.faults == [])
    #expect(page.all("h1").count == 1)
    #expect(page.all("main").count == 1)
    let ids = page.values("id")
    #expect(Set(ids).count == ids.count, "an id stands twice")
    let fragments = page.values("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(Set(fragments).subtracting(ids) == [], "a link leads to a place that is not on the page")
    let references = page.values("aria-labelledby") + page.values("aria-describedby") + page.values("list")
    for reference in references.flatMap({ $0.split(separator: " ").map(String.init) }) {
      #expect(ids.contains(reference))
    }
  }

  @Test(arguments: Gallery.pages.map(\.name)) func `a page keeps to the content-security policy`(name: String) throws {
    let html = try #require(Gallery.pages.first { $0.name == name }).html
    let page = Markup(html)
    let names = Set(page.elements.flatMap(\.attributes.keys))
    #expect(!names.contains("style"), "an inline style would not be applied")
    #expect(names.filter { $0.hasPrefix("on") } == [])
    for script in page.all("script") { #expect(script.attributes["src"]?.hasPrefix("/assets/") == true) }
    // A link away says so, and tells the other side nothing.
    let away = page.elements.filter { $0.attributes["rel"] == "noopener noreferrer" }.compactMap(\.attributes["href"])
    #expect(away.allSatisfy { $0.hasPrefix("https://") || $0.hasPrefix("http://") || $0.hasPrefix("mailto:") })
    #expect(away.isEmpty || name.hasPrefix("status"))
    let targets = page.values("href") + page.values("src") + page.values("action")
    // A telephone takes a number; nothing is fetched for it.
    for target in targets where !away.contains(target) && !target.hasPrefix("tel:+") {
      #expect(target.hasPrefix("/") && !target.hasPrefix("//") || target.hasPrefix("#"), "\(target) leads elsewhere")
    }
  }

  @Test func `only a file that stands alone carries its style, and it loads nothing`() throws {
    for (name, html) in Gallery.pages {
      let page = Markup(html)
      let isFile = name == "timeline-file"
      #expect(page.all("style").count == (isFile ? 1 : 0))
      if isFile {
        #expect(page.all("link").isEmpty && page.all("script").isEmpty && page.all("form").isEmpty)
        #expect(page.values("href").allSatisfy { $0.hasPrefix("#") })
        #expect(!html.contains("url("))
      }
    }
  }

  @Test func `an asset is found under its hashed name only`() {
    for asset in Asset.allCases {
      #expect(Asset(hashedName: asset.hashedName) == asset)
      #expect(Asset(hashedName: asset.rawValue) == nil)
      #expect(!asset.bytes.isEmpty)
    }
    #expect(Asset(hashedName: "../Package.swift") == nil)
  }

  @Test(arguments: [
    (SitePath.home, "/"),
    (.incident(IncidentID(number: 1)), "/incidents/INC-1"),
    (.incident(IncidentID(number: 1), TimelineQuery(isAll: true), moment: "a1"), "/incidents/INC-1?all=1#moment-a1"),
    (.incidentTimeline(IncidentID(number: 1)), "/incidents/INC-1/timeline.json"),
    (.postmortem(PostmortemID(number: 12)), "/postmortems/PM-12"),
    // A zone is typed by a person: what it holds must not end the query.
    (
      .incident(IncidentID(number: 1), TimelineQuery(zone: "+05:30&all=1#\"é", isAll: false)),
      "/incidents/INC-1?zone=%2B05:30%26all%3D1%23%22%C3%A9"
    ),
  ]) func `one type knows the addresses`(path: SitePath, text: String) {
    #expect(path.text == text)
  }
}
