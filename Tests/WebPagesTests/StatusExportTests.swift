import Foundation
import PageTesting
import PublicStatus
import StatusPages
import Testing

/// The static copy: it must stand without a server, in any folder.
@Suite struct StatusExportTests {
  private static let files = StatusExport.files(Harbour.trouble)

  @Test func `a copy holds every page and file, always the same`() {
    let paths = Self.files.map(\.path)
    #expect(paths.first == "index.html")
    for path in [
      "history.html", "history/2031-03.html", "history/2031-01.html", "incidents/k3f9qd.html", "incidents/h4rb0r.html",
      "feed.atom", "maintenance.ics", "api/v2/summary.json", "api/v2/status.json", "api/v2/components.json",
      "api/v2/incidents.json", "api/v2/incidents/unresolved.json", "api/v2/scheduled-maintenances.json",
      "api/v2/scheduled-maintenances/upcoming.json", "api/v2/scheduled-maintenances/active.json",
    ] {
      #expect(paths.contains(path), "\(path)")
    }
    let again = StatusExport.files(Harbour.trouble)
    #expect(again.map(\.path) == paths)
    #expect(again.map(\.bytes) == Self.files.map(\.bytes))
  }

  @Test func `every link of a copy leads to a file of it, from wherever the page stands`() throws {
    let paths = Set(Self.files.map(\.path))
    for file in Self.files where file.path.hasSuffix(".html") {
      let page = Markup(String(decoding: file.bytes, as: UTF8.self))
      let base = try #require(URL(string: "file:///copy/\(file.path)"))
      for element in page.elements where element.attributes["rel"] != "noopener noreferrer" {
        for target in [element.attributes["href"], element.attributes["src"]].compactMap(\.self) {
          #expect(!target.hasPrefix("/"), "\(file.path): \(target)")
          let resolved = try #require(URL(string: target, relativeTo: base)).absoluteURL.path
          #expect(
            resolved.hasPrefix("/copy/") && paths.contains(String(resolved.dropFirst(6))), "\(file.path): \(target)")
        }
      }
    }
  }

  @Test func `a place on a page is there`() throws {
    let feed = try #require(Self.files.first { $0.path == "feed.atom" }).bytes
    let links = String(decoding: feed, as: UTF8.self).matches(of: /href="(incidents\/[^"#]+)#([^"]+)"/)
    #expect(links.count == 9)
    for link in links {
      let page = try #require(Self.files.first { $0.path == link.output.1 }).bytes
      #expect(String(decoding: page, as: UTF8.self).contains("id=\"\(link.output.2)\""))
    }
  }

  @Test func `a copy that knows its address gives whole links to readers of feeds and programs`() throws {
    let files = StatusExport.files(Harbour.trouble, address: "https://copy.example/down/")
    let feed = try #require(files.first { $0.path == "feed.atom" }).bytes
    #expect(String(decoding: feed, as: UTF8.self).contains("href=\"https://copy.example/down/incidents/k3f9qd.html#"))
    let summary = try #require(files.first { $0.path == "api/v2/summary.json" }).bytes
    let text = String(decoding: summary, as: UTF8.self)
    #expect(text.contains("\"shortlink\":\"https://copy.example/down/incidents/k3f9qd.html\""))
  }

  /// Writes a copy, so that a person (or a parser) can look at it.
  // Runs only where somebody asks for the files.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MAYDAY_GALLERY"] != nil))
  func `a copy is written as files`() throws {
    let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["MAYDAY_GALLERY"]))
    for (name, report) in [("copy", Harbour.trouble), ("copy-empty", Harbour.empty)] {
      for file in StatusExport.files(report) {
        let url = folder.appendingPathComponent(name).appendingPathComponent(file.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
    }
  }
}
