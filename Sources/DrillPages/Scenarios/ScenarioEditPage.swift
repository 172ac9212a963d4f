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
          filesNote
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

  /// How a file of evidence is written into it: the one part of a scenario that a table does not show.
  private var filesNote: HTML {
    .joined([
      Tag.h2 { "Files of evidence" },
      Tag.p {
        "Below ‘## Files’, each file is a heading with its name and one block between ``` and ```: what stands there is the file, to the byte. The column ‘file’ of an inject names it. When that inject comes, the file goes into the incident’s evidence, where Mayday reads it."
      },
      Tag.p {
        "Its stamps stay as they are. Say in the head when the story begins, and responders see what its clocks say: starts: 2031-01-06T09:05:00Z."
      },
      Tag.p(.class("section-note")) {
        "Up to \(DrillLimits.filesMax) files of \(DrillLimits.fileBytesMax / 1024) KiB, the scenario as a whole up to \(DrillLimits.bytesMax / 1024) KiB."
      },
    ])
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
