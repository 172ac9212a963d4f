import Chronology
import Documents
package import Findings
package import Incidents
import Interchange
package import PageKit
package import Plans

/// One plan: how one recognises it, its steps, what people are told, and what would let one down.
package struct PlanPage: Sendable {
  private let plan: Plan
  private let record: TextRecord
  private let entry: PlanRegister.Entry
  private let findings: [Finding]
  private let missingRoles: [RoleDefinition]
  private let context: PageContext

  /// `missingRoles`: those that the plan calls upon and that can be added as they are.
  package init(
    plan: Plan, record: TextRecord, entry: PlanRegister.Entry, findings: [Finding],
    missingRoles: [RoleDefinition] = [], context: PageContext
  ) {
    self.missingRoles = missingRoles
    self.plan = plan
    self.record = record
    self.entry = entry
    self.findings = findings
    self.context = context
  }

  private var page: SitePath { .readiness(.plan(record.name)) }
  private var title: String { plan.title.isEmpty ? record.name : plan.title }

  package var html: String {
    ReadinessFrame(title, [("Plans", .readiness(.plans)), (record.name, page)], context: context).html {
      Tag.header(.class("lead lesson-lead")) {
        Tag.h1 { title }
        if let trigger = plan.trigger { Tag.p(.class("lede")) { trigger } }
        facts
        if let reason = record.retired { Tag.p(.class("gap-block")) { "Retired: \(reason)" } }
        Tag.ul(.class("lesson-links no-print")) {
          if context.mayRespond {
            if !plan.steps.isEmpty, record.retired == nil {
              Tag.li { Tag.a(.class("button"), .href(.drills(.planning(plan: record.name)))) { "Rehearse it" } }
            }
            Tag.li {
              Tag.a(.class("button strong"), .href(.readiness(.planEdit(record.name)))) {
                record.retired == nil ? "Change it" : "Take it up again"
              }
            }
          }
          Tag.li { Tag.a(.class("button"), .href(.readiness(.planText(record.name)))) { "As Markdown" } }
          Tag.li { Tag.a(.class("button"), .href(.readiness(.booklet))) { "All plans on paper" } }
        }
      }
      MissingRolesNotice(roles: missingRoles, page: page, context: context).html
      PlanFindings(findings: findings, text: plan.text).summary
      if !plan.steps.isEmpty {
        Tag.section(.class("lesson-group"), .labelledBy("steps-title")) {
          Tag.header(.class("section-head")) {
            Tag.h2(.id("steps-title")) { "What we do" }
            Tag.p(.class("section-note")) { Wording.count(plan.steps.count, "step") }
          }
          PlanSteps(steps: plan.steps).html
        }
      }
      Tag.section(.class("lesson-group")) {
        ProseMarkup(markdown: PlanProse.withoutSteps(plan), lowered: 0).html
      }
      versions
      retire
    }
  }

  private var facts: HTML {
    var facts = Facts()
    facts.add("Likely, and how bad", RiskMark(likelihood: plan.likelihood, impact: plan.impact).html)
    facts.add("How ready", ReadinessMark(readiness: entry.readiness).html)
    facts.add("Works again within", plan.recoverWithinSeconds.map(PlanDuration.words))
    facts.add("Read again by", plan.reviewBy.map(Wording.dayAndMonth))
    facts.add("Last played", played, detail: entry.lastPlayed == nil ? nil : entry.playedWords)
    return facts.html
  }

  private var played: HTML {
    guard let day = entry.lastPlayed else { return HTML("never") }
    guard let lastDrill = entry.lastDrill else { return HTML(Wording.dayAndMonth(day)) }
    return Tag.a(.href(.drills(.outcome(lastDrill)))) { Wording.dayAndMonth(day) }
  }

  private var versions: HTML {
    Tag.details(.class("fold no-print")) {
      Tag.summary { "Saved \(Wording.count(record.versions.count, "time"))" }
      Tag.ol(.class("run-list")) {
        for version in record.versions.reversed().prefix(50) {
          Tag.li {
            Tag.a(.href(.readiness(.planVersion(record.name, version.version)))) {
              TimeText(instant: version.at, text: PageZone.utc.dateAndMinute(version.at)).html
            }
            ", \(version.by)"
            version.note.isEmpty ? "" : ": \(version.note)"
          }
        }
      }
    }
  }

  private var retire: HTML? {
    guard context.mayRespond, record.retired == nil else { return nil }
    let form = ActionForm(
      "retire", ActionPath(.retirePlan, record.name), on: page, context: context, returnTo: .readiness(.plans))
    return Tag.details(.class("fold no-print"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Keep it no longer" }
      form.html(.class("form")) {
        form.field("reason", "Why", isRequired: true, lengthMax: 1000)
        Tag.button(.set("type", "submit")) { "Retire the plan" }
      }
    }
  }
}

/// The steps of a plan as a person follows them.
struct PlanSteps: Sendable {
  let steps: [PlanStep]

  var html: HTML { Tag.ol(.class("plan-steps")) { for step in steps { row(step) } } }

  private func row(_ step: PlanStep) -> HTML {
    Tag.li(.class("plan-step"), .id("step-\(step.number)")) {
      Tag.div(.class("plan-step-number")) { step.number }
      Tag.div {
        Tag.p(.class("plan-step-task")) { step.task }
        Tag.dl {
          line("Who", step.responsible.isEmpty ? nil : step.responsible.joined(separator: ", "))
          line("Until one sees", step.result)
          if let within = step.withinSeconds { line("Within", PlanDuration.words(seconds: within)) }
          if !step.after.isEmpty { line("After", "step " + step.after.joined(separator: ", ")) }
          if let fallback = step.fallback { line("If it fails", fallback) }
        }
      }
    }
  }

  private func line(_ label: String, _ value: String?) -> HTML {
    Tag.div {
      Tag.dt { label }
      Tag.dd { value.map { HTML($0) } ?? Gap("nobody said").html }
    }
  }
}

/// A plan's text without what the page shows in its own way.
enum PlanProse {
  /// The Markdown below the front matter, its title and the table of steps left out.
  static func withoutSteps(_ plan: Plan) -> String {
    let document = plan.document
    let tables = Set(
      document.blocks.filter { block in
        block.table != nil && plan.steps.contains { $0.span.line == block.lines.lowerBound }
      }.compactMap(\.table))
    var hidden: Set<Int> = []
    for block in document.blocks {
      let isTitle = block.kind == .heading(level: 1)
      let isSteps = block.table.map(tables.contains) ?? false
      if isTitle || isSteps { hidden.formUnion(block.lines) }
    }
    // The line of dashes below a table's header belongs to no block.
    let lines = plan.text.split(separator: "\n", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for (index, line) in lines.enumerated() where index >= document.frontMatter.lineCount {
      if hidden.contains(index + 1)
        || (hidden.contains(index) && line.allSatisfy { "|-: \t\r".contains($0) } && line.contains("-"))
      {
        continue
      }
      kept.append(line)
    }
    return withoutEmptyHeadings(kept.joined(separator: "\n"))
  }

  /// A heading whose table was taken out, and that nothing follows, goes too.
  private static func withoutEmptyHeadings(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("#") {
        let next = lines[(index + 1)...].first { line in line.contains { !$0.isWhitespace } }
        if next == nil || next?.hasPrefix("#") == true { continue }
      }
      kept.append(line)
    }
    return kept.joined(separator: "\n")
  }
}
