import Findings
import Incidents
import PageKit

/// What an update sets components to when it goes out: those of the incident, and two more that can be chosen.
struct ComponentRows: Sendable {
  let form: ActionForm
  let components: [ComponentDefinition]
  /// Identifiers of what the incident touches.
  let touched: [String]
  let chosen: [String: ComponentCondition]
  /// What the incident's components begin with where nothing is chosen yet; nil: they are left as they are.
  let beginning: ComponentCondition?
  /// What the reviewer says of them.
  let findings: [Finding]

  private static let extraMax = 2

  var html: HTML? {
    guard !components.isEmpty else { return nil }
    let others = components.filter { component in !rows.contains { $0.id == component.id } }
    return Tag.fieldset(.class("component-rows")) {
      Tag.legend { "How do its parts do, once this goes out?" }
      for (index, component) in rows.enumerated() { row(index, component) }
      if !others.isEmpty {
        Tag.details(typedExtras.isEmpty ? nil : .isOpen) {
          Tag.summary { "Another part" }
          for index in 0..<min(Self.extraMax, others.count) { extra(index, others) }
        }
      }
      for finding in findings { FindingCard(finding: finding, lineText: nil, isInDocument: false).html }
    }
  }

  /// Those that stand there without being asked for.
  private var rows: [ComponentDefinition] {
    components.filter { touched.contains($0.id) || chosen[$0.id] != nil || isLeftBroken($0.id) }
  }

  private func isLeftBroken(_ id: String) -> Bool { findings.contains { $0.fix?.hasPrefix("\(id)=") == true } }

  /// A button that sets each of those to work that would stay broken, and saves; it stands behind the rows in the form,
  /// so that it counts more than they do.
  var repairs: [HTML] {
    rows.enumerated().filter { isLeftBroken($0.element.id) }.map { index, component in
      Tag.button(
        .set("type", "submit"), .set("name", field(index, "condition")),
        .set("value", ComponentCondition.operational.rawValue)
      ) { "Set ‘\(component.name)’ to work, and look again" }
    }
  }

  private func field(_ index: Int, _ name: String) -> String { "components.\(index).\(name)" }

  private func row(_ index: Int, _ component: ComponentDefinition) -> HTML {
    let start = chosen[component.id] ?? (touched.contains(component.id) ? beginning : nil)
    return HTML.joined([
      HiddenField.html(field(index, "component"), component.id),
      Field(
        name: field(index, "condition"), label: component.name,
        control: .choice([("", "As it is now")] + ConditionWords.choices),
        value: typed(component.id) ?? start?.rawValue ?? "",
        problem: form.outcome?.message(about: field(index, "condition")), scope: form.name
      ).html,
    ])
  }

  /// Left empty, both fields are as if they were not there.
  private func extra(_ index: Int, _ others: [ComponentDefinition]) -> HTML {
    let typed = index < typedExtras.count ? typedExtras[index] : ("", "")
    let place = rows.count + index
    return Tag.div(.class("extra-component")) {
      Field(
        name: field(place, "component"), label: "Part",
        control: .choice([("", "None")] + others.map { ($0.id, $0.name) }), value: typed.0, scope: form.name
      ).html
      Field(
        name: field(place, "condition"), label: "How it does", control: .choice([("", "")] + ConditionWords.choices),
        value: typed.1, scope: form.name
      ).html
    }
  }

  // MARK: A form that came back

  /// What was chosen for a component: rows may stand in another order by now.
  private func typed(_ component: String) -> String? {
    guard form.outcome != nil else { return nil }
    return typedRows.first { $0.component == component }?.condition
  }

  private var typedExtras: [(String, String)] {
    let standing = Set(rows.map(\.id))
    return typedRows.filter { !$0.component.isEmpty && !standing.contains($0.component) }
      .map { ($0.component, $0.condition) }
  }

  private var typedRows: [(component: String, condition: String)] {
    guard let outcome = form.outcome else { return [] }
    return (0..<components.count + Self.extraMax).compactMap { index in
      outcome.value(of: field(index, "component")).map { ($0, outcome.value(of: field(index, "condition")) ?? "") }
    }
  }
}
