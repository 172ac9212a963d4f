import Foundation
import Incidents
import PageKit
import PostmortemPages
import RecordViews
import TeamPages
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
    ] + Harbour.pages + response
  }

  /// Leading an incident, and what a team agrees on for it.
  private static var response: [(name: String, html: String)] {
    let context = Ferry.context()
    return [
      (
        "home-running",
        HomePage(view: Ferry.busyHome, components: Ferry.components, context: Ferry.context(flash: "INC-8 is over."))
          .html
      ),
      ("home-first", HomePage(view: Ferry.empty, context: context).html),
      ("live", IncidentPage(view: Ferry.live, context: context).html),
      ("live-fresh", IncidentPage(view: Ferry.fresh, context: context).html),
      ("live-late", IncidentPage(view: Ferry.late, context: Ferry.context(at: Ferry.late.now)).html),
      ("live-drill", IncidentPage(view: Ferry.drill, context: context).html),
      ("live-over", IncidentPage(view: Ferry.over, context: Ferry.context(at: Ferry.over.now)).html),
      ("live-past", IncidentPage(view: Ferry.past, context: context).html),
      ("live-reader", IncidentPage(view: Ferry.live, context: Ferry.context(Ferry.reader)).html),
      ("live-refused", IncidentPage(view: Ferry.live, context: Ferry.context(outcome: Ferry.refusedCorrection)).html),
      ("declare", DeclarePage(policy: .standard, components: Ferry.components, context: context).html),
      (
        "declare-refused",
        DeclarePage(
          policy: .standard, components: Ferry.components, context: Ferry.context(outcome: Ferry.refusedDeclaration)
        ).html
      ),
      ("composer-new", ComposerPage(view: Ferry.live, audience: nil, context: context).html),
      ("composer-draft", ComposerPage(view: Ferry.held, number: 2, context: context)?.html ?? ""),
      ("composer-out", ComposerPage(view: Ferry.corrected, number: 1, context: context)?.html ?? ""),
      ("near-misses", NearMissPage(nearMisses: Ferry.nearMisses, context: context).html),
      ("policy", PolicyPage(view: PolicyView(policy: .standard, version: 0), context: context).html),
      ("policy-form", PolicyFormPage(view: PolicyView(policy: .standard, version: 3), context: context).html),
      ("components", ComponentsPage(board: Ferry.board, context: context).html),
      (
        "maintenance",
        MaintenancePage(maintenances: Ferry.maintenances, components: Ferry.components, context: context).html
      ),
    ]
  }
}
