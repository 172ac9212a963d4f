import Accounts
package import Chronology
package import Drills
import Incidents
import Interchange
package import PageKit

/// A drill as a form: what is played, when, by whom, how fast.
package struct PlanDrillPage: Sendable {
  /// Somebody who can be chosen.
  package struct Choice: Sendable {
    /// The handle of an account, or a name.
    package var name: String
    package var words: String

    package init(name: String, words: String) {
      self.name = name
      self.words = words
    }
  }

  private let scenarios: [ScenarioListing]
  private let chosen: String?
  private let plan: (name: String, title: String)?
  /// Planned already, and planned anew.
  private let whole: DrillWhole?
  private let accounts: [Choice]
  /// Names of people who have no account.
  private let roster: [String]
  private let today: CivilDate
  private let context: PageContext

  package init(
    scenarios: [ScenarioListing], chosen: String? = nil, plan: (name: String, title: String)? = nil,
    replanning whole: DrillWhole? = nil, accounts: [Choice], roster: [String], today: CivilDate, context: PageContext
  ) {
    self.scenarios = scenarios
    self.chosen = chosen ?? whole?.drill.scenario
    self.plan = plan
    self.whole = whole
    self.accounts = accounts
    self.roster = roster
    self.today = today
    self.context = context
  }

  private static let accountsMax = 30

  private var page: SitePath {
    if let whole { return .drills(.replanning(whole.drill.number)) }
    return .drills(.planning(scenario: chosen, plan: plan?.name))
  }

  private var form: ActionForm {
    // The form is sent to the page's own address, which makes people and parts of its rows.
    ActionForm(
      "drill", whole.map { .drills(.replanning($0.drill.number)) } ?? .drills(.planning()), on: page, context: context,
      returnTo: whole.map { .drills(.drill($0.drill.number)) }, version: whole?.version)
  }

  package var html: String {
    let title = whole == nil ? "Plan a drill" : "Plan drill \(whole?.drill.number ?? 0) anew"
    return DrillFrame(title, [(title, page)], context: context).html {
      DrillFrame.head(
        plan.map { "Rehearse “\($0.title)”" } ?? title,
        "Whoever fills this in may know what it is about; those who respond learn it while they play.")
      let form = form
      form.html(.class("form drill-form")) {
        scenarioChoice(form)
        Tag.fieldset(.class("panel")) {
          Tag.legend { "Together" }
          form.field("day", "On which day", .line(type: "date"), value: whole?.drill.day.map { "\($0)" } ?? "")
          people(form)
          pace(form)
          Tag.button(.class("strong"), .set("type", "submit")) { whole == nil ? "Plan it" : "Save it" }
        }
        if whole == nil { alone }
      }
    }
  }

  // MARK: What is played

  private func scenarioChoice(_ form: ActionForm) -> HTML {
    let fitting = plan.map { plan in scenarios.filter { $0.plan == plan.name } } ?? []
    let others = plan == nil ? scenarios : scenarios.filter { $0.plan != plan?.name }
    let taken = form.typed("scenario") ?? chosen ?? fitting.first?.name ?? ""
    return Tag.fieldset(.class("scenario-choice")) {
      Tag.legend { "What is played" }
      if plan != nil, fitting.isEmpty {
        Tag.p(.class("gap-block")) {
          "There is no scenario for this plan yet. Play another one, or "
          Tag.a(.href(.drills(.scenarios))) { "write one" }
          "."
        }
      }
      for scenario in fitting { choice(scenario, taken) }
      if fitting.isEmpty {
        for scenario in others { choice(scenario, taken) }
      } else if !others.isEmpty {
        Tag.details(.class("fold"), others.contains { $0.name == taken } ? .isOpen : nil) {
          Tag.summary { "Scenarios for other plans" }
          for scenario in others { choice(scenario, taken) }
        }
      }
      if let problem = form.outcome?.message(about: "scenario") {
        Tag.p(.class("form-error")) { Wording.sentence(problem) + "." }
      }
    }
  }

  private func choice(_ scenario: ScenarioListing, _ taken: String) -> HTML {
    Tag.label(.class("scenario-pick")) {
      Tag.input(
        .set("type", "radio"), .set("name", "scenario"), .set("value", scenario.name), .set("required", ""),
        scenario.name == taken ? .set("checked", "") : nil)
      Tag.span(.class("scenario-face")) {
        Tag.span(.class("scenario-name")) { scenario.title }
        Tag.span(.class("section-note")) { ScenarioWords.facts(scenario) }
      }
    }
  }

  /// For one person, at once; behind the rest, so that the enter key does not mean it.
  private var alone: HTML {
    Tag.div(.class("drill-alone")) {
      Tag.button(.set("type", "submit"), .set("name", "alone"), .set("value", "on")) {
        "Practise it alone"
      }
      Tag.p(.class("section-note")) {
        "Without the others: messages come by the clock, at the speed chosen above. What really happens is shown to you when you end it."
      }
    }
  }

  // MARK: Who plays

  private static let parts: [(value: String, words: String)] =
    [("", "Takes no part")] + DrillPerson.Part.allCases.map { ($0.rawValue, Wording.sentence($0.words)) }

  private func people(_ form: ActionForm) -> HTML {
    let known = accounts.prefix(Self.accountsMax)
    let planned = whole?.drill.people ?? []
    let others = planned.filter { person in !known.contains { $0.name == person.name } }
    let rows = others.count + PlannedDrill.extraRows
    return Tag.fieldset(.class("drill-rows")) {
      Tag.legend { "Who plays which part" }
      Tag.p(.class("field-hint")) {
        "One who leads it knows what really happens and lets it come. Without one, everything comes by the clock."
      }
      for (index, person) in known.enumerated() {
        HiddenField.html("people.\(index).name", person.name)
        form.field(
          "people.\(index).part", person.words, .choice(Self.parts),
          value: planned.first { $0.name == person.name }?.part.rawValue
            ?? (whole == nil && person.name == context.caller?.account ? DrillPerson.Part.facilitator.rawValue : ""))
      }
      for row in 0..<rows {
        let index = known.count + row
        Tag.div(.class("drill-guest")) {
          HiddenField.html("people.\(index).typed", "1")
          guest(form, index, others.indices.contains(row) ? others[row].name : "")
          form.field(
            "people.\(index).part", "Part", .choice(Array(Self.parts.dropFirst())),
            value: others.indices.contains(row) ? others[row].part.rawValue : DrillPerson.Part.responder.rawValue)
        }
      }
      if !roster.isEmpty {
        Tag.datalist(.id("roster-names")) { for name in roster { Tag.option(.set("value", name)) } }
      }
      if let problem = form.outcome?.message(about: "people") {
        Tag.p(.class("form-error")) { Wording.sentence(problem) + "." }
      }
    }
  }

  private func guest(_ form: ActionForm, _ index: Int, _ value: String) -> HTML {
    let id = "drill-people-\(index)-name"
    return Tag.div(.class("field")) {
      Tag.label(.set("for", id)) { "Somebody else" }
      Tag.input(
        .set("type", "text"), .id(id), .set("name", "people.\(index).name"),
        .set("value", form.typed("people.\(index).name") ?? value),
        .set("maxlength", "\(IncidentLimits.nameScalarsMax)"),
        .set("autocomplete", "off"), roster.isEmpty ? nil : .set("list", "roster-names"))
    }
  }

  // MARK: How fast

  private static let speeds = [1, 2, 4, 10]

  private func pace(_ form: ActionForm) -> HTML {
    let speed = form.typed("speed").flatMap { Int($0) } ?? whole?.drill.speed ?? 1
    let isByClock = form.typed("isByClock").map { $0 != "off" } ?? whole?.isByClock ?? true
    let speeds = Self.speeds.contains(speed) ? Self.speeds : (Self.speeds + [speed]).sorted()
    return .joined([
      Tag.fieldset(.class("drill-choices")) {
        Tag.legend { "How fast drill time goes" }
        for choice in speeds {
          radio("speed", "\(choice)", "\(choice)×", DrillWords.speedMeaning(choice), isChosen: choice == speed)
        }
      },
      Tag.fieldset(.class("drill-choices")) {
        Tag.legend { "How messages come" }
        radio(
          "isByClock", "on", "By the clock", "Each at its minute. Whoever leads can still put off, leave out and add.",
          isChosen: isByClock)
        radio("isByClock", "off", "By hand", "Whoever leads lets each one come.", isChosen: !isByClock)
      },
    ])
  }

  private func radio(_ name: StaticString, _ value: String, _ words: String, _ note: String, isChosen: Bool) -> HTML {
    Tag.label(.class("drill-radio")) {
      Tag.input(
        .set("type", "radio"), .set("name", "\(name)"), .set("value", value), isChosen ? .set("checked", "") : nil)
      Tag.span {
        Tag.strong { words }
        Tag.span(.class("section-note")) { " \(note)" }
      }
    }
  }
}
