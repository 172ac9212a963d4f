import Incidents
import Interchange
package import PageKit
package import Postmortems
import RecordViews

/// The lines of a checklist as forms: written anew, moved, retired.
///
/// Each form is sent to this page's own address; ``ChecklistEdit`` makes the operation of it.
package struct ChecklistLinesPage: Sendable {
  private let checklist: Checklist
  private let context: PageContext

  package init(checklist: Checklist, context: PageContext) {
    self.checklist = checklist
    self.context = context
  }

  private var content: ChecklistContent { checklist.content }
  private var process: String { content.process }
  private var page: SitePath { .lessons(.checklistLines(process)) }

  package var html: String {
    LessonFrame(
      "Change \(content.title)",
      [("Checklists", .lessons(.checklists())), (process, .lessons(.checklist(process))), ("Lines", page)],
      context: context
    ).html {
      LessonFrame.head(
        "Change \(content.title)",
        "Lines are asked in this order. What a line caught stays on the record, also when it is moved or retired.")
      title
      Tag.ol(.class("checklist-lines line-forms")) {
        for (index, line) in content.lines.enumerated() { row(line, index) }
      }
      Tag.p { Tag.a(.class("button"), .href(.lessons(.checklist(process)))) { "Back to the checklist" } }
    }
  }

  private var title: HTML {
    let form = form("title")
    return form.html(.class("form form-line title-form")) {
      HiddenField.html("edit", "title")
      form.field(
        "title", "What it is called", value: content.title, isRequired: true,
        lengthMax: IncidentLimits.titleScalarsMax)
      Tag.button(.set("type", "submit")) { "Rename it" }
    }
  }

  private func row(_ line: ChecklistLine, _ index: Int) -> HTML {
    let form = form("line-\(line.number)", line: line.number)
    return Tag.li(.id("line-\(line.number)")) {
      Tag.p(.class("line-text")) { line.text }
      Tag.div(.class("line-acts")) {
        if index > 0 { move(line, by: -1, "Up") }
        if index < content.lines.count - 1 { move(line, by: 1, "Down") }
        ActionForm(
          "retire-\(line.number)", ActionPath(.retireChecklistLine, process, "\(line.number)"), on: page,
          context: context, returnTo: page
        ).button("Retire", label: "Retire the line: \(line.text)")
      }
      Tag.details(form.outcome == nil ? nil : .isOpen) {
        Tag.summary(.label("Change: \(line.text)")) { "Change it" }
        form.html(.class("form")) {
          HiddenField.html("edit", "write")
          HiddenField.html("line", "\(line.number)")
          LineFields(form: form, prefix: "lines.\(index).", line: line).html
          Tag.button(.set("type", "submit")) { "Save it" }
        }
      }
    }
  }

  private func move(_ line: ChecklistLine, by step: Int, _ words: String) -> HTML {
    form("move-\(line.number)-\(words.lowercased())", line: line.number).button(
      words, fields: [("edit", step < 0 ? "up" : "down"), ("line", "\(line.number)")],
      label: "\(words): \(line.text)")
  }

  private func form(_ name: String, line: Int? = nil) -> ActionForm {
    ActionForm(
      name, page, on: page, context: context, returnTo: .lessons(.checklistLines(process, line: line)),
      version: checklist.version)
  }
}
