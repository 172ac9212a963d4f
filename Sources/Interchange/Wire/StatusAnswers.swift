package import Chronology
package import Incidents
package import Schemas
import WireSchemas

/// A component with how it does.
package struct ComponentAnswer: Codable, Hashable, Sendable {
  package var id: String
  package var name: String
  package var description: String
  /// Empty: it stands by itself.
  package var group: String
  package var condition: ComponentCondition
  /// Since when; absent where nobody has set it yet.
  package var since: Instant?

  init(_ component: ComponentDefinition, on board: StatusBoard) {
    id = component.id
    name = component.name
    description = component.description
    group = component.group
    condition = board.condition(of: component.id)
    since = board.stretches.last { $0.change.component == component.id }?.from
  }

  package static let schema = Schema.object(
    [
      .required("id", WireSchema.anyText), .required("name", WireSchema.anyText),
      .required("description", WireSchema.anyText), .required("group", WireSchema.anyText),
      .required("condition", .choice(of: ComponentCondition.self)), .optional("since", .instant),
    ], name: "Component")
}

/// The components and what the status page says of itself.
package struct ComponentsAnswer: Codable, Hashable, Sendable {
  package var settings: StatusSettings
  /// In the order in which readers see them.
  package var components: [ComponentAnswer]
  package var version: Int64

  package init(_ board: StatusBoard) {
    settings = board.list.settings
    components = board.list.components.map { ComponentAnswer($0, on: board) }
    version = board.version
  }

  static let settingsAnswer = Schema.object(
    [
      .required("name", WireSchema.anyText), .required("url", WireSchema.anyText),
      .required("contact", WireSchema.anyText),
    ], name: "StatusSettings")

  package static let schema = Schema.object(
    [
      .required("settings", settingsAnswer), .required("components", .list(of: ComponentAnswer.schema, max: 1000)),
      .required("version", WireSchema.version),
    ], name: "Components")

  /// The whole list, as it is set.
  package static let body = Schema.object(
    [
      .required(
        "settings",
        .object([
          .required("name", .line(IncidentLimits.titleScalarsMax)),
          .optional("url", .line(IncidentLimits.titleScalarsMax, min: 0)),
          .optional("contact", .line(IncidentLimits.titleScalarsMax, min: 0)),
        ])),
      .required(
        "components",
        .list(
          of: .object([
            .required("id", WireSchema.identifier), .required("name", .line(IncidentLimits.nameScalarsMax)),
            .optional("description", .lines(IncidentLimits.reasonScalarsMax, min: 0)),
            .optional("group", .line(IncidentLimits.nameScalarsMax, min: 0)),
          ]), max: IncidentLimits.componentListMax)),
    ], name: "ComponentsBody")
}

/// Work that customers are told of beforehand.
package struct MaintenanceAnswer: Codable, Hashable, Sendable {
  /// `MW-3`.
  package var id: String
  package var title: String
  package var text: String
  package var from: Instant
  package var until: Instant
  package var components: [String]
  package var state: MaintenanceState
  /// The states that can follow.
  package var nextStates: [MaintenanceState]
  /// Oldest first.
  package var steps: [Maintenance.Step]
  package var rescheduledCount: Int
  package var version: Int64

  package init(_ maintenance: Maintenance) {
    id = WireName.maintenance(maintenance.number)
    title = maintenance.plan.title
    text = maintenance.plan.text
    from = maintenance.plan.from
    until = maintenance.plan.until
    components = maintenance.plan.components
    state = maintenance.state
    nextStates = maintenance.state.next
    steps = maintenance.steps
    rescheduledCount = maintenance.rescheduledCount
    version = maintenance.version
  }

  package static let schema = Schema.object(
    [
      .required("id", WireSchema.anyText), .required("title", WireSchema.anyText),
      .required("text", WireSchema.anyText), .required("from", .instant), .required("until", .instant),
      .required("components", .list(of: WireSchema.anyText, max: 1000)),
      .required("state", .choice(of: MaintenanceState.self)),
      .required("nextStates", .list(of: .choice(of: MaintenanceState.self), max: 10)),
      .required(
        "steps",
        .list(
          of: .object([
            .required("version", WireSchema.version), .required("state", .choice(of: MaintenanceState.self)),
            .required("note", WireSchema.anyText), .required("at", .instant),
          ]), max: 50_000)),
      .required("rescheduledCount", WireSchema.count), .required("version", WireSchema.version),
    ], name: "Maintenance")

  package static let body = Schema.object(
    [
      .required("title", .line(IncidentLimits.titleScalarsMax)), .optional("text", WireSchema.textOrEmpty),
      .required("from", .instant), .required("until", .instant),
      .optional("components", .list(of: WireSchema.identifier, max: IncidentLimits.componentsMax)),
    ], name: "MaintenanceBody")
}
