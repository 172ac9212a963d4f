import Incidents
import PageKit

/// What was told to whom, newest first, and drafts that wait.
struct UpdatePanel: Sendable {
  let scene: IncidentScene

  /// Updates that went out and are listed at once.
  private static let shownMax = 12

  var html: HTML {
    Tag.section(.class("panel side-part"), .id("updates"), .labelledBy("updates-title")) {
      Tag.h2(.id("updates-title")) { "Told to people" }
      if scene.incident.updates.isEmpty { Tag.p(.class("section-note")) { "Nobody was told anything yet." } }
      Tag.ul(.class("update-list")) { for update in shown { row(update) } }
      if shown.count < scene.incident.updates.count {
        Tag.p(.class("show-all")) {
          Tag.a(.href(.incident(scene.id, all))) { "All \(Wording.count(scene.incident.updates.count, "update"))" }
        }
      }
      if scene.isOpen {
        Tag.p { Tag.a(.class("button"), .href(.response(.newUpdate(scene.id)))) { "Write an update" } }
      }
    }
  }

  /// Drafts wait whatever their age; of what is out, the newest.
  private var shown: [IncidentUpdate] {
    let newest = scene.incident.updates.reversed()
    guard !scene.query.isAll else { return Array(newest) }
    let old = Set(newest.filter { $0.published != nil }.dropFirst(Self.shownMax).map(\.number))
    return newest.filter { !old.contains($0.number) }
  }

  private var all: TimelineQuery {
    var query = scene.query
    query.isAll = true
    return query
  }

  private func row(_ update: IncidentUpdate) -> HTML {
    Tag.li {
      Tag.p(.class("update-line")) {
        Tag.a(.href(.response(.update(scene.id, update.number)))) {
          update.text.broken.isEmpty ? "Update \(update.number)" : String(update.text.broken.prefix(120))
        }
      }
      Tag.p(.class("section-note")) {
        "\(Wording.sentence(update.audience.words)), \(update.state.rawValue), "
        if let withdrawn = update.withdrawn {
          "taken back "
          scene.time(withdrawn)
        } else if let published = update.published {
          "out "
          scene.time(published)
          update.former.isEmpty ? "" : ", corrected"
        } else {
          update.approvedBy.map { "draft, approved by \($0)" } ?? "draft"
        }
      }
    }
  }
}
