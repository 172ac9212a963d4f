import Incidents
import PageKit

/// The one input: type, press, and it is in the timeline.
struct SayForm: Sendable {
  let scene: IncidentScene

  private static let signs = [
    ("!", "decision"), ("@", "task"), (">", "update to customers"), ("03:12", "when it happened"),
  ]

  var html: HTML {
    let form = ActionForm(
      "say", .response(.say(scene.id)), on: scene.page, context: scene.context, returnTo: scene.page, zone: scene.zone)
    return Tag.section(.class("say"), .id("say-section"), .label("Write into the timeline")) {
      form.html(.id("say-form"), .set("data-say", "")) {
        Tag.div(.class("say-line")) {
          Tag.label(.class("unseen"), .set("for", "say")) { "What was seen, said, done or decided" }
          Tag.input(
            .id("say"), .set("name", "text"), .set("value", form.typed("text") ?? ""),
            .set("placeholder", "Write what you see"), .set("autocomplete", "off"),
            .set("maxlength", "\(IncidentLimits.textScalarsMax)"), .set("required", ""),
            .set("aria-describedby", "say-signs"), .set("enterkeyhint", "send"))
          Tag.button(.class("strong"), .set("type", "submit")) { "Write" }
        }
        Tag.p(.class("say-state"), .set("role", "status")) {}
        Tag.p(.class("say-signs"), .id("say-signs")) {
          for (sign, meaning) in Self.signs {
            Tag.span {
              Tag.kbd { sign }
              " \(meaning)"
            }
          }
        }
        Tag.details(.class("say-more"), (form.typed("at") ?? "").isEmpty ? nil : .isOpen) {
          Tag.summary { "It happened earlier" }
          form.instant("at", "When it happened")
        }
      }
    }
  }
}
