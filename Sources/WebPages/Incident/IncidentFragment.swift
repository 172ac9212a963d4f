package import Desk
import Incidents

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
    let news = scene.incident.entries.filter { entry in
      entry.version > version
        || entry.former.contains { former in
          scene.incident.entries.contains { $0.written >= former.corrected && $0.version > version }
        }
    }
    return Tag.ol(.set("data-version", "\(scene.incident.version)")) {
      for entry in news.suffix(EntryList.shownMax) { EntryRow(scene: scene, entry: entry).html }
    }.markup
  }

  /// Head and what to do now.
  package var head: String {
    HTML.joined(
      (IncidentHead(scene: scene).parts + [("what-now", WhatNow(scene: scene).html ?? .empty)]).map { name, html in
        Tag.div(.set("data-live", name)) { html }
      }
    ).markup
  }
}
