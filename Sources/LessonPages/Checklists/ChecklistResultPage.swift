package import PageKit
package import Postmortems
import RecordViews

/// What came of going through a checklist once.
package struct ChecklistResultPage: Sendable {
  private let checklist: Checklist
  private let run: Checklist.Run
  private let context: PageContext

  /// Nil where the checklist has no such run, or has it no longer among those that are shown.
  package init?(checklist: Checklist, version: Int64, context: PageContext) {
    guard let run = checklist.runs.first(where: { $0.version == version }) else { return nil }
    self.checklist = checklist
    self.run = run
    self.context = context
  }

  private var process: String { checklist.content.process }

  package var html: String {
    let open = checklist.content.lines.count { line in !run.content.answers.contains { $0.line == line.number } }
    return LessonFrame(
      "\(checklist.content.title): \(run.content.isGood ? "passed" : "stopped")",
      [("Checklists", .lessons(.checklists())), (process, .lessons(.checklist(process)))], context: context
    ).html {
      Tag.header(.class("lead lesson-lead run-result", run.content.isGood ? "run-good" : "run-stopped")) {
        Tag.p(.class("marks")) { RunMark(isGood: run.content.isGood).html }
        Tag.h1 { run.content.isGood ? "Go on" : "Do not go on" }
        Tag.p(.class("lede")) {
          run.content.subject.isEmpty
            ? "\(checklist.content.title), " : "\(checklist.content.title) for \(run.content.subject), "
          LessonFrame.time(run.at)
          ", answered by \(run.by)"
        }
        if !run.content.isGood, open > 0 {
          Tag.p(.class("section-note")) { "\(Wording.count(open, "line")) left open, since it was stopped." }
        }
      }
      Tag.ol(.class("run-answers")) {
        for answer in run.content.answers.filter({ !$0.isGood }) + run.content.answers.filter(\.isGood) { row(answer) }
      }
      Tag.ul(.class("lesson-links")) {
        if context.mayRespond {
          Tag.li { Tag.a(.class("button"), .href(.lessons(.checklistRun(process)))) { "Go through it again" } }
        }
        Tag.li { Tag.a(.class("button"), .href(.lessons(.checklist(process)))) { "The checklist" } }
      }
    }
  }

  private func row(_ answer: ChecklistRun.Answer) -> HTML {
    let line = checklist.content.lines.first { $0.number == answer.line }
    return Tag.li(.class(answer.isGood ? "answer-good" : "answer-stops")) {
      LineShape(path: answer.isGood ? LineShape.tick : LineShape.cross).html
      Tag.div {
        Tag.p(.class("line-text")) { answer.text }
        Tag.p {
          Tag.span(.class("unseen")) { answer.isGood ? "Good: " : "Stops it: " }
          Tag.strong { answer.answer.isEmpty ? "Not said" : answer.answer }
        }
        if !answer.isGood, let line { Tag.p(.class("section-note")) { LineOrigin(line: line).html } }
      }
    }
  }
}
