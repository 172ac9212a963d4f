import Desk
import Foundation
import Testing
import WebPages

/// Writes every page as a file, so that a person (or a browser under control) can look at it:
/// `MAYDAY_GALLERY=folder swift test --filter PageGallery`.
@Suite struct PageGallery {
  private static let folder = ProcessInfo.processInfo.environment["MAYDAY_GALLERY"]

  // Runs only where somebody asks for the files.
  @Test(.enabled(if: folder != nil)) func `every page is written as a file`() throws {
    let folder = URL(fileURLWithPath: try #require(Self.folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, html) in Gallery.pages {
      try Data(html.utf8).write(to: folder.appendingPathComponent("\(name).html"))
    }
    let assets = folder.appendingPathComponent("assets")
    try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
    for asset in Asset.allCases { try Data(asset.bytes).write(to: assets.appendingPathComponent(asset.hashedName)) }
  }
}

/// Every page there is, filled with the invented incident.
enum Gallery {
  static var pages: [(name: String, html: String)] {
    [
      ("home", HomePage(view: Ferry.home).html),
      ("home-empty", HomePage(view: Ferry.empty).html),
      ("incident", IncidentPage(view: Ferry.incident).html),
      (
        "incident-berlin",
        IncidentPage(view: Ferry.incident, query: TimelineQuery(zone: "Europe/Berlin", isAll: true)).html
      ),
      (
        "incident-bare",
        IncidentPage(view: .init(summary: Ferry.running, timeline: nil, postmortem: nil)).html
      ),
      ("postmortem", PostmortemPage(view: Ferry.postmortem).html),
      ("not-found", MessagePage.notFound.html),
      ("failed", MessagePage.failed.html),
      ("timeline-file", TimelineFile.html(Ferry.report, zoneLabel: "UTC") { _ in 0 }),
      ("design", DesignPage().html),
    ] + Harbour.pages
  }
}
