import Chronology
import Incidents
import Interchange
package import PageKit
package import Postmortems
import RecordViews

/// One checklist: its lines with where they came from and what they caught, and the times that it was gone through.
package struct ChecklistPage: Sendable {
  private let checklist: Checklist
  private let context: PageContext

  package init(checklist: Checklist, context: PageContext) {
    self.checklist = checklist
    self.context = context
  }

  private var content: ChecklistContent { checklist.content }
  private var process: String { content.process }
  private var page: SitePath { .lessons(.checklist(process)) }

  package var html: String {
    LessonFrame(
      content.title, [("Checklists", .lessons(.checklists())), (process, page)], context: context
    ).html {
      Tag.header(.class("lead lesson-lead")) {
        Tag.h1 { content.title }
        Tag.p(.class("lede")) { sum }
        Tag.ul(.class("lesson-links")) {
          if context.mayRespond, !content.lines.isEmpty {
            Tag.li { Tag.a(.class("button strong"), .href(.lessons(.checklistRun(process)))) { "Go through it" } }
          }
          Tag.li { Tag.a(.class("button"), .href(.lessons(.checklistPaper(process)))) { "On paper" } }
          if context.mayRespond {
            Tag.li { Tag.a(.class("button"), .href(.lessons(.checklistLines(process)))) { "Change its lines" } }
          }
        }
      }
      lines
      if context.mayRespond { add }
      runs
      Tag.p(.class("section-note")) { "In a terminal, or in the job that deploys:" }
      Commands(["mayday checklist \(process)"]).html
    }
  }

  private var sum: String {
    guard checklist.runCount > 0 else { return "Nobody has gone through it yet." }
    let caught = content.lines.reduce(0) { $0 + (checklist.records[$1.number]?.caughtCount ?? 0) }
    return "Gone through \(Wording.count(checklist.runCount, "time")); its lines have stopped something "
      + "\(Wording.count(caught, "time"))."
  }

  // MARK: Lines

  private var lines: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("lines-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("lines-title")) { "What it asks" }
        Tag.p(.class("section-note")) { Wording.count(content.lines.count, "line") }
      }
      if content.lines.isEmpty { Tag.p(.class("gap-block")) { "It has no lines. Add the first below." } }
      Tag.ol(.class("checklist-lines")) { for line in content.lines { row(line) } }
    }
  }

  private func row(_ line: ChecklistLine) -> HTML {
    let record = checklist.records[line.number]
    return Tag.li(.id("line-\(line.number)"), .class(record?.asksToBeRetired == true ? "asks-to-go" : "")) {
      Tag.p(.class("line-text")) { line.text }
      Tag.p(.class("section-note")) {
        LineExpectation(line: line).html
        "; "
        LineOrigin(line: line).html
      }
      if let record { Tag.p(.class("line-record")) { LineRecordText(record: record).html } }
      if record?.asksToBeRetired == true, context.mayRespond {
        Tag.div(.class("line-ask")) {
          Tag.p { "Is it still worth asking? What is always so is read no longer." }
          ActionForm(
            "retire-\(line.number)", ActionPath(.retireChecklistLine, process, "\(line.number)"), on: page,
            context: context, returnTo: page
          ).button("Retire it", label: "Retire the line: \(line.text)")
        }
      }
    }
  }

  private var add: HTML {
    let form = ActionForm(
      "add", ActionPath(.addChecklistLine, process), on: page, context: context, returnTo: page)
    return Tag.details(.class("fold"), form.outcome != nil || content.lines.isEmpty ? .isOpen : nil) {
      Tag.summary { "Add a line" }
      form.html(.class("form")) {
        LineFields(form: form, prefix: "", line: nil).html
        Tag.button(.class("strong"), .set("type", "submit")) { "Add it" }
      }
    }
  }

  // MARK: Runs

  private var runs: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("runs-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("runs-title")) { "Gone through" }
        Tag.p(.class("section-note")) {
          checklist.runs.isEmpty ? "Not yet" : "\(Wording.count(checklist.runCount, "time")), newest first"
        }
      }
      Tag.ol(.class("run-list")) {
        for run in checklist.runs.prefix(LessonLimits.runRowsMax) { row(run) }
      }
    }
  }

  private func row(_ run: Checklist.Run) -> HTML {
    let stopped = run.content.answers.filter { !$0.isGood }
    return Tag.li {
      Tag.p(.class("run-line")) {
        RunMark(isGood: run.content.isGood).html
        Tag.a(.href(.lessons(.checklistResult(process, run.version)))) {
          run.content.subject.isEmpty ? "Without a subject" : run.content.subject
        }
        Tag.span(.class("section-note")) {
          LessonFrame.time(run.at)
          ", \(run.by)"
        }
      }
      if let first = stopped.first {
        Tag.p(.class("section-note")) {
          "Stopped by: \(first.text)" + (stopped.count > 1 ? ", and \(stopped.count - 1) more" : "")
        }
      }
    }
  }
}

/// What a line expects, in words.
struct LineExpectation: Sendable {
  let line: ChecklistLine

  @HTMLBuilder var html: HTML {
    line.expects.words
    if line.expects == .check, let name = line.check {
      ": "
      Tag.a(.href(.lessons(.guardRecord(name)))) { name }
    }
  }
}

/// What put a line there.
struct LineOrigin: Sendable {
  let line: ChecklistLine

  @HTMLBuilder var html: HTML {
    if let incident = line.incident {
      "from "
      LessonFrame.incident(incident)
      if let action = line.action { ", \(action)" }
    } else if let action = line.action {
      "from "
      Tag.a(.href(LessonFrame.place(of: action))) { "\(action)" }
    } else if let reading = line.reading {
      "from the reading "
      Tag.a(.href(.lessons(.reading(reading)))) { reading }
    } else {
      Gap("it does not say where it came from").html
    }
  }
}

/// How a line did since it is there.
struct LineRecordText: Sendable {
  let record: Checklist.LineRecord

  @HTMLBuilder var html: HTML {
    if record.askedCount == 0 {
      "Not asked yet, since "
      LessonFrame.day(record.since)
    } else if record.caughtCount == 0 {
      "Asked \(Wording.count(record.askedCount, "time")) since "
      LessonFrame.day(record.since)
      ", never caught anything"
    } else {
      "Asked \(Wording.count(record.askedCount, "time")), "
      Tag.strong { "caught something \(Wording.count(record.caughtCount, "time"))" }
      if let last = record.lastCaught {
        ", last "
        LessonFrame.day(last)
      }
    }
  }
}
