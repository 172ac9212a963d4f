import Incidents
import PageKit

/// What was told to whom, newest first, and drafts that wait.
struct UpdatePanel: Sendable {
  let scene: IncidentScene

  var html: HTML {
    Tag.section(.class("panel side-part"), .id("updates"), .labelledBy("updates-title")) {
      Tag.h2(.id("updates-title")) { "Told to people" }
      if scene.incident.updates.isEmpty { Tag.p(.class("section-note")) { "Nobody was told anything yet." } }
      Tag.ul(.class("update-list")) { for update in scene.incident.updates.reversed() { row(update) } }
      if scene.isOpen {
        Tag.p { Tag.a(.class("button"), .href(.response(.newUpdate(scene.id)))) { "Write an update" } }
      }
    }
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
