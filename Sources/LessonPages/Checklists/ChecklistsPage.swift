import Chronology
import Incidents
import Interchange
package import PageKit
package import Postmortems
import RecordViews

/// The checklists of all processes, and where a new one begins.
package struct ChecklistsPage: Sendable {
  private let checklists: [Checklist]
  private let beginning: String?
  private let context: PageContext

  /// `beginning`: the process that is about to get one.
  package init(checklists: [Checklist], beginning: String? = nil, context: PageContext) {
    self.checklists = checklists
    self.beginning = beginning
    self.context = context
  }

  private static let page = SitePath.lessons(.checklists())

  package var html: String {
    LessonFrame("Checklists", [("Checklists", Self.page)], context: context).html {
      LessonFrame.head(
        "Checklists",
        "What a process asks before it goes on. Each line knows which incident put it there, and how often it has stopped something since."
      )
      if checklists.isEmpty {
        Tag.section(.class("empty")) {
          Tag.h2 { "No process has a checklist yet" }
          Tag.p {
            "Begin with the process that failed last: deploy, migration, launch, on-call handover. One line is enough."
          }
        }
      } else {
        Tag.ul(.class("checklist-list")) { for checklist in checklists { row(checklist) } }
      }
      if context.mayRespond { begin }
    }
  }

  private func row(_ checklist: Checklist) -> HTML {
    let process = checklist.content.process
    let quiet = checklist.content.lines.count { checklist.records[$0.number]?.asksToBeRetired == true }
    return Tag.li(.class("checklist-row")) {
      Tag.h2 { Tag.a(.class("cover"), .href(.lessons(.checklist(process)))) { checklist.content.title } }
      Tag.p(.class("section-note")) {
        "\(process), \(Wording.count(checklist.content.lines.count, "line"))"
        quiet == 0 ? "" : ", of which \(quiet) never caught anything"
      }
      Tag.p(.class("checklist-last")) {
        if let run = checklist.runs.first {
          RunMark(isGood: run.content.isGood).html
          LessonFrame.time(run.at)
        } else {
          Gap("Never gone through").html
        }
      }
      if !checklist.content.lines.isEmpty, context.mayRespond {
        Tag.p(.class("checklist-go")) {
          Tag.a(
            .class("button"), .href(.lessons(.checklistRun(process))), .label("Go through \(checklist.content.title)")
          ) { "Go through it" }
        }
      }
    }
  }

  private var begin: HTML {
    Tag.details(
      .class("fold"), .id("begin"), beginning != nil || context.outcome != nil || checklists.isEmpty ? .isOpen : nil
    ) {
      Tag.summary { "Begin a checklist" }
      if let process = beginning {
        lines(of: process)
      } else {
        Tag.form(.class("form"), .set("method", "get"), .action(Self.page)) {
          Field(
            name: "process", label: "The process", hint: "In lower case: deploy, migration, on-call-handover",
            isRequired: true, lengthMax: 60, scope: "begin"
          ).html
          Tag.button(.set("type", "submit")) { "Go on" }
        }
      }
    }
  }

  @HTMLBuilder private func lines(of process: String) -> HTML {
    if checklists.contains(where: { $0.content.process == process }) {
      Tag.p {
        Tag.code { process }
        " has one already: "
        Tag.a(.href(.lessons(.checklist(process)))) { "read it" }
        "."
      }
    } else {
      let form = ActionForm(
        "begin", ActionPath(.writeChecklist, process), on: .lessons(.checklists(beginning: process)),
        context: context, returnTo: .lessons(.checklist(process)))
      form.html(.class("form")) {
        form.field(
          "title", "What it is called", value: Self.title(process), isRequired: true,
          lengthMax: IncidentLimits.titleScalarsMax)
        for index in 0..<LessonLimits.newLines {
          LineFields(form: form, prefix: "lines.\(index).", line: nil, place: index + 1).html
        }
        Tag.p(.class("field-hint")) { "Lines left empty are left out; more can be added afterwards." }
        Tag.button(.class("strong"), .set("type", "submit")) { "Write it" }
      }
    }
  }

  private static func title(_ process: String) -> String { Wording.sentence(process.replacing("-", with: " ")) }
}
