import Chronology
package import Drills
import Incidents
import Interchange
package import PageKit
import RecordViews

/// What to rehearse next, what runs, what is planned by day, and what was played.
package struct DrillsPage: Sendable {
  private let drills: [DrillListing]
  private let suggestions: [DrillSuggestion]
  private let scenarios: [String: ScenarioListing]
  /// How each that was played went, by its number.
  private let summaries: [Int: String]
  private let calendar: String
  private let context: PageContext

  /// `calendar` is the whole address to which a calendar subscribes.
  package init(
    drills: [DrillListing], suggestions: [DrillSuggestion], scenarios: [ScenarioListing], summaries: [Int: String],
    calendar: String, context: PageContext
  ) {
    self.drills = drills
    self.suggestions = suggestions
    self.scenarios = Dictionary(scenarios.map { ($0.name, $0) }) { first, _ in first }
    self.summaries = summaries
    self.calendar = calendar
    self.context = context
  }

  private static let page = SitePath.drills(.list)

  package var html: String {
    DrillFrame("Drills", context: context).html {
      DrillFrame.head("Drills", sentence)
      running
      pick
      planned
      played
      links
    }
  }

  private var sentence: String {
    let played = drills.filter { $0.state == .ended }
    guard let last = played.compactMap(\.ended).max() else {
      return "A plan that nobody has played is a guess. Half an hour is enough to find out what it lacks."
    }
    return
      "\(Wording.count(played.count, "drill")) played, the last on \(Wording.dayAndMonth(CivilDate(last))). Each one changes a plan a little."
  }

  // MARK: Running

  private var running: HTML? {
    let running = drills.filter { $0.state.isPlaying }
    guard !running.isEmpty else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("running-title")) {
      Tag.h2(.id("running-title")) { "Being played now" }
      Tag.ul(.class("drill-list")) {
        for drill in running {
          Tag.li(.class("drill-row drill-row-now")) {
            Tag.p(.class("marks")) {
              DrillStateMark(state: drill.state).html
              Tag.span(.class("identifier")) { "Drill \(drill.number)" }
            }
            Tag.h3 { name(drill) }
            people(drill)
            Tag.a(.class("button strong"), .href(.drills(.drill(drill.number)))) { "Go there" }
          }
        }
      }
    }
  }

  /// Its title where the person may know it, else its number.
  private func name(_ drill: DrillListing) -> String { drill.title ?? "Drill \(drill.number)" }

  private func people(_ drill: DrillListing) -> HTML {
    let words = DrillPerson.Part.allCases.compactMap { part in
      DrillWords.names(drill.people, part).map { "\($0) \(Self.verb(part, drill.people))" }
    }
    return Tag.p(.class("section-note")) {
      drill.isPractice
        ? "\(drill.people.first?.name ?? "Somebody") practises alone" : Wording.sentence(words.joined(separator: "; "))
    }
  }

  private static func verb(_ part: DrillPerson.Part, _ people: [DrillPerson]) -> String {
    let isOne = people.count { $0.part == part } == 1
    return switch part {
    case .facilitator: isOne ? "leads" : "lead"
    case .responder: isOne ? "responds" : "respond"
    case .observer: isOne ? "looks on" : "look on"
    }
  }

  // MARK: What next

  private var pick: HTML? {
    guard let first = suggestions.first else {
      return Tag.section(.class("lesson-group"), .labelledBy("pick-title")) {
        Tag.h2(.id("pick-title")) { "Pick one for us" }
        Tag.p(.class("gap-block")) {
          "There is no plan with steps yet, so there is nothing to rehearse. "
          Tag.a(.href(.readiness(.plans))) { "Adopt the starter plans first." }
        }
      }
    }
    return Tag.section(.class("lesson-group"), .labelledBy("pick-title")) {
      Tag.div(.class("drill-pick")) {
        Tag.p(.class("drill-pick-word"), .id("pick-title")) { "Pick one for us" }
        Tag.h2 { first.planTitle }
        Tag.p { "\(Wording.sentence(first.why))." }
        Tag.p(.class("section-note")) { material(first) }
        act(first, isStrong: true)
      }
      let rest = suggestions.dropFirst().prefix(12)
      if !rest.isEmpty {
        Tag.details(.class("fold")) {
          Tag.summary { "What could come after that" }
          Tag.ul(.class("drill-list")) {
            for suggestion in rest {
              Tag.li(.class("drill-row")) {
                Tag.h3 { suggestion.planTitle }
                Tag.p(.class("section-note")) { "\(Wording.sentence(suggestion.why)). \(material(suggestion))" }
                act(suggestion, isStrong: false)
              }
            }
          }
        }
      }
    }
  }

  private func material(_ suggestion: DrillSuggestion) -> String {
    if let name = suggestion.scenario {
      // Never its title: whoever responds reads this, too.
      return scenarios[name].map { "There is a scenario for it: \(ScenarioWords.facts($0))." }
        ?? "There is a scenario for it."
    }
    if let incident = suggestion.incident {
      return "What we lived through in INC-\(incident) can be played again: its moments become messages."
    }
    return "There is no scenario for it that nobody has played. Write one, or play one again."
  }

  private func act(_ suggestion: DrillSuggestion, isStrong: Bool) -> HTML? {
    guard context.mayRespond else { return nil }
    let style = isStrong ? "button strong" : "button"
    let label = Attribute.label("\(words(suggestion)): \(suggestion.planTitle)")
    if suggestion.scenario == nil, let incident = suggestion.incident {
      return Tag.a(
        .class(style), .href(.drills(.scenarioFrom(IncidentID(number: incident), plan: suggestion.plan))), label
      ) { words(suggestion) }
    }
    return Tag.a(
      .class(style), .href(.drills(.planning(scenario: suggestion.scenario, plan: suggestion.plan))), label
    ) { words(suggestion) }
  }

  private func words(_ suggestion: DrillSuggestion) -> String {
    suggestion.scenario == nil && suggestion.incident != nil ? "Make a scenario of it" : "Plan this drill"
  }

  // MARK: By day

  private var planned: HTML? {
    let planned = drills.filter { $0.state == .planned }.sorted { left, right in
      switch (left.day, right.day) {
      case (let one?, let other?) where one != other: one < other
      case (.some, nil): true
      case (nil, .some): false
      default: left.number < right.number
      }
    }
    guard !planned.isEmpty else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("planned-title")) {
      Tag.h2(.id("planned-title")) { "Planned" }
      Tag.ul(.class("drill-list")) {
        for drill in planned {
          Tag.li(.class("drill-row")) {
            Tag.p(.class("drill-day")) { drill.day.map { Wording.longDate($0) } ?? "No day yet" }
            Tag.h3 { Tag.a(.href(.drills(.drill(drill.number)))) { name(drill) } }
            people(drill)
          }
        }
      }
    }
  }

  private static let playedMax = 200

  private var played: HTML? {
    let played = drills.filter { $0.state == .ended || $0.state == .cancelled }.prefix(Self.playedMax)
    guard !played.isEmpty else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("played-title")) {
      Tag.h2(.id("played-title")) { "Played" }
      Tag.table(.class("register stacking")) {
        Tag.thead {
          Tag.tr { for heading in ["When", "Drill", "How it went"] { Tag.th(.set("scope", "col")) { heading } } }
        }
        Tag.tbody { for drill in played { row(drill) } }
      }
    }
  }

  private func row(_ drill: DrillListing) -> HTML {
    let isOver = drill.state == .ended
    return Tag.tr {
      Tag.td(.column("When")) {
        (drill.ended ?? drill.started).map { Wording.dayAndMonth(CivilDate($0)) } ?? drill.day.map(Wording.dayAndMonth)
          ?? "Never"
      }
      Tag.td(.column("Drill")) {
        Tag.a(.class("plan-title"), .href(.drills(isOver ? .outcome(drill.number) : .drill(drill.number)))) {
          name(drill)
        }
        if let plan = drill.plan, isOver {
          Tag.p(.class("section-note")) {
            "Rehearsed "
            Tag.a(.href(.readiness(.plan(plan)))) { plan }
          }
        }
      }
      Tag.td(.column("How it went")) {
        if isOver { summaries[drill.number].map { HTML(Wording.sentence($0)) } ?? .empty } else { "Cancelled" }
        if let postmortem = drill.postmortem {
          Tag.p(.class("section-note")) {
            Tag.a(.href(.postmortem(PostmortemID(number: postmortem)))) { "PM-\(postmortem)" }
          }
        }
      }
    }
  }

  // MARK: Elsewhere

  private var links: HTML {
    .joined([
      Tag.ul(.class("lesson-links")) {
        if context.mayRespond { Tag.li { Tag.a(.class("button"), .href(.drills(.planning()))) { "Plan another one" } } }
        Tag.li { Tag.a(.class("button"), .href(.drills(.scenarios))) { "All scenarios" } }
      },
      Tag.details(.class("fold")) {
        Tag.summary { "The days of drills in your calendar" }
        Tag.p {
          "Subscribe to this address, with any name and, as the password, a token of the scope ‘read’ from "
          Tag.a(.href(.access(.account))) { "your account" }
          ". It tells the days and who takes part, and never what a drill is about."
        }
        Tag.p { Tag.a(.href(.drills(.calendar))) { calendar } }
      },
    ])
  }
}
