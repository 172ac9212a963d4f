import Chronology
import Documents
package import Drills
import Findings
import Interchange
package import PageKit
import Plans

/// One scenario: the situation and what comes; what is behind it only for whoever leads.
package struct ScenarioPage: Sendable {
  private let whole: ScenarioWhole
  private let context: PageContext
  private let scenario: Scenario

  package init(whole: ScenarioWhole, context: PageContext) {
    self.whole = whole
    self.context = context
    scenario = Scenario(parsing: whole.text)
  }

  private var listing: ScenarioListing { whole.scenario }
  private var page: SitePath { .drills(.scenario(listing.name)) }

  package var html: String {
    DrillFrame(
      listing.title, [("Scenarios", .drills(.scenarios)), (listing.name, page)], context: context
    ).html {
      head
      Tag.section(.class("lesson-group"), .labelledBy("situation-title")) {
        Tag.h2(.id("situation-title")) { "Situation" }
        ProseMarkup(markdown: scenario.situation, lowered: 2).html
      }
      if whole.retired == nil {
        Tag.p(.class("scenario-stop")) {
          "If you may respond in it, stop reading here: below is what comes, and when."
        }
      }
      messages
      everything
      retire
    }
  }

  private var head: HTML {
    Tag.header(.class("lead lesson-lead")) {
      Tag.h1 { listing.title }
      Tag.p(.class("lede")) {
        Wording.sentence(ScenarioWords.facts(listing)) + (listing.isOurs ? "." : ". It ships with Mayday.")
      }
      if let reason = whole.retired { Tag.p(.class("gap-block")) { "Retired: \(reason)" } }
      Tag.ul(.class("lesson-links no-print")) {
        if context.mayRespond {
          Tag.li { Tag.a(.class("button strong"), .href(.drills(.planning(scenario: listing.name)))) { "Play it" } }
          Tag.li { Tag.a(.class("button"), .href(.drills(.scenarioEdit(listing.name)))) { "Change it" } }
        }
        Tag.li { Tag.a(.class("button"), .href(.drills(.scenarioText(listing.name)))) { "As Markdown" } }
      }
    }
  }

  private var messages: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("messages-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("messages-title")) { "What comes" }
        Tag.p(.class("section-note")) { Wording.count(scenario.injects.count, "message") }
      }
      Tag.ol(.class("message-list scenario-messages")) {
        for inject in scenario.injects {
          Tag.li(.class("message", inject.kind?.isTrouble == true ? "inject-trouble" : "")) {
            Tag.p(.class("message-head")) {
              Tag.span(.class("later-when")) { inject.atSeconds.map { DrillWords.clock($0) } ?? "by hand" }
              InjectMark(kind: inject.kind).html
              Tag.span(.class("message-from")) { inject.from }
            }
            MessageText(kind: inject.kind, text: inject.text).html
            for file in inject.files.compactMap(scenario.file) { self.file(file, of: inject) }
          }
        }
      }
    }
  }

  private func file(_ file: ScenarioFile, of inject: Inject) -> HTML {
    Tag.details(.class("scenario-file")) {
      Tag.summary {
        Tag.code { file.name }
        Tag.span(.class("section-note")) { " \(DrillWords.size(file.bytes)), into the incident’s evidence" }
      }
      Tag.pre(
        .class("lines message-lines"), .set("tabindex", "0"), .label("\(file.name), with message \(inject.number)")
      ) {
        file.text
      }
    }
  }

  // MARK: For whoever leads

  private var everything: HTML {
    Tag.details(.class("fold drill-truth"), .id("everything")) {
      Tag.summary { "I lead this drill: show me everything" }
      if let plan = listing.plan {
        Tag.p {
          "It rehearses the plan "
          Tag.a(.href(.readiness(.plan(plan)))) { plan }
          "."
        }
      }
      Tag.h2 { "What really happens" }
      ProseMarkup(markdown: scenario.facilitator, lowered: 2).html
      if !scenario.expectations.isEmpty {
        Tag.h2 { "What a good response shows" }
        Tag.table(.class("stacking outcome-table")) {
          Tag.thead {
            Tag.tr { for heading in ["What one sees", "By", "Told by"] { Tag.th(.set("scope", "col")) { heading } } }
          }
          Tag.tbody { for expectation in scenario.expectations { row(expectation) } }
        }
      }
      if !scenario.idea.isEmpty {
        Tag.p(.class("section-note")) {
          "The right idea is recognised by: \(scenario.idea.joined(separator: ", "))."
        }
      }
      findings
    }
  }

  private func row(_ expectation: Expectation) -> HTML {
    Tag.tr {
      Tag.td(.column("What one sees")) { Wording.sentence(expectation.text) }
      Tag.td(.column("By"), .class("figures")) {
        expectation.withinSeconds.map { HTML(PlanDuration.words(seconds: $0)) } ?? .empty
      }
      Tag.td(.column("Told by")) { expectation.measure?.words ?? expectation.measureText }
    }
  }

  private var findings: HTML? {
    guard !whole.findings.isEmpty else { return nil }
    return .joined([
      Tag.h2 { "What would let the drill down" }, ScenarioFindings(findings: whole.findings, text: whole.text).list,
    ])
  }

  private var retire: HTML? {
    guard context.mayRespond, whole.retired == nil, listing.isOurs else { return nil }
    let form = ActionForm(
      "retire", ActionPath(.retireScenario, listing.name), on: page, context: context, returnTo: .drills(.scenarios))
    return Tag.details(.class("fold no-print"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Keep it no longer" }
      form.html(.class("form")) {
        form.field("reason", "Why", isRequired: true, lengthMax: 1000)
        Tag.button(.set("type", "submit")) { "Retire the scenario" }
      }
    }
  }
}

/// What the check finds in a scenario, the weightiest first.
struct ScenarioFindings: Sendable {
  let findings: [Finding]
  let text: String

  var list: HTML {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let sorted = findings.sorted { left, right in
      left.severity == right.severity ? left.span.line < right.span.line : right.severity < left.severity
    }
    return Tag.div(.class("findings")) {
      for finding in sorted {
        FindingCard(
          finding: finding,
          lineText: lines.indices.contains(finding.span.line - 1) && finding.span.line > 1
            ? String(lines[finding.span.line - 1]) : nil
        ).html
      }
    }
  }
}
