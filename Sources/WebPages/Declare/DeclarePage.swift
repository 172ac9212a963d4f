import Accounts
import Chronology
package import Drills
package import Incidents
import Interchange
package import PageKit

/// Where an incident is declared: a line and one tap; all the rest can be left for later.
package struct DeclarePage: Sendable {
  private let policy: Policy
  private let components: [ComponentDefinition]
  private let drills: [DrillListing]
  private let context: PageContext

  /// `drills` are those that are being played and in which whoever looks has a part.
  package init(
    policy: Policy, components: [ComponentDefinition], drills: [DrillListing] = [], context: PageContext
  ) {
    self.drills = drills
    self.policy = policy
    self.components = components
    self.context = context
  }

  private static let page = SitePath.response(.declare)

  package var html: String {
    PageFrame(
      title: "Declare an incident", trail: [("Declare", Self.page)], kind: "declare", context: context
    ).html {
      OwnDrills(drills: drills, context: context).declaring
      Tag.header(.class("lead")) {
        Tag.h1 { "Declare an incident" }
        Tag.p(.class("lede")) { "In doubt, declare it. It can be declined later, and nothing is lost." }
      }
      declare
      backfill
    }
  }

  private var declare: HTML {
    let form = ActionForm("declare", ActionPath(.declareIncident), on: Self.page, context: context)
    return form.html(.class("form declare-form")) {
      form.field(
        "title", "What is wrong?",
        hint: "Customers read it as the headline with the first word to them: what they see, no names, no jargon.",
        isRequired: true, lengthMax: IncidentLimits.titleScalarsMax,
        placeholder: "Payments fail at checkout", isFirst: true)
      severities(form)
      if let caller = context.caller {
        Tag.label(.class("tick")) {
          Tag.input(
            .set("type", "checkbox"), .set("name", "commander"), .set("value", caller.account),
            form.typed("commander") == "" ? nil : .set("checked", ""))
          "I lead until somebody takes over"
        }
      }
      Tag.button(.class("strong declare"), .set("type", "submit")) { "Declare" }
      rest(form)
    }
  }

  /// Four large buttons, of which the one for doubt is pressed already.
  private func severities(_ form: ActionForm) -> HTML {
    let chosen = form.typed("severity").flatMap { Int($0) } ?? policy.levelWhenNotSaid
    return Tag.fieldset(.class("severities")) {
      Tag.legend { "How bad is it? In doubt, the higher." }
      for severity in policy.severities {
        Tag.label(.class("severity-choice", "severity-\(min(severity.level, 4))")) {
          Tag.input(
            .set("type", "radio"), .set("name", "severity"), .set("value", "\(severity.level)"),
            severity.level == chosen ? .set("checked", "") : nil)
          Tag.span(.class("severity-face")) {
            SeverityMark(severity: severity.level, name: severity.name).html
            Tag.span(.class("severity-meaning")) { severity.meaning }
          }
        }
      }
      if let problem = form.outcome?.message(about: "severity") {
        Tag.p(.class("form-error")) { Wording.sentence(problem) + "." }
      }
    }
  }

  private func rest(_ form: ActionForm) -> HTML {
    Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "More, if you know it" }
      form.field("impact", "What do users feel?", .lines, lengthMax: IncidentLimits.textScalarsMax)
      if !components.isEmpty {
        ComponentChoice(components: components, chosen: [], scope: form.name, outcome: form.outcome).html
      }
      form.instant("instants.impact-started", "When did it begin")
      form.field("isPrivate", "Private: only its people and administrators know of it", .tick)
      form.field("isDrill", "A drill: nothing of it reaches customers or a statistic", .tick)
    }
  }

  private var backfill: HTML {
    let form = ActionForm("backfill", ActionPath(.declareIncident), on: Self.page, context: context)
    let over = IncidentState.allCases.filter { !$0.isRunning && $0 != .merged }
    return Tag.details(.class("fold backfill"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Record one that is over" }
      form.html(.class("form")) {
        form.field(
          "title", "What was wrong?", isRequired: true, lengthMax: IncidentLimits.titleScalarsMax)
        form.field(
          "severity", "Severity", .choice(policy.severities.map { ("\($0.level)", "\($0.name): \($0.meaning)") }),
          value: "\(policy.levelWhenNotSaid)")
        form.field(
          "state", "Where it stands",
          .choice(over.map { ($0.rawValue, "\(Wording.sentence($0.rawValue)): \($0.meaning)") }),
          value: IncidentState.resolved.rawValue)
        form.field("impact", "What did users feel?", .lines, lengthMax: IncidentLimits.textScalarsMax)
        for name in [InstantName.impactStarted, .detected, .declared, .mitigated, .resolved] {
          form.instant("instants.\(name.rawValue)", Wording.sentence(name.words))
        }
        form.field("commander", "Who led, by their handle", lengthMax: 80)
        Tag.p(.class("section-note")) { "What is not known stays empty." }
        Tag.button(.class("strong"), .set("type", "submit")) { "Record it" }
      }
    }
  }
}
