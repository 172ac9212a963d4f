import Chronology
package import Incidents
import Interchange
package import PageKit

/// The components that customers know: how each does, and the list itself.
package struct ComponentsPage: Sendable {
  private let board: StatusBoard
  private let context: PageContext

  package init(board: StatusBoard, context: PageContext) {
    self.board = board
    self.context = context
  }

  private static let page = SitePath.response(.components)

  package var html: String {
    PageFrame(title: "Components", trail: [("Components", Self.page)], kind: "components", context: context).html {
      Tag.header(.class("lead")) {
        Tag.h1 { "Components" }
        Tag.p(.class("lede")) { "What customers know and use, in their words. Their state stands on the status page." }
        Tag.p { Tag.a(.class("button"), .href(.status)) { "The status page" } }
      }
      if board.list.components.isEmpty {
        Tag.p(.class("gap-block")) {
          "None is listed yet. Begin with what customers would name when they call: the website, payments, the app."
        }
      }
      for group in groups {
        Tag.section(.class("component-group"), .label(group.name.isEmpty ? "Components" : group.name)) {
          if !group.name.isEmpty { Tag.h2 { group.name } }
          Tag.ul(.class("component-list")) { for component in group.components { row(component) } }
        }
      }
      if context.mayConfigure { ComponentListForm(board: board, context: context, page: Self.page).html }
    }
  }

  /// In the order of the list; those without a group by themselves.
  private var groups: [(name: String, components: [ComponentDefinition])] {
    var groups: [(name: String, components: [ComponentDefinition])] = []
    for component in board.list.components {
      if let index = groups.firstIndex(where: { $0.name == component.group }) {
        groups[index].components.append(component)
      } else {
        groups.append((component.group, [component]))
      }
    }
    return groups
  }

  private func row(_ component: ComponentDefinition) -> HTML {
    let condition = board.condition(of: component.id)
    let since = board.stretches.last { $0.change.component == component.id }?.from
    let form = ActionForm(
      "condition-\(component.id)", ActionPath(.setComponentCondition, component.id), on: Self.page, context: context,
      returnTo: Self.page)
    return Tag.li {
      Tag.div(.class("component-line")) {
        Tag.p(.class("component-name")) { component.name }
        Tag.p(.class("condition", "condition-\(condition.rawValue)")) {
          ConditionShape(condition: condition).html
          ConditionWords.words(condition)
        }
      }
      if !component.description.isEmpty { Tag.p(.class("section-note")) { component.description } }
      if let since {
        Tag.p(.class("section-note")) {
          "since "
          TimeText(instant: since, text: PageZone.utc.dateAndMinute(since)).html
        }
      }
      if context.mayRespond {
        Tag.details(form.outcome == nil ? nil : .isOpen) {
          Tag.summary(.label("Set how \(component.name) does")) { "Set it" }
          form.html(.class("form form-line")) {
            form.field("condition", "How it does", .choice(ConditionWords.choices), value: condition.rawValue)
            form.field("incident", "Because of", placeholder: "INC-12")
            Tag.button(.set("type", "submit")) { "Set it" }
          }
        }
      }
    }
  }
}

/// A shape for how a component does, beside its words.
struct ConditionShape: Sendable {
  let condition: ComponentCondition

  var html: HTML {
    Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
      Tag.path(
        .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"), .set("stroke-width", "2.4"),
        .set("stroke-linecap", "round"), .set("stroke-linejoin", "round"))
    }
  }

  private var path: String {
    switch condition {
    case .operational: "M2 8.5 6.2 12.7 14 4"
    case .degraded: "M2 10c2-4 4-4 6 0s4 4 6 0"
    case .partialOutage: "M8 2v7M8 12.6v.8"
    case .majorOutage: "M3 3l10 10M13 3 3 13"
    case .maintenance: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3l2 2"
    }
  }
}

/// The list of components as it is set, and what the status page says of itself.
struct ComponentListForm: Sendable {
  let board: StatusBoard
  let context: PageContext
  let page: SitePath

  /// Empty rows to fill in.
  private static let extraCount = 3

  var html: HTML {
    let form = ActionForm(
      "components", ActionPath(.replaceComponents), on: page, context: context, returnTo: page, version: board.version)
    let settings = board.list.settings
    return Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Change the list" }
      form.html(.class("form")) {
        Tag.fieldset(.class("panel")) {
          Tag.legend { "The status page" }
          form.field(
            "settings.name", "Its name", value: settings.name, isRequired: true,
            lengthMax: IncidentLimits.titleScalarsMax)
          form.field(
            "settings.url", "Its address for the public", .line(type: "url"), value: settings.url,
            hint: "Empty: not known.",
            placeholder: "https://status.example.org")
          form.field("settings.contact", "Where readers can write to", value: settings.contact, hint: "Empty: nowhere.")
        }
        for index in 0..<board.list.components.count + Self.extraCount { fields(index, form) }
        Tag.button(.class("strong"), .set("type", "submit")) { "Set the list" }
      }
    }
  }

  private func fields(_ index: Int, _ form: ActionForm) -> HTML {
    let component = index < board.list.components.count ? board.list.components[index] : nil
    let field = "components.\(index)"
    return Tag.fieldset(.class("panel component-fields")) {
      Tag.legend { component?.name ?? "A further one" }
      form.field(
        "\(field).id", "Identifier", value: component?.id ?? "",
        hint: component == nil
          ? "Lower-case letters, digits and -; it keeps its meaning for ever."
          : "Emptied, with all its fields, it is taken off the list.")
      form.field("\(field).name", "Name", value: component?.name ?? "", lengthMax: IncidentLimits.nameScalarsMax)
      form.field("\(field).group", "Group", value: component?.group ?? "", lengthMax: IncidentLimits.nameScalarsMax)
      form.field(
        "\(field).description", "What it is, in a sentence", value: component?.description ?? "",
        lengthMax: IncidentLimits.reasonScalarsMax)
    }
  }
}
