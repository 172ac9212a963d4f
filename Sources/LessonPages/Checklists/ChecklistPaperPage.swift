package import PageKit
package import Postmortems
import RecordViews

/// A checklist on one sheet of paper: boxes to tick, room for a date and a name.
package struct ChecklistPaperPage: Sendable {
  private let checklist: Checklist
  private let context: PageContext

  package init(checklist: Checklist, context: PageContext) {
    self.checklist = checklist
    self.context = context
  }

  private var content: ChecklistContent { checklist.content }

  package var html: String {
    LessonFrame(
      "\(content.title) on paper",
      [
        ("Checklists", .lessons(.checklists())), (content.process, .lessons(.checklist(content.process))),
        ("Paper", .lessons(.checklistPaper(content.process))),
      ], context: context
    ).html {
      Tag.p(.class("section-note paper-note")) {
        "Print this page: it fits on one sheet up to about thirty lines. What was answered on paper can be written down afterwards under ‘Go through it’."
      }
      Tag.article(.class("paper", content.lines.count > 16 ? "paper-dense" : "")) {
        Tag.h1 { content.title }
        Tag.dl(.class("paper-head")) {
          for label in ["For", "Date and time", "Name"] {
            Tag.div {
              Tag.dt { label }
              Tag.dd(.class("rule-line")) {}
            }
          }
        }
        Tag.ol(.class("paper-lines")) { for line in content.lines { row(line) } }
        Tag.p(.class("paper-foot")) {
          "If one line is not as it must be: stop. State \(checklist.version) of the checklist ‘\(content.process)’."
        }
      }
    }
  }

  private func row(_ line: ChecklistLine) -> HTML {
    Tag.li {
      Tag.div(.class("paper-text")) {
        line.text
        if let origin = origin(line) { Tag.span(.class("paper-origin")) { origin } }
      }
      Tag.div(.class("paper-answer")) {
        for box in boxes(line) {
          Tag.span(.class("paper-box")) {
            Tag.svg(.class("box"), .set("viewBox", "0 0 16 16"), .hidden) {
              Tag.rect(
                .set("x", "1"), .set("y", "1"), .set("width", "14"), .set("height", "14"), .set("fill", "none"),
                .set("stroke", "currentColor"), .set("stroke-width", "1.5"))
            }
            box
          }
        }
        if line.expects == .words { Tag.span(.class("rule-line")) {} }
      }
    }
  }

  private func origin(_ line: ChecklistLine) -> String? {
    line.incident.map { "\(IncidentID(number: $0))" } ?? line.action?.description ?? line.reading
  }

  private func boxes(_ line: ChecklistLine) -> [String] {
    switch line.expects {
    case .done: ["done"]
    case .yes: ["yes", "no: stop"]
    case .no: ["no", "yes: stop"]
    case .words: []
    case .check: ["holds", "does not: stop"]
    }
  }
}
