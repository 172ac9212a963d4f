package import Incidents
import Interchange
package import PageKit
package import Plans

/// The register of scenarios, what can be adopted, and where a new plan begins.
package struct PlansPage: Sendable {
  /// A plan that ships with Mayday and that the team has not taken over.
  package struct Starter: Sendable {
    package var name: String
    package var title: String
    package var trigger: String

    package init(name: String, title: String, trigger: String) {
      self.name = name
      self.title = title
      self.trigger = trigger
    }
  }

  private let register: PlanRegister
  private let starters: [Starter]
  private let missingRoles: [RoleDefinition]
  private let context: PageContext

  /// `missingRoles`: those that plans call upon and that can be added as they are.
  package init(
    register: PlanRegister, starters: [Starter], missingRoles: [RoleDefinition] = [], context: PageContext
  ) {
    self.missingRoles = missingRoles
    self.register = register
    self.starters = starters
    self.context = context
  }

  package var html: String {
    ReadinessFrame("Plans", [("Plans", .readiness(.plans))], context: context).html {
      ReadinessFrame.head(
        "Plans",
        "What could hit us, and what we do then: steps in order, who does each, and the result it must reach."
      )
      if register.entries.isEmpty {
        Tag.section(.class("empty")) {
          Tag.h2 { "There is no plan yet" }
          Tag.p {
            "Take over the ones below that could hit you, then change roles, names and places until they are yours."
          }
        }
      } else {
        MissingRolesNotice(roles: missingRoles, page: .readiness(.plans), context: context).html
        RegisterTable(entries: register.entries).html
      }
      adopt
      if context.mayRespond { begin }
      Tag.p(.class("section-note")) { "In a terminal, also without a record:" }
      Commands(["mayday plan check plans/", "mayday plan list"]).html
    }
  }

  private var adopt: HTML? {
    guard !starters.isEmpty else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("starters-title"), .id("starters")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("starters-title")) { "Ready to adopt" }
        Tag.p(.class("section-note")) { "Written for a small software company" }
      }
      if context.mayRespond, starters.count > 1 {
        ActionForm(
          "adopt-all", .readiness(.adopt), on: .readiness(.plans), context: context, returnTo: .readiness(.plans)
        ).button("Adopt all \(starters.count)", class: "strong", fields: [("name", "*")])
      }
      Tag.ul(.class("person-list")) {
        for starter in starters {
          Tag.li {
            Tag.h3 { starter.title }
            Tag.p(.class("section-note")) { starter.trigger }
            if context.mayRespond {
              ActionForm(
                "adopt-\(starter.name)", .readiness(.adopt), on: .readiness(.plans), context: context,
                returnTo: .readiness(.plan(starter.name))
              ).button("Adopt it", fields: [("name", starter.name)], label: "Adopt the plan: \(starter.title)")
            }
          }
        }
      }
    }
  }

  private var begin: HTML {
    Tag.details(.class("fold"), .id("begin")) {
      Tag.summary { "Begin a plan of your own" }
      Tag.form(.class("form"), .set("method", "get"), .action(.readiness(.begin))) {
        Field(
          name: "title", label: "What happens",
          hint: "As one would say it on the phone: The payment provider does not answer", isRequired: true,
          lengthMax: 120, scope: "begin"
        ).html
        Tag.button(.set("type", "submit")) { "Go on" }
      }
    }
  }
}
