import Incidents
import PageKit

/// Narrows the list of incidents down; a plain form, so that it works without a script.
struct FilterForm: Sendable {
  let filter: IncidentFilter
  let policy: Policy
  let components: [ComponentDefinition]

  var html: HTML {
    Tag.details(.class("filter"), filter.isNarrow || filter.asOf != nil ? .isOpen : nil) {
      Tag.summary { "Find an incident" }
      Tag.form(.class("filter-form"), .set("method", "get"), .action(.home), .set("role", "search")) {
        Field(name: "words", label: "Words", value: filter.words ?? "", lengthMax: 200, scope: "filter").html
        Field(
          name: "state", label: "State",
          control: .choice([("", "Any")] + IncidentState.allCases.map { ($0.rawValue, Wording.sentence($0.rawValue)) }),
          value: filter.state?.rawValue ?? "", scope: "filter"
        ).html
        Field(
          name: "severity", label: "Severity",
          control: .choice([("", "Any")] + policy.severities.map { ("\($0.level)", $0.name) }),
          value: filter.severity.map(String.init) ?? "", scope: "filter"
        ).html
        if !components.isEmpty {
          Field(
            name: "component", label: "Component",
            control: .choice([("", "Any")] + components.map { ($0.id, $0.name) }), value: filter.component ?? "",
            scope: "filter"
          ).html
        }
        Field(
          name: "as_of", label: "As it was known at (UTC)", control: .line(type: "datetime-local"),
          value: filter.asOf.map(PageZone.utc.local) ?? "", scope: "filter"
        ).html
        Tag.div(.class("filter-acts")) {
          Tag.button(.set("type", "submit")) { "Find" }
          if filter.isNarrow || filter.asOf != nil { Tag.a(.class("button"), .href(.home)) { "All" } }
        }
      }
    }
  }
}
