import Chronology
package import Incidents
import Interchange
package import PageKit

/// Work that customers are told of beforehand: what is to come and under way, and how to announce more.
package struct MaintenancePage: Sendable {
  private let maintenances: [Maintenance]
  private let components: [ComponentDefinition]
  private let context: PageContext

  package init(maintenances: [Maintenance], components: [ComponentDefinition], context: PageContext) {
    self.maintenances = maintenances
    self.components = components
    self.context = context
  }

  private static let page = SitePath.response(.maintenances)

  package var html: String {
    PageFrame(title: "Maintenance", trail: [("Maintenance", Self.page)], kind: "maintenance", context: context).html {
      Tag.header(.class("lead")) {
        Tag.h1 { "Maintenance" }
        Tag.p(.class("lede")) { "Planned work, on the status page and in the calendar that readers follow." }
      }
      section("To come and under way", maintenances.filter { !$0.state.isOver }.sorted { $0.plan.from < $1.plan.from })
      if context.mayRespond { schedule }
      let over = maintenances.filter(\.state.isOver).sorted { $0.plan.from > $1.plan.from }
      if !over.isEmpty { section("Over", over) }
    }
  }

  private func section(_ title: String, _ list: [Maintenance]) -> HTML {
    Tag.section(.class("maintenance-part"), .label(title)) {
      Tag.h2 { title }
      if list.isEmpty { Tag.p(.class("gap-block")) { "Nothing is announced." } }
      Tag.ul(.class("maintenance-list")) { for maintenance in list { row(maintenance) } }
    }
  }

  private func row(_ maintenance: Maintenance) -> HTML {
    let plan = maintenance.plan
    return Tag.li(.id("MW-\(maintenance.number)")) {
      Tag.article(.class("maintenance")) {
        Tag.p(.class("marks")) {
          Tag.span(.class("mark", "maintenance-\(maintenance.state.rawValue)")) { Self.words(maintenance.state) }
          Tag.span(.class("identifier")) { "MW-\(maintenance.number)" }
        }
        Tag.h3 { plan.title }
        Tag.p(.class("figures")) { Self.span(plan) }
        Tag.p(.class("section-note")) {
          Wording.duration(seconds: plan.until.seconds(since: plan.from))
          plan.components.isEmpty ? "" : "; \(names(plan.components))"
          maintenance.rescheduledCount > 0
            ? "; planned anew \(Wording.count(maintenance.rescheduledCount, "time"))" : ""
        }
        if !plan.text.isEmpty { ProseMarkup(markdown: plan.text).html }
        if context.mayRespond, !maintenance.state.isOver { acts(maintenance) }
      }
    }
  }

  private static func span(_ plan: MaintenancePlan) -> String {
    let zone = PageZone.utc
    let until =
      zone.date(plan.from) == zone.date(plan.until)
      ? "\(zone.minute(plan.until)) \(zone.label)" : zone.dateAndMinute(plan.until)
    return "\(Wording.shortDate(zone.date(plan.from))), \(zone.minute(plan.from)) – \(until)"
  }

  private func names(_ ids: [String]) -> String {
    ids.map { id in components.first { $0.id == id }?.name ?? id }.joined(separator: ", ")
  }

  static func words(_ state: MaintenanceState) -> String {
    switch state {
    case .scheduled: "Announced"
    case .inProgress: "Under way"
    case .verifying: "Being checked"
    case .completed: "Done"
    case .cancelled: "Called off"
    }
  }

  private static func verb(_ state: MaintenanceState) -> String {
    switch state {
    case .scheduled: "Announce"
    case .inProgress: "We have begun"
    case .verifying: "We are checking it"
    case .completed: "It is done"
    case .cancelled: "Call it off"
    }
  }

  private func acts(_ maintenance: Maintenance) -> HTML {
    let name = "MW-\(maintenance.number)"
    let progress = ActionForm(
      "progress-\(name)", ActionPath(.progressMaintenance, name), on: Self.page, context: context, returnTo: Self.page)
    let plan = ActionForm(
      "plan-\(name)", ActionPath(.rescheduleMaintenance, name), on: Self.page, context: context, returnTo: Self.page)
    return .joined([
      progress.html(.class("form state-form")) {
        progress.field("note", "What readers are told with it", .lines, lengthMax: IncidentLimits.textScalarsMax)
        Tag.div(.class("state-buttons")) {
          for next in maintenance.state.next {
            Tag.button(.set("type", "submit"), .set("name", "state"), .set("value", next.rawValue)) {
              Tag.span(.class("button-words")) { Self.verb(next) }
            }
          }
        }
      },
      Tag.details(plan.outcome == nil ? nil : .isOpen) {
        Tag.summary(.label("Plan \(name) anew")) { "Plan it anew" }
        planFields(plan, maintenance.plan, "Tell the new plan")
      },
    ])
  }

  private var schedule: HTML {
    let form = ActionForm(
      "maintenance", ActionPath(.scheduleMaintenance), on: Self.page, context: context, returnTo: Self.page)
    return Tag.details(.class("fold"), form.outcome != nil || maintenances.isEmpty ? .isOpen : nil) {
      Tag.summary { "Announce maintenance" }
      planFields(form, nil, "Announce it")
    }
  }

  private func planFields(_ form: ActionForm, _ plan: MaintenancePlan?, _ words: String) -> HTML {
    form.html(.class("form")) {
      form.field(
        "title", "What is done?", value: plan?.title ?? "", isRequired: true, lengthMax: IncidentLimits.titleScalarsMax)
      form.field(
        "text", "What will customers notice?", .lines, value: plan?.text ?? "", lengthMax: IncidentLimits.textScalarsMax
      )
      form.instant("from", "From", value: plan?.from, isRequired: true)
      form.instant("until", "Until", value: plan?.until, isRequired: true)
      if !components.isEmpty {
        ComponentChoice(
          components: components, chosen: Set(plan?.components ?? []), scope: form.name, outcome: form.outcome
        ).html
      }
      Tag.button(.class("strong"), .set("type", "submit")) { words }
    }
  }
}
