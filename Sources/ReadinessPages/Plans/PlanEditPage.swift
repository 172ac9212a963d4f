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
  /// What was typed and is looked at before it is saved.
  package var draft: Draft?

  /// What stood in the form beside the text.
  package struct Draft: Sendable {
    package var note: String
    /// Of the plan that the form was filled in from.
    package var version: Int64

    package init(note: String, version: Int64) {
      self.note = note
      self.version = version
    }
  }

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
      if draft != nil {
        Tag.p(.class("flash"), .set("role", "status")) {
          "Nothing is saved yet. "
          Tag.a(.href(fragment: "findings")) { PlanFindings(findings: findings, text: text).counts }
          "."
        }
      }
      Tag.div(.class("plan-writing")) {
        form
        Tag.aside(.class("plan-side"), .id("findings"), .labelledBy("side-title")) {
          Tag.h2(.id("side-title")) { "What would let us down" }
          theirs
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
      version: draft?.version ?? record?.version ?? 0)
    return form.html(.class("form")) {
      // Without a length: a browser would cut off what is pasted beyond it, and say nothing.
      form.field("text", "The plan", .lines, value: text, isRequired: true)
      form.field(
        "note", "What changed", value: draft?.note ?? "", hint: "In a line, for whoever reads its history.",
        lengthMax: 1000)
      Tag.div(.class("plan-acts")) {
        Tag.button(.class("strong"), .set("type", "submit")) { "Save the plan" }
        Tag.button(.set("type", "submit"), .formAction(.readiness(.planCheck(name)))) { "Look at it first" }
      }
    }
  }

  /// What somebody else saved meanwhile, so that it is not written over unread.
  private var theirs: HTML? {
    guard let record, context.outcome?.problem.kind == .staleVersion else { return nil }
    return Tag.section(.class("panel plan-theirs")) {
      Tag.h3 { "What stands there now" }
      Tag.p(.class("section-note")) {
        "Saved by \(record.versions.last?.by ?? "somebody") while you wrote. Take over into yours what should stay; saving again replaces it."
      }
      Tag.textarea(.set("readonly", ""), .set("rows", "12"), .label("What stands there now")) { "\n" + record.text }
    }
  }
}
