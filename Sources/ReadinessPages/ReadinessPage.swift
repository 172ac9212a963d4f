import Chronology
import Incidents
package import PageKit
package import Plans

/// One screen: what could hit us, are we ready, who is missing, what do we do next.
package struct ReadinessPage: Sendable {
  private let report: ReadinessReport
  private let starters: [PlansPage.Starter]
  private let context: PageContext

  /// `starters`: plans that could be adopted; shown where there is none yet.
  package init(report: ReadinessReport, starters: [PlansPage.Starter] = [], context: PageContext) {
    self.report = report
    self.starters = starters
    self.context = context
  }

  private var register: PlanRegister { report.register }

  package var html: String {
    ReadinessFrame("Readiness", [], context: context).html {
      ReadinessFrame.head("Readiness", sentence)
      next
      sum
      plans
      roles
      Tag.ul(.class("lesson-links")) {
        Tag.li { Tag.a(.class("button"), .href(.readiness(.plans))) { "All plans" } }
        Tag.li { Tag.a(.class("button"), .href(.drills(.list))) { "Drills" } }
        Tag.li { Tag.a(.class("button"), .href(.readiness(.people))) { "Who can be called" } }
        Tag.li { Tag.a(.class("button"), .href(.readiness(.booklet))) { "The booklet, on paper" } }
        Tag.li { Tag.a(.class("button"), .href(.readiness(.audit()))) { "What it shows an auditor" } }
      }
    }
  }

  private var sentence: String {
    let all = register.entries.count
    guard all > 0 else {
      return
        "There is no plan yet. Before anything goes wrong, a team needs one: begin with the ten that are ready to adopt."
    }
    let ready = register.count(.ready)
    let worst = register.entries.first { $0.readiness != .ready }
    let lead = "\(ready) of \(Wording.count(all, "plan")) could be relied on today."
    guard let worst else { return lead + " Play the one that was longest ago." }
    return lead + " The greatest risk that is not: \(worst.title)."
  }

  private var next: HTML? {
    let steps = report.next
    guard !steps.isEmpty else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("next-title")) {
      Tag.h2(.id("next-title")) { "What we do next" }
      Tag.ol(.class("ready-next")) { for step in steps { Tag.li { row(step) } } }
    }
  }

  @HTMLBuilder private func row(_ step: ReadinessReport.Step) -> HTML {
    switch step {
    case .adoptPlans:
      Tag.span { link("Adopt the starter plans", .readiness(.plans)) }
    case .addPeople:
      Tag.span { link("Say who can be called, and for which role", .readiness(.people)) }
    case .fillRole(_, let name, let asked):
      Tag.span {
        link("Find somebody who can be \(name)", .readiness(.people))
        if let asked { Tag.span(.class("section-note")) { " Asked for by \(asked)." } }
      }
    case .findSecond(_, let name, let only):
      Tag.span { link("Find a second person for \(name): only \(only) can", .readiness(.people)) }
    case .coverGap(_, let name, let from, let to, let away):
      Tag.span {
        link("\(Self.days(from, to)) nobody can be \(name): \(NameList.are(away)) away", .readiness(.people))
      }
    case .nobodyToday(_, let name, let away):
      Tag.span {
        link("Today nobody can be \(name): name somebody who can", .readiness(.people))
        Tag.span(.class("section-note")) { " \(AwayWords.sentence(away))." }
      }
    case .sayHowToReach(let people, let roles):
      Tag.span {
        link("Write down how to reach \(NameList.and(people))", .readiness(.people))
        Tag.span(.class("section-note")) { " Nobody whom one could call can be \(NameList.or(roles))." }
      }
    case .writePlan(let plan, let title):
      Tag.span {
        link("Write the steps of “\(title)”", .readiness(context.mayRespond ? .planEdit(plan) : .plan(plan)))
      }
    case .mendPlan(let plan, let title, let finding):
      Tag.span {
        link("Mend “\(title)”", .readiness(.plan(plan)))
        Tag.span(.class("section-note")) { " \(Wording.sentence(finding))." }
      }
    case .rereadPlan(let plan, let title, let by):
      Tag.span {
        link("Read “\(title)” again", .readiness(.plan(plan)))
        if let by {
          Tag.span(.class("section-note")) { " It was to be read by \(Wording.dayAndMonth(by))." }
        }
      }
    case .playPlan(let plan, let title, let last):
      Tag.span {
        link("Play “\(title)”", .drills(.planning(plan: plan)))
        Tag.span(.class("section-note")) {
          last.map { " Last played on \(Wording.dayAndMonth($0))." } ?? " It was never played."
        }
      }
    case .playAgain(let plan, let title, let drill, let shortfall):
      Tag.span {
        link("Look at how “\(title)” went", drill.map { .drills(.outcome($0)) } ?? .readiness(.plan(plan)))
        ", then "
        link("play it again", .drills(.planning(plan: plan)))
        Tag.span(.class("section-note")) { " It did not hold: \(shortfall)." }
      }
    }
  }

  private func link(_ words: String, _ path: SitePath) -> HTML { Tag.a(.href(path)) { words } }

  private static func days(_ from: CivilDate, _ to: CivilDate) -> String {
    from == to ? "On \(Wording.dayAndMonth(from))" : "From \(Wording.dayAndMonth(from)) to \(Wording.dayAndMonth(to))"
  }

  private var sum: HTML {
    Tag.dl(.class("ready-sum")) {
      figure("\(register.count(.ready)) of \(register.entries.count)", "plans that could be relied on")
      figure("\(report.filledCount) of \(report.covers.count)", "roles for which somebody can be called")
      figure("\(report.covers.count { $0.only != nil })", "roles that hang on one person")
      figure("\(report.openCount)", "roles with days in the next 90 on which nobody can")
    }
  }

  private func figure(_ value: String, _ label: String) -> HTML {
    Tag.div {
      Tag.dt { label }
      Tag.dd { value }
    }
  }

  private var plans: HTML? {
    guard !register.entries.isEmpty else { return starterPlans }
    return Tag.section(.class("lesson-group"), .labelledBy("plans-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("plans-title")) { "What could hit us" }
        Tag.p(.class("section-note")) { "The greatest risk first" }
      }
      RegisterTable(entries: Array(register.entries.prefix(6))).html
      if register.entries.count > 6 {
        Tag.p { Tag.a(.class("button"), .href(.readiness(.plans))) { "All \(register.entries.count) plans" } }
      }
    }
  }

  /// What hits most teams, with a plan for each: better than an empty page.
  private var starterPlans: HTML? {
    guard !starters.isEmpty else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("plans-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("plans-title")) { "What could hit us" }
        Tag.p(.class("section-note")) { "There is a plan for each, ready to adopt" }
      }
      if context.mayRespond {
        ActionForm(
          "adopt-all", .readiness(.adopt), on: .readiness(.overview), context: context, returnTo: .readiness(.plans)
        ).button("Adopt all \(starters.count) plans", class: "strong", fields: [("name", "*")])
      }
      Tag.ul(.class("person-list")) {
        for starter in starters {
          Tag.li {
            Tag.h3 { starter.title }
            Tag.p(.class("section-note")) { starter.trigger }
          }
        }
      }
    }
  }

  private var roles: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("roles-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("roles-title")) { "Who is there" }
        Tag.p(.class("section-note")) { Wording.count(report.peopleCount, "person", "people") + " on the list" }
      }
      CoverList(covers: report.covers, today: report.today).html
    }
  }
}
