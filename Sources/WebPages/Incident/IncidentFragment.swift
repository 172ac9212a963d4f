import Incidents
package import PageKit
package import RecordViews

/// Parts of an incident's page by themselves, for the script that keeps it up.
package struct IncidentFragment: Sendable {
  private let scene: IncidentScene

  package init(view: IncidentView, query: TimelineQuery = TimelineQuery(), context: PageContext) {
    let zone = query.zone.flatMap { PageZone($0) } ?? .utc
    scene = IncidentScene(view: view, query: query, zone: zone, context: context)
  }

  /// Lines that were written, or corrected, after a version; newest first where the incident runs.
  ///
  /// A whole list in markup, with the version that it brings the reader to.
  package func entries(after version: Int64) -> String {
    let known = scene.incident.entries.last { $0.version <= version }?.written
    let news = scene.incident.entries.filter { entry in
      entry.version > version || entry.former.contains { former in known.map { former.corrected > $0 } ?? true }
    }.filter { entry in scene.query.filter?.kinds.contains(entry.kind) ?? true }
    return Tag.ol(.set("data-version", "\(scene.incident.version)")) {
      for entry in news.suffix(EntryList.shownMax) { EntryRow(scene: scene, entry: entry).html }
    }.markup
  }

  /// Head and what to do now.
  package var head: String {
    HTML.joined(
      (IncidentHead(scene: scene).parts + [("what-now", WhatNow.live(scene))]).map { name, html in
        Tag.div(.set("data-live", name)) { html }
      }
    ).markup
  }
}
