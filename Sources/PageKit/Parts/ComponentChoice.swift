package import Incidents
import Interchange

/// Boxes for the components that something is about.
package struct ComponentChoice: Sendable {
  package let components: [ComponentDefinition]
  package let chosen: Set<String>
  package let scope: String
  package var outcome: FormOutcome?

  package init(components: [ComponentDefinition], chosen: Set<String>, scope: String, outcome: FormOutcome? = nil) {
    self.components = components
    self.chosen = chosen
    self.scope = scope
    self.outcome = outcome
  }

  package var html: HTML {
    let typed = outcome.map { outcome in Set(outcome.fields.filter { $0.name == "components" }.map(\.value)) }
    return Tag.fieldset(.class("boxes")) {
      Tag.legend { "What it touches" }
      for component in components {
        Tag.label(.class("tick")) {
          Tag.input(
            .set("type", "checkbox"), .set("name", "components"), .set("value", component.id),
            (typed ?? chosen).contains(component.id) ? .set("checked", "") : nil)
          component.name
        }
      }
      if let problem = outcome?.message(about: "components") {
        Tag.p(.class("form-error")) { Wording.sentence(problem) + "." }
      }
    }
  }
}
