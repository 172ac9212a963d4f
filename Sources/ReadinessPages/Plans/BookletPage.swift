package import Chronology
package import Incidents
package import PageKit
package import Plans

/// The whole readiness of a team on paper, for the day when nothing is up.
package struct BookletPage: Sendable {
  private let plans: [Plan]
  private let roster: Roster
  private let policy: Policy
  private let covers: [RoleCover]
  private let today: CivilDate
  private let context: PageContext

  /// `plans`: the greatest risk first.
  package init(
    plans: [Plan], roster: Roster, policy: Policy, covers: [RoleCover], today: CivilDate, context: PageContext
  ) {
    self.plans = plans
    self.roster = roster
    self.policy = policy
    self.covers = covers
    self.today = today
    self.context = context
  }

  package var html: String {
    ReadinessFrame("The booklet", [("Booklet", .readiness(.booklet))], context: context).html {
      Tag.p(.class("section-note no-print")) {
        "Print this page, or save it as a PDF, and keep it where it can be read without power: it was made on \(Wording.longDate(today)). Print it anew when plans or people change."
      }
      Tag.header(.class("lead lesson-lead")) {
        Tag.h1 { "When it comes: the booklet" }
        Tag.p(.class("lede")) { "State of \(Wording.longDate(today))" }
      }
      first
      contents
      roles
      words
      for plan in plans { part(plan) }
    }
  }

  private var first: HTML {
    Tag.section(.class("lesson-group")) {
      Tag.h2 { "The first five minutes" }
      Tag.ol(.class("plan-steps")) {
        for (index, line) in Self.firstLines.enumerated() {
          Tag.li(.class("plan-step")) {
            Tag.div(.class("plan-step-number")) {
              "\(index + 1) "
              Tag.span(.class("paper-tick")) {}
            }
            Tag.p(.class("plan-step-task")) { line }
          }
        }
      }
    }
  }

  private static let firstLines = [
    "Write down the time, and what you see. Everything else can be asked later; this cannot.",
    "Say out loud who leads. Whoever saw it first leads until somebody takes over.",
    "Open the plan that fits, and do its first step. No plan fits: find out what customers cannot do.",
    "Tell customers and colleagues what is broken, for whom, and when the next word comes. Say that you are sorry.",
    "Write down every change before you make it, with the time.",
  ]

  private var contents: HTML? {
    guard !plans.isEmpty else { return nil }
    return Tag.section(.class("lesson-group")) {
      Tag.h2 { "Plans" }
      Tag.ol(.class("booklet-toc")) {
        for plan in plans {
          Tag.li { Tag.a(.href(fragment: "plan-\(plan.name)")) { plan.title.isEmpty ? plan.name : plan.title } }
        }
      }
    }
  }

  private var roles: HTML {
    Tag.section(.class("lesson-group booklet-part")) {
      Tag.h2 { "Who, and how to reach them" }
      CoverList(covers: covers, today: today).html
      Tag.ul(.class("person-list")) {
        for member in roster.here {
          Tag.li {
            Tag.h3 { member.person.name }
            Tag.p {
              member.person.contacts.isEmpty
                ? Gap("nothing says how to reach them").html
                : HTML(member.person.contacts.map { "\($0.kind): \($0.value)" }.joined(separator: " · "))
            }
          }
        }
      }
    }
  }

  private var words: HTML {
    Tag.section(.class("lesson-group booklet-part")) {
      Tag.h2 { "Who is told, and how soon" }
      Tag.table(.class("register")) {
        Tag.thead {
          Tag.tr {
            for heading in ["Severity", "Audience", "Who speaks", "First word", "Then every"] {
              Tag.th(.set("scope", "col")) { heading }
            }
          }
        }
        Tag.tbody {
          for rule in policy.protocols {
            Tag.tr {
              Tag.td { policy.severityName(rule.severity) }
              Tag.td { rule.audience.words }
              Tag.td { policy.role(rule.speaker)?.name ?? rule.speaker }
              Tag.td { rule.firstWithinMinutes.map { "\($0) min" } ?? "none is due" }
              Tag.td { rule.everyMinutes.map { "\($0) min" } ?? "as promised" }
            }
          }
        }
      }
    }
  }

  private func part(_ plan: Plan) -> HTML {
    Tag.section(.class("lesson-group booklet-part"), .id("plan-\(plan.name)")) {
      Tag.h2 { plan.title.isEmpty ? plan.name : plan.title }
      if let trigger = plan.trigger { Tag.p { "When: \(trigger)" } }
      if let within = plan.recoverWithinSeconds {
        Tag.p { "Works again within \(PlanDuration.words(seconds: within))." }
      }
      PlanSteps(steps: plan.steps, isPaper: true).html
      ProseMarkup(markdown: PlanProse.withoutSteps(plan), lowered: 1).html
    }
  }
}
