import Incidents
import PageKit

/// What an update sets components to when it goes out: those of the incident, and two more that can be chosen.
struct ComponentRows: Sendable {
  let form: ActionForm
  let components: [ComponentDefinition]
  /// Identifiers of what the incident touches.
  let touched: [String]
  let chosen: [String: ComponentCondition]

  private static let extraMax = 2

  var html: HTML? {
    guard !components.isEmpty else { return nil }
    let rows = components.filter { touched.contains($0.id) || chosen[$0.id] != nil }
    let others = components.filter { component in !rows.contains { $0.id == component.id } }
    return Tag.fieldset(.class("component-rows")) {
      Tag.legend { "How do its parts do, once this goes out?" }
      for (index, component) in rows.enumerated() { row(index, component) }
      if !others.isEmpty {
        Tag.details {
          Tag.summary { "Another part" }
          for index in rows.count..<rows.count + min(Self.extraMax, others.count) { extra(index, others) }
        }
      }
    }
  }

  private func row(_ index: Int, _ component: ComponentDefinition) -> HTML {
    let field = "components.\(index)"
    return HTML.joined([
      HiddenField.html("\(field).component", component.id),
      form.field(
        "\(field).condition", component.name, .choice(ConditionWords.choices),
        value: (chosen[component.id] ?? .degraded).rawValue),
    ])
  }

  /// Left empty, both fields are as if they were not there.
  private func extra(_ index: Int, _ others: [ComponentDefinition]) -> HTML {
    let field = "components.\(index)"
    return Tag.div(.class("extra-component")) {
      form.field("\(field).component", "Part", .choice([("", "None")] + others.map { ($0.id, $0.name) }))
      form.field("\(field).condition", "How it does", .choice([("", "")] + ConditionWords.choices))
    }
  }
}
