import Accounts
import Incidents
import Interchange
import PageKit

/// A decision in full: what, why, what else was possible, what was known, and by whom.
struct DecisionForm: Sendable {
  let scene: IncidentScene

  var html: HTML {
    let form = scene.form("decision", .recordDecision)
    let max = IncidentLimits.textScalarsMax
    return Tag.details(.class("fold"), .id("decide"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "A decision in full" }
      form.html(.class("form")) {
        form.field("what", "What is decided?", .lines, isRequired: true, lengthMax: max)
        form.field("why", "Why?", .lines, lengthMax: max)
        form.field("options", "What else was possible?", .lines, hint: "One in each line.", lengthMax: max)
        form.field(
          "known", "What is known now?", .lines,
          hint: "So that it can be judged by this later, not by what comes out.", lengthMax: max)
        form.field(
          "by", "Who decides?", value: scene.context.caller?.account ?? "", lengthMax: IncidentLimits.nameScalarsMax)
        form.instant("at", "When, if not now")
        Tag.button(.class("strong"), .set("type", "submit")) { "Record the decision" }
      }
    }
  }
}
