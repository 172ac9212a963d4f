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
      Tag.div(.class("booklet")) {
        cover
        Tag.section(.class("booklet-part")) {
          contents
          words
        }
        for (index, plan) in plans.enumerated() { part(plan, index + 1) }
      }
    }
  }

  /// One page: what to do first, whom to call, and what each role does.
  private var cover: HTML {
    Tag.section(.class("booklet-cover")) {
      Tag.header(.class("lead lesson-lead")) {
        Tag.h1 { "When it comes" }
        Tag.p(.class("lede")) {
          "State of \(Wording.longDate(today)). Who finds that something is out of date crosses it out."
        }
      }
      Tag.div(.class("booklet-columns")) {
        first
        people
      }
      Tag.section {
        Tag.h2 { "Who does what" }
        RoleCards(covers: covers.filter { $0.isNeeded || !$0.fillers.isEmpty }, isPaper: true).html
      }
    }
  }

  private var first: HTML {
    Tag.section {
      Tag.h2 { "The first five minutes" }
      Tag.ol(.class("booklet-first")) {
        for line in Self.firstLines {
          Tag.li {
            Tag.span(.class("paper-tick")) {}
            Tag.span { line }
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

  private var people: HTML {
    Tag.section {
      Tag.h2 { "Whom to call" }
      if roster.here.isEmpty {
        Tag.p(.class("gap-block")) { "Nobody is on the list." }
      } else {
        Tag.table(.class("booklet-people")) {
          Tag.tbody {
            for member in roster.here {
              Tag.tr {
                Tag.th(.set("scope", "row")) { member.person.name }
                Tag.td {
                  roles(member.person)
                  member.person.contacts.isEmpty
                    ? Gap("nothing says how to reach them").html
                    : HTML(member.person.contacts.map { "\($0.kind) \($0.value)" }.joined(separator: " · "))
                  away(member.person)
                }
              }
            }
          }
        }
      }
    }
  }

  /// What one calls them for, whoever is asked first for it before the others.
  private func roles(_ person: RosterPerson) -> HTML? {
    guard !person.roles.isEmpty else { return nil }
    let words = person.roles.sorted { $0.place < $1.place }.map { entry in
      (policy.role(entry.role)?.name ?? entry.role) + (entry.place == .first ? "" : " (\(entry.place.words))")
    }
    return Tag.span(.class("booklet-roles")) { words.joined(separator: ", ") + ": " }
  }

  private func away(_ person: RosterPerson) -> HTML? {
    let days = person.absences.filter { $0.to >= today }.sorted { $0.from < $1.from }.prefix(2)
    guard !days.isEmpty else { return nil }
    let words = days.map { "\(Wording.dayAndMonth($0.from)) to \(Wording.dayAndMonth($0.to))" }
    return Tag.span(.class("section-note")) { " away \(words.joined(separator: ", "))" }
  }

  /// By what one recognises which plan it is.
  private var contents: HTML? {
    guard !plans.isEmpty else { return nil }
    return Tag.section {
      Tag.h2 { "Which plan fits" }
      Tag.p(.class("section-note")) {
        "The plans follow in this order; each begins on a page of its own, with its number large at the top."
      }
      Tag.ol(.class("booklet-toc")) {
        for (index, plan) in plans.enumerated() {
          Tag.li {
            Tag.a(.href(fragment: "plan-\(plan.name)")) { "\(index + 1) \(title(plan))" }
            if let trigger = plan.trigger { Tag.span(.class("section-note")) { " \(trigger)" } }
          }
        }
      }
    }
  }

  private var words: HTML {
    Tag.section(.class("booklet-words")) {
      Tag.h2 { "Who is told, and how soon" }
      ProtocolTables(policy: policy, isPaper: true).html
    }
  }

  private func title(_ plan: Plan) -> String { plan.title.isEmpty ? plan.name : plan.title }

  private func part(_ plan: Plan, _ number: Int) -> HTML {
    Tag.section(.class("booklet-part"), .id("plan-\(plan.name)")) {
      Tag.header(.class("booklet-head")) {
        Tag.h2 {
          Tag.span(.class("booklet-number")) { "\(number)" }
          " \(title(plan))"
        }
        if let trigger = plan.trigger { Tag.p { "When: \(trigger)" } }
        Tag.p(.class("section-note")) { facts(plan) }
      }
      PaperSteps(steps: plan.steps).html
      Tag.div(.class("booklet-prose")) {
        ProseMarkup(markdown: PlanProse.withoutSteps(plan), lowered: 1).html
      }
    }
  }

  private func facts(_ plan: Plan) -> String {
    var facts: [String] = []
    if let within = plan.recoverWithinSeconds {
      facts.append("works again within \(PlanDuration.words(seconds: within))")
    }
    if let owner = plan.owner { facts.append("kept by \(owner)") }
    if let day = plan.reviewBy { facts.append("read again by \(Wording.dayAndMonth(day))") }
    return Wording.sentence(facts.joined(separator: "; "))
  }
}
