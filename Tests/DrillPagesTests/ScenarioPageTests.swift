import Chronology
import DrillPages
import Drills
import Findings
import Interchange
import PageKit
import PageTesting
import ShippedDocuments
import Testing

/// Scenarios in lists, alone and in the form; and drills as they are planned.
@Suite struct ScenarioPageTests {
  private static let all = ShippedDocument.all(of: .scenario).map { document in
    ScenarioWhole(
      scenario: ScenarioListing(
        Scenario(parsing: document.text), name: document.name, findings: [], isOurs: false, lastPlayed: nil),
      text: document.text, findings: [], version: 0)
  }

  @Test(arguments: all.map(\.scenario.name))
  func `a scenario shows what comes, and its answer only to those who ask for it`(name: String) throws {
    let whole = try #require(Self.all.first { $0.scenario.name == name })
    let html = ScenarioPage(whole: whole, context: DrillScenes.context()).html
    let page = Markup(html)
    DrillPageTests.expectSound(page, name)
    #expect(page.all("ol", class: "scenario-messages").count == 1)
    #expect(page.all("li", class: "message").count == whole.scenario.injectCount)
    let before = try #require(html.split(separator: "id=\"everything\"", maxSplits: 1).first)
    #expect(!before.contains(whole.scenario.plan ?? "-"), "the plan tells what it is about")
    #expect(!before.contains("What really happens"))
    #expect(page.all("details").first { $0.attributes["id"] == "everything" }?.attributes["open"] == nil)
  }

  @Test func `the list tells no plan`() throws {
    let html = ScenariosPage(scenarios: Self.all.map(\.scenario), context: DrillScenes.context()).html
    DrillPageTests.expectSound(Markup(html), "scenarios")
    for scenario in Self.all {
      #expect(html.contains("/scenarios/\(scenario.scenario.name)"))
      #expect(!html.contains(scenario.scenario.plan ?? "-"))
    }
  }

  @Test func `what a new scenario begins with can be read as one`() {
    let scenario = Scenario(parsing: ScenarioTemplate.text(title: "Monday, 9:05\n# evil"))
    #expect(scenario.injects.count == 3)
    #expect(scenario.expectations.count == 5)
    #expect(scenario.problems.isEmpty)
  }

  @Test func `the form gives back what was written, byte for byte`() {
    let text = "---\nplan: x\n---\n# \(DrillScenes.hostile)\n\n"
    let html = ScenarioEditPage(
      name: "x", version: 4, text: text, findings: [], isNew: false, context: DrillScenes.context()
    ).html
    DrillPageTests.expectSound(Markup(html), "edit")
    #expect(html.contains("&quot;v4&quot;"))
    #expect(html.contains("# \(HTML.escaped(DrillScenes.hostile))\n\n</textarea>"))
  }

  // MARK: Planning

  private static func planning(_ plan: String?) -> Markup {
    Markup(
      PlanDrillPage(
        scenarios: all.map(\.scenario), plan: plan.map { ($0, "A title") },
        accounts: [PlanDrillPage.Choice(name: "lea", words: "Lea"), PlanDrillPage.Choice(name: "rob", words: "Rob")],
        roster: ["Kim O’Hara"], today: CivilDate(year: 2031, month: 5, day: 1), context: DrillScenes.context()
      ).html)
  }

  @Test func `planning a plan's drill begins with its own scenario, and with whoever plans leading`() {
    let page = Self.planning("wrong-certificate")
    DrillPageTests.expectSound(page, "planning")
    let checked = page.all("input").filter { $0.attributes["type"] == "radio" && $0.attributes["checked"] != nil }
    #expect(checked.map { $0.attributes["value"] ?? "" } == ["sunday-certificate", "1", "on"])
    let selected = page.all("option").filter { $0.attributes["selected"] != nil }.map { $0.attributes["value"] ?? "" }
    #expect(selected.first == "facilitator")
  }

  @Test func `rows without a part are nobody, a name that was typed takes part`() {
    let fields = PlannedDrill.fields([
      ("scenario", "x"), ("speed", "4"), ("day", ""), ("isByClock", "on"), ("people.0.name", "lea"),
      ("people.0.part", "facilitator"), ("people.1.name", "rob"), ("people.1.part", ""), ("people.2.typed", "1"),
      ("people.2.name", "Kim"), ("people.2.part", ""), ("people.3.typed", "1"), ("people.3.name", " "),
      ("people.3.part", "responder"), ("_csrf", "t"),
    ])
    #expect(
      fields.map { "\($0.name)=\($0.value)" } == [
        "scenario=x", "speed=4", "day=", "isByClock=on", "people.0.name=lea", "people.0.part=facilitator",
        "people.1.name=Kim", "people.1.part=responder",
      ])
  }

  @Test func `practising alone leaves people and day out`() {
    let fields = PlannedDrill.fields([
      ("alone", "on"), ("scenario", "x"), ("speed", "10"), ("day", "2031-05-04"), ("people.0.name", "lea"),
      ("people.0.part", "facilitator"), ("isByClock", "off"),
    ])
    #expect(fields.map { "\($0.name)=\($0.value)" } == ["scenario=x", "speed=10"])
  }

  @Test func `the list of drills tells each only what they may know`() throws {
    let drill = try DrillScenes.running()
    func page(_ name: String) -> String {
      DrillsPage(
        drills: [DrillListing(drill, for: name)], suggestions: [], scenarios: Self.all.map(\.scenario), summaries: [:],
        calendar: "https://x/drills.ics", context: DrillScenes.context(name)
      ).html
    }
    DrillPageTests.expectSound(Markup(page("rob")), "drills")
    #expect(page("lea").contains("The shop is refused"))
    #expect(!page("rob").contains("The shop is refused"))
    #expect(page("rob").contains("Lea leads; rob responds"))
  }
}
