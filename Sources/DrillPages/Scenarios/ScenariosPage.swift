package import Drills
import Interchange
package import PageKit

/// All scenarios: those of the team, and those that ship with Mayday.
///
/// Nothing here tells an answer.
package struct ScenariosPage: Sendable {
  private let scenarios: [ScenarioListing]
  private let context: PageContext

  package init(scenarios: [ScenarioListing], context: PageContext) {
    self.scenarios = scenarios
    self.context = context
  }

  package var html: String {
    DrillFrame("Scenarios", [("Scenarios", .drills(.scenarios))], context: context).html {
      DrillFrame.head(
        "Scenarios",
        "Failures to play through, each with messages that come in time. Titles tell nothing of what is behind.")
      list("Our own", scenarios.filter(\.isOurs), id: "ours-title")
      list("Ready to play", scenarios.filter { !$0.isOurs }, id: "ready-title")
      if context.mayRespond { begin }
    }
  }

  private func list(_ title: String, _ scenarios: [ScenarioListing], id: String) -> HTML? {
    guard !scenarios.isEmpty else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy(id)) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id(id)) { title }
        Tag.p(.class("section-note")) { Wording.count(scenarios.count, "scenario") }
      }
      Tag.ul(.class("drill-list")) { for scenario in scenarios { row(scenario) } }
    }
  }

  private func row(_ scenario: ScenarioListing) -> HTML {
    Tag.li(.class("drill-row")) {
      Tag.h3 { Tag.a(.href(.drills(.scenario(scenario.name)))) { scenario.title } }
      Tag.p(.class("section-note")) { ScenarioWords.facts(scenario) }
      if scenario.errorCount + scenario.warningCount > 0 {
        Tag.p(.class("cover-trouble")) {
          Wording.count(scenario.errorCount + scenario.warningCount, "thing to mend", "things to mend")
        }
      }
      if context.mayRespond {
        Tag.a(
          .class("button"), .href(.drills(.planning(scenario: scenario.name))), .label("Play it: \(scenario.title)")
        ) { "Play it" }
      }
    }
  }

  private var begin: HTML {
    .joined([
      Tag.details(.class("fold"), .id("begin")) {
        Tag.summary { "Write one of your own" }
        Tag.form(.class("form"), .set("method", "get"), .action(.drills(.scenarioBegun))) {
          Field(
            name: "title", label: "What it is called", hint: "Say when it happens, not what is behind it: Monday, 9:05",
            isRequired: true, lengthMax: 120, scope: "begin"
          ).html
          Tag.button(.set("type", "submit")) { "Go on" }
        }
      },
      Tag.details(.class("fold"), .id("from-incident")) {
        Tag.summary { "Make one of an incident that is over" }
        Tag.p(.class("section-note")) {
          "What came then comes again, with roles in place of names. The page of each incident that is over has a link for it."
        }
        Tag.p { Tag.a(.class("button"), .href(.home)) { "To the incidents" } }
      },
    ])
  }
}
