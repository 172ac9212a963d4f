import Chronology
import Incidents
package import PageKit
package import Postmortems
import RecordViews

/// Going through a checklist with a thumb: one line below the other, large answers.
package struct ChecklistRunPage: Sendable {
  private let checklist: Checklist
  private let guards: [String: GuardRecord]
  private let context: PageContext

  /// `guards` are those that lines name, to say how each stood last.
  package init(checklist: Checklist, guards: [GuardRecord] = [], context: PageContext) {
    self.checklist = checklist
    self.guards = Dictionary(guards.map { ($0.declaration.name, $0) }) { first, _ in first }
    self.context = context
  }

  private var content: ChecklistContent { checklist.content }
  private var process: String { content.process }
  private var page: SitePath { .lessons(.checklistRun(process)) }

  package var html: String {
    LessonFrame(
      "Go through \(content.title)",
      [("Checklists", .lessons(.checklists())), (process, .lessons(.checklist(process)))], context: context
    ).html {
      LessonFrame.head(
        content.title,
        "Answer each line as it is. The first that is not as it must be stops the process: leave the rest open and send it."
      )
      if content.lines.isEmpty {
        Tag.p(.class("gap-block")) { "It has no lines yet. Write the first on its page." }
      } else {
        form
      }
    }
  }

  private var form: HTML {
    let form = ActionForm("run", page, on: page, context: context)
    return form.html(.class("form run-form")) {
      HiddenField.html("writtenVersion", "\(checklist.writtenVersion)")
      form.field(
        "subject", "What for?", lengthMax: 200, placeholder: "release 649bdfb")
      Tag.ol(.class("run-lines")) {
        for (index, line) in content.lines.enumerated() { row(line, index, form) }
      }
      Tag.button(.class("strong run-send"), .set("type", "submit")) { "Write it down" }
    }
  }

  private func row(_ line: ChecklistLine, _ index: Int, _ form: ActionForm) -> HTML {
    Tag.li {
      Tag.fieldset(.class("run-question")) {
        Tag.legend { line.text }
        Tag.p(.class("section-note")) { LineOrigin(line: line).html }
        HiddenField.html("answers.\(index).line", "\(line.number)")
        switch line.expects {
        case .done: choices("answers.\(index).answer", [("done", "Done"), ("not done", "Not done")], form)
        case .yes, .no: choices("answers.\(index).answer", [("yes", "Yes"), ("no", "No")], form)
        case .words:
          form.field("answers.\(index).answer", "In words", lengthMax: 2000)
        case .check: check(line, index, form)
        }
      }
    }
  }

  /// A guard is run by a command or in CI; here a person says what they saw of it.
  @HTMLBuilder private func check(_ line: ChecklistLine, _ index: Int, _ form: ActionForm) -> HTML {
    if let name = line.check {
      Tag.p(.class("run-guard")) {
        "The guard "
        Tag.a(.href(.lessons(.guardRecord(name)))) { name }
        if let record = guards[name] {
          " stood last: "
          GuardMark(standing: record.standing, isRetired: record.retired != nil).html
          if let result = record.results.first {
            " "
            LessonFrame.time(result.at)
          }
        } else {
          " is not known here"
        }
      }
    }
    Tag.p(.class("section-note")) {
      "The command line and CI run it themselves: mayday checklist \(process). Here, say what you saw."
    }
    choices("answers.\(index).isGood", [("on", "Holds"), ("off", "Does not hold")], form)
    form.field("answers.\(index).answer", "What you saw", lengthMax: 2000)
  }

  private func choices(_ name: String, _ options: [(value: String, words: String)], _ form: ActionForm) -> HTML {
    let typed = form.typed(name)
    return Tag.div(.class("answers")) {
      for option in options {
        Tag.label(.class("answer")) {
          Tag.input(
            .set("type", "radio"), .set("name", name), .set("value", option.value),
            typed == option.value ? .set("checked", "") : nil)
          Tag.span(.class("answer-face")) { option.words }
        }
      }
    }
  }
}

/// What was answered on ``ChecklistRunPage``, as the operation takes it.
package enum RunAnswers {
  /// The fields without the lines that were left open; a guard's line that was answered without words says in words
  /// what was chosen.
  package static func fields(_ sent: [(name: String, value: String)]) -> [(name: String, value: String)] {
    var order: [String] = []
    var rows: [String: [String: String]] = [:]
    var fields: [(name: String, value: String)] = []
    for field in sent where !field.name.hasPrefix("_") {
      let parts = field.name.split(separator: ".")
      guard parts.count == 3, parts[0] == "answers" else {
        fields.append(field)
        continue
      }
      let row = "answers.\(parts[1])"
      if rows[row] == nil { order.append(row) }
      rows[row, default: [:]][String(parts[2])] = field.value
    }
    for row in order {
      guard let members = rows[row], let line = members["line"] else { continue }
      let chosen = members["isGood"] ?? ""
      var words = members["answer"] ?? ""
      if words.isEmpty, !chosen.isEmpty { words = chosen == "on" ? "holds" : "does not hold" }
      guard !words.isEmpty else { continue }
      fields += [("\(row).line", line), ("\(row).answer", words)]
      if !chosen.isEmpty { fields.append(("\(row).isGood", chosen)) }
    }
    return fields
  }
}
