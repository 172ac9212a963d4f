import Accounts
import DrillPages
import Drills
import Incidents
import Interchange
import PageKit
import RecordViews

/// The way to the incident's postmortem, or the one act that begins it once the incident is over.
struct PostmortemPanel: Sendable {
  let scene: IncidentScene

  var html: HTML? {
    if let postmortem = scene.view.postmortem {
      return panel {
        Tag.p {
          Tag.a(.href(.postmortem(postmortem.id))) { "\(postmortem.id), \(postmortem.status.lowercased())" }
        }
      }
    }
    if let drill = scene.drill?.whole.drill, drill.state == .ended {
      return panel {
        Tag.p(.class("section-note")) { "What was expected, what happened, and what to change in the plan." }
        Tag.p { Tag.a(.class("button"), .href(.drills(.outcome(drill.number)))) { "Look at how the drill went" } }
      }
    }
    guard scene.isOpen, !scene.incident.isDrill, [.resolved, .learning].contains(scene.incident.state) else {
      return nil
    }
    let form = ActionForm(
      "postmortem", ActionPath(.startPostmortem), on: scene.page, context: scene.context, zone: scene.zone)
    return panel {
      Tag.p(.class("section-note")) {
        "It begins with all that the record and the evidence hold, in ten sections. What is missing is asked there."
      }
      form.html(.class("form")) {
        HiddenField.html("incident", "\(scene.id)")
        HiddenField.html("facilitator", scene.context.caller?.account ?? "")
        Tag.button(.class("strong"), .set("type", "submit")) { "Begin the postmortem" }
      }
    }
  }

  private func panel(@HTMLBuilder content: () -> HTML) -> HTML {
    Tag.section(.class("panel side-part"), .id("postmortem"), .labelledBy("postmortem-title")) {
      Tag.h2(.id("postmortem-title")) { "Postmortem" }
      content()
    }
  }
}
