import Incidents
import Interchange
package import PageKit
package import RecordViews

/// The policy as a form: every severity, role and protocol with its fields.
package struct PolicyFormPage: Sendable {
  private let view: PolicyView
  private let form: ActionForm

  package init(view: PolicyView, context: PageContext) {
    self.view = view
    form = ActionForm(
      "policy", ActionPath(.replacePolicy), on: .response(.policyForm), context: context,
      returnTo: .response(.policy), version: view.version)
  }

  private var policy: Policy { view.policy }

  package var html: String {
    PageFrame(
      title: "Agree on the policy anew",
      trail: [("Policy", .response(.policy)), ("Anew", .response(.policyForm))], kind: "policy", context: form.context
    ).html {
      Tag.header(.class("lead")) {
        Tag.h1 { "Agree on it anew" }
        Tag.p(.class("lede")) {
          "Running incidents follow it from the moment it is set. What was agreed on before stays in the record."
        }
      }
      form.html(.class("form policy-form")) {
        severities
        roles
        protocols
        form.field(
          "warnBeforeMinutes", "Minutes before a word is due that pages begin to warn",
          value: "\(policy.warnBeforeMinutes)", isRequired: true)
        Tag.button(.class("strong"), .set("type", "submit")) { "Set it" }
      }
    }
  }

  private var severities: HTML {
    Tag.fieldset(.class("policy-part")) {
      Tag.legend { "Severities, the worst first" }
      for (index, severity) in policy.severities.enumerated() {
        let field = "severities.\(index)"
        Tag.fieldset(.class("panel")) {
          Tag.legend { severity.name }
          HiddenField.html("\(field).level", "\(severity.level)")
          form.field(
            "\(field).name", "Name", value: severity.name, isRequired: true, lengthMax: IncidentLimits.nameScalarsMax)
          form.field("\(field).meaning", "By what one tells it", .lines, value: severity.meaning, isRequired: true)
          form.field("\(field).colour", "Colour", .line(type: "color"), value: severity.colour, isRequired: true)
          form.field(
            "\(field).roles", "Roles that it asks for", .lines, value: severity.roles.joined(separator: "\n"),
            hint: "Identifiers, one in each line: \(policy.roles.map(\.id).joined(separator: ", ")).")
          form.field(
            "\(field).needsPostmortem", "Postmortem", .choice([("on", "Is written"), ("off", "Is not asked for")]),
            value: severity.needsPostmortem ? "on" : "off")
          form.field(
            "\(field).actionDueDays.immediate", "Days in which immediate actions are due",
            value: severity.actionDueDays.map { "\($0.immediate)" } ?? "",
            hint: "After the resolution. Both empty: \(ActionDueDays.standard.immediate).")
          form.field(
            "\(field).actionDueDays.longTerm", "Days in which long-term actions are due",
            value: severity.actionDueDays.map { "\($0.longTerm)" } ?? "",
            hint: "After the resolution. Both empty: \(ActionDueDays.standard.longTerm).")
        }
      }
      form.field(
        "levelWhenNotSaid", "Where nobody says one", .choice(policy.severities.map { ("\($0.level)", $0.name) }),
        value: "\(policy.levelWhenNotSaid)")
    }
  }

  private var roles: HTML {
    Tag.fieldset(.class("policy-part")) {
      Tag.legend { "Roles" }
      for (index, role) in policy.roles.enumerated() {
        let field = "roles.\(index)"
        Tag.fieldset(.class("panel")) {
          Tag.legend { role.name }
          HiddenField.html("\(field).id", role.id)
          form.field(
            "\(field).name", "Name", value: role.name, isRequired: true, lengthMax: IncidentLimits.nameScalarsMax)
          form.field("\(field).duty", "What whoever has it does", .lines, value: role.duty, isRequired: true)
        }
      }
      Tag.details(.class("panel")) {
        Tag.summary { "A further role" }
        let field = "roles.\(policy.roles.count)"
        form.field(
          "\(field).id", "Identifier", hint: "Lower-case letters, digits and -; it keeps its meaning for ever.")
        form.field("\(field).name", "Name", lengthMax: IncidentLimits.nameScalarsMax)
        form.field("\(field).duty", "What whoever has it does", .lines)
      }
    }
  }

  private var protocols: HTML {
    Tag.fieldset(.class("policy-part")) {
      Tag.legend { "Who is told, how soon, how often" }
      for (index, rule) in policy.protocols.enumerated() { fields(rule, index) }
    }
  }

  private func fields(_ rule: CommunicationProtocol, _ index: Int) -> HTML {
    let field = "protocols.\(index)"
    return Tag.fieldset(.class("panel protocol-fields")) {
      Tag.legend { "\(policy.severityName(rule.severity)), to \(rule.audience.words)" }
      HiddenField.html("\(field).severity", "\(rule.severity)")
      HiddenField.html("\(field).audience", rule.audience.rawValue)
      form.field(
        "\(field).speaker", "Speaks", .choice(policy.roles.map { ($0.id, $0.name) }), value: rule.speaker)
      form.field(
        "\(field).firstWithinMinutes", "First word within minutes",
        value: rule.firstWithinMinutes.map(String.init) ?? "",
        hint: "Empty: none is due.")
      form.field(
        "\(field).everyMinutes", "Then every minutes", value: rule.everyMinutes.map(String.init) ?? "",
        hint: "Empty: only what was promised is due.")
      form.field(
        "\(field).approval", "Approves",
        .choice([
          (CommunicationProtocol.Approval.none.rawValue, "Nobody has to"),
          (CommunicationProtocol.Approval.secondPerson.rawValue, "A second person"),
        ]), value: rule.approval.rawValue)
      template(rule.template, field)
    }
  }

  /// What a new update begins with; each field is sent, if only empty.
  private func template(_ text: UpdateText, _ field: String) -> HTML {
    Tag.details {
      Tag.summary { "What a new update begins with" }
      for question in UpdateQuestion.allCases where !question.isInstant {
        form.field(
          "\(field).template.\(question.rawValue)", question.words, .lines, value: question.text(of: text),
          lengthMax: IncidentLimits.textScalarsMax)
      }
    }
  }
}
