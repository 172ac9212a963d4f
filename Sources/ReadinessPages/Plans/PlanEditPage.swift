package import Findings
import Interchange
package import PageKit
package import Plans

/// A plan's text as a form, what the check finds beside it.
package struct PlanEditPage: Sendable {
  private let name: String
  private let record: TextRecord?
  private let text: String
  private let findings: [Finding]
  private let context: PageContext

  /// `record` nil: the plan is about to be begun, and `text` is what it begins with.
  package init(name: String, record: TextRecord?, text: String, findings: [Finding], context: PageContext) {
    self.name = name
    self.record = record
    self.text = text
    self.findings = findings
    self.context = context
  }

  private var page: SitePath { .readiness(.planEdit(name)) }

  package var html: String {
    let isNew = record == nil
    return ReadinessFrame(
      isNew ? "A new plan" : "Change \(name)",
      [("Plans", .readiness(.plans)), (name, .readiness(.plan(name))), ("Change", page)], context: context
    ).html {
      ReadinessFrame.head(
        isNew ? "A new plan" : "Change the plan",
        "Markdown with a few keys at its head. An incident that follows the plan keeps the steps it began with."
      )
      Tag.div(.class("plan-writing")) {
        form
        Tag.aside(.class("plan-side"), .labelledBy("side-title")) {
          Tag.h2(.id("side-title")) { "What would let us down" }
          if findings.isEmpty {
            Tag.p { "Nothing was found." }
          } else {
            PlanFindings(findings: findings, text: text).list
          }
        }
      }
    }
  }

  private var form: HTML {
    let form = ActionForm(
      "plan", ActionPath(.writePlan, name), on: page, context: context, returnTo: .readiness(.plan(name)),
      version: record?.version ?? 0)
    return form.html(.class("form")) {
      form.field(
        "text", "The plan", .lines, value: text, isRequired: true, lengthMax: PlanLimits.bytesMax)
      form.field("note", "What changed", hint: "In a line, for whoever reads its history.", lengthMax: 1000)
      Tag.button(.class("strong"), .set("type", "submit")) { "Save the plan" }
    }
  }
}
