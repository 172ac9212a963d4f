import Drills
package import Findings
import Interchange
package import PageKit
package import RecordViews

/// A scenario's text as a form, what the check finds beside it.
package struct ScenarioEditPage: Sendable {
  private let name: String
  private let version: Int64
  private let text: String
  private let findings: [Finding]
  /// Of which it is made.
  private let incident: IncidentID?
  private let plan: String?
  private let isNew: Bool
  private let context: PageContext

  /// `version` 0: it was never written here.
  package init(
    name: String, version: Int64, text: String, findings: [Finding], incident: IncidentID? = nil, plan: String? = nil,
    isNew: Bool, context: PageContext
  ) {
    self.name = name
    self.version = version
    self.text = text
    self.findings = findings
    self.incident = incident
    self.plan = plan
    self.isNew = isNew
    self.context = context
  }

  private var page: SitePath {
    incident.map { .drills(.scenarioFrom($0, plan: plan)) } ?? .drills(.scenarioEdit(name))
  }

  private var title: String {
    incident.map { "Play \($0) again" } ?? (isNew ? "A new scenario" : "Change the scenario")
  }

  package var html: String {
    DrillFrame(
      title, [("Scenarios", .drills(.scenarios)), (incident == nil ? name : title, page)], context: context
    ).html {
      DrillFrame.head(title, lede)
      Tag.div(.class("plan-writing")) {
        form
        Tag.aside(.class("plan-side"), .labelledBy("side-title")) {
          Tag.h2(.id("side-title")) { "What would let the drill down" }
          if findings.isEmpty {
            Tag.p { "Nothing was found." }
          } else {
            ScenarioFindings(findings: findings, text: text).list
          }
        }
      }
    }
  }

  private var lede: String {
    if let incident {
      return
        "What came in \(incident) comes again, at its minute, with roles in place of names. Read all of it before you save: what was written in haste may tell the cause."
    }
    return isNew
      ? "Situation, what comes when, what a good response shows, and what really happens."
      : "A drill that is planned already keeps the text that it was planned with."
  }

  private var form: HTML {
    let form = ActionForm(
      "scenario", ActionPath(.writeScenario, name), on: page, context: context, returnTo: .drills(.scenario(name)),
      version: version)
    return form.html(.class("form")) {
      if let incident { HiddenField.html("origin", "\(incident)") }
      form.field("text", "The scenario", .lines, value: text, isRequired: true, lengthMax: DrillLimits.bytesMax)
      if incident == nil {
        form.field("note", "What changed", hint: "In a line, for whoever reads its history.", lengthMax: 1000)
      }
      Tag.button(.class("strong"), .set("type", "submit")) { "Save the scenario" }
    }
  }
}
