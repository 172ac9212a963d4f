import Chronology
import PageKit
import Plans

/// The scenarios with their risk and how ready we are, as rows.
struct RegisterTable: Sendable {
  let entries: [PlanRegister.Entry]

  var html: HTML {
    Tag.table(.class("register stacking")) {
      Tag.thead {
        Tag.tr {
          for heading in ["Likely · bad", "Scenario", "How ready", "Last played"] {
            Tag.th(.set("scope", "col")) { heading }
          }
        }
      }
      Tag.tbody { for entry in entries { row(entry) } }
    }
  }

  private func row(_ entry: PlanRegister.Entry) -> HTML {
    Tag.tr {
      Tag.td(.column("Likely · bad")) { RiskMark(likelihood: entry.likelihood, impact: entry.impact).html }
      Tag.td(.column("Scenario")) {
        Tag.a(.class("plan-title"), .href(.readiness(.plan(entry.name)))) {
          entry.title.isEmpty ? entry.name : entry.title
        }
        if let finding = entry.mainFinding { Tag.p(.class("section-note")) { Wording.sentence(finding) } }
      }
      Tag.td(.column("How ready")) { ReadinessMark(readiness: entry.readiness).html }
      Tag.td(.column("Last played")) {
        if let day = entry.lastPlayed {
          if let drill = entry.lastDrill {
            Tag.a(.href(.drills(.outcome(drill)))) { Wording.dayAndMonth(day) }
          } else {
            Wording.dayAndMonth(day)
          }
          if let words = entry.playedWords { Tag.p(.class("section-note")) { words } }
        } else {
          Gap("never").html
        }
      }
    }
  }
}
