import Accounts
import Drills
import Incidents
import Interchange
import PageKit
import RecordViews

/// Declaring the incident on whose screens a drill is played; once that is done, the way to them.
struct DrillIncident: Sendable {
  let scene: DrillScene

  var html: HTML? {
    if let number = scene.drill.incident { return link(IncidentID(number: number)) }
    guard scene.state.isPlaying else { return nil }
    guard scene.mayAct else {
      return part("Nobody has declared an incident yet") { "Whoever responds declares it, as on a bad day." }
    }
    guard !scene.isLed else {
      return part("Nobody has declared an incident yet") {
        "It is for those who respond: how long they take is part of what you look at."
      }
    }
    return declare
  }

  private func part(_ title: String, _ words: () -> String) -> HTML {
    Tag.section(.class("drill-part"), .labelledBy("incident-title")) {
      Tag.h2(.id("incident-title")) { title }
      Tag.p(.class("section-note")) { words() }
    }
  }

  private func link(_ id: IncidentID) -> HTML {
    Tag.section(.class("drill-part drill-incident"), .labelledBy("incident-title")) {
      Tag.h2(.id("incident-title")) { scene.incident.map { "\(id): \($0.summary.title)" } ?? "\(id)" }
      if let incident = scene.incident?.incident {
        Tag.p(.class("marks")) {
          StateMark(state: incident.state).html
          Tag.span {
            incident.holder(of: RoleDefinition.commander).map { "\($0) leads" } ?? "Nobody leads yet"
          }
          Tag.span { Wording.count(incident.entries.count, "line") }
        }
      }
      Tag.a(.class("button", scene.isLed || !scene.state.isPlaying ? "" : "strong"), .href(.incident(id))) {
        scene.state.isPlaying ? "To its screens" : "What was written there"
      }
    }
  }

  private var declare: HTML {
    let form = scene.form("declare", .declareInDrill)
    return Tag.details(.class("drill-declare"), .id("declare-it"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Declare the incident" }
      Tag.p(.class("section-note")) {
        "When you think that something is wrong. It is marked as a drill, and nobody outside is told."
      }
      form.html(.class("form")) {
        form.field(
          "title", "What is wrong?", isRequired: true, lengthMax: IncidentLimits.titleScalarsMax,
          placeholder: "Nobody can log in")
        form.field("impact", "What do users feel?", lengthMax: IncidentLimits.textScalarsMax)
        if let caller = scene.context.caller {
          Tag.label(.class("tick")) {
            Tag.input(
              .set("type", "checkbox"), .set("name", "commander"), .set("value", caller.account),
              form.typed("commander") == "" ? nil : .set("checked", ""))
            "I lead until somebody takes over"
          }
        }
        Tag.button(.class("strong declare"), .set("type", "submit")) { "Declare" }
      }
    }
  }
}
