import Chronology
import DrillPages
import Drills
import Incidents
import PageKit
import PageTesting
import Plans
import ShippedDocuments
import Testing

/// What a team looks at together when a drill is over.
@Suite struct OutcomePageTests {
  private static let plan = ShippedDocument.named("wrong-certificate", of: .plan).map { Plan(parsing: $0.text) }

  private static func page(_ drill: Drill, as name: String = "lea") -> String {
    let now = DrillScenes.start.advanced(bySeconds: 1000)
    let comparison = DrillComparison(drill, incident: nil, plan: plan, at: now)
    let changes = plan.map { PlanChanges(PlanProposal(comparison, plan: $0, incident: nil), planVersion: 7) }
    return OutcomePage(
      whole: DrillWhole(drill, for: name, mayLead: true, now: now), outcome: DrillOutcome(comparison),
      changes: changes, changesMissing: nil, context: DrillScenes.context(name, at: now)
    ).html
  }

  private static func ended(missing words: String) throws -> Drill {
    try DrillScenes.drill([
      (0, "lea", .start(incident: nil)), (10, "lea", .observe(DrillObservation(kind: .missingStep, words: words))),
      (400, "lea", .end),
    ])
  }

  @Test func `it is a sound page, and what hostile hands wrote is only text`() throws {
    for drill in [try DrillScenes.ended(), try Self.ended(missing: DrillScenes.hostile)] {
      let html = Self.page(drill)
      DrillPageTests.expectSound(Markup(html), "outcome")
      #expect(!html.contains("<script>alert") && !html.contains("<img"))
    }
  }

  @Test func `each span shows by when it was expected, and what is missing is no zero`() throws {
    let page = Markup(Self.page(try DrillScenes.ended()))
    #expect(page.all("li", class: "span-row").count == 5)
    // Nobody declared an incident: nothing has a length.
    #expect(page.all("rect", class: "span-taken").isEmpty)
    let marks = page.all("rect", class: "span-expected").count
    #expect(marks == 6, "five expectations have a time, and the key shows one")
    #expect(page.all("li", class: "span-missing").count == 5)
  }

  @Test func `a change to the plan is ticked by its number, against the text that was looked at`() throws {
    let page = Markup(Self.page(try Self.ended(missing: "Call the partner with the terminals")))
    #expect(page.values("action").contains("/drills/3/plan-changes"))
    let ticks = page.all("input").filter { $0.attributes["name"] == "changes" }
    #expect(ticks.count == 1 && ticks.first?.attributes["type"] == "checkbox")
    #expect(page.all("input").first { $0.attributes["name"] == "planVersion" }?.attributes["value"] == "7")
    #expect(page.text.contains("Call the partner with the terminals"))
  }

  @Test func `where nothing is left to change it says so`() throws {
    let html = Self.page(try DrillScenes.drill([(0, "lea", .start(incident: nil)), (400, "lea", .end)]))
    #expect(html.contains("Nothing is left to change"))
    #expect(html.contains("Begin the postmortem"))
  }
}
