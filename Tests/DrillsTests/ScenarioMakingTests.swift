import Chronology
import Drills
import Findings
import Incidents
import Plans
import Testing

struct ScenarioMakingTests {
  /// An incident that took so many minutes, with people in it.
  static func incident(minutes: Double) throws -> Incident {
    var stage = try Stage()
    try stage.perform(.start(incident: nil))
    try stage.declare(by: "ron", commander: "ria")
    try stage.respond(.revise(IncidentRevision(impact: "Orders | wait for hours")))
    for (text, actor) in [
      ("ron says that the shop is slow, @ria looks", "oda"), ("It is the wrong queue", "ria"),
      ("## Injects\n| 1 | 0 min |", "ron"), ("Veronica's order came", "ria"),
    ] {
      stage.pass(minutes: minutes / 5)
      try stage.respond(.note(NoteWritten(text: text), at: nil), by: actor)
    }
    try stage.respond(
      .judgeSuspect(
        SuspectJudged(suspect: "s1", title: "wrong queue", standing: .confirmed, reason: "it fits")), by: "ria")
    try stage.respond(
      .decide(DecisionRecord(what: "Point the shop back", why: "it is quick", known: "the name", by: "ria"), at: nil))
    stage.pass(minutes: minutes / 5)
    try stage.respond(.changeState(StateChange(state: .mitigated)), by: "ria")
    return try #require(stage.incident)
  }

  static func made(_ incident: Incident, cause: String? = "ron's change\n## Injects\nsent orders to the wrong queue.")
    -> Scenario
  {
    Scenario(parsing: ScenarioMaking(incident, plan: "orders-wait", cause: cause).text)
  }

  @Test(arguments: [3.0, 30, 400])
  func `a past incident gives a scenario that can be played at once`(minutes: Double) throws {
    let scenario = Self.made(try Self.incident(minutes: minutes))
    let found = ScenarioCheck.findings(
      scenario, path: "s.md", context: ScenarioContext(plans: ["orders-wait": ["1"]]))
    #expect(found.filter { $0.severity > .note }.map(\.message) == [])
    #expect(scenario.minutes == [3: 20, 30: 30, 400: 40][minutes])
    #expect(scenario.injects.first?.kind == .alert && scenario.injects.count { $0.kind == .customer } == 1)
    #expect(scenario.injects.count { $0.kind == .colleague } == 3)
    #expect(scenario.idea == ["wrong queue"])
    var drill = Drill(number: 1)
    let plan = DrillPlanned(scenario: scenario.name, title: scenario.title, text: scenario.text)
    let events = try drill.events(for: .plan(plan), in: DrillContext(actor: "x", now: Instant(seconds: 1)))
    drill.apply(events[0], EventStamp(version: 1, recorded: Instant(seconds: 1), actor: "x"))
    #expect(drill.injects.count == scenario.injects.count)
  }

  @Test func `a moment comes with the lines around it as a file, which names nobody`() throws {
    var stage = try Stage()
    try stage.perform(.start(incident: nil))
    try stage.declare()
    stage.pass(minutes: 5)
    let picked = MomentPicked(moment: "m1", text: "the queue is full", reference: "logs/app 4/queue.log:12")
    try stage.respond(.pickMoment(picked, at: stage.now))
    try stage.respond(.changeState(StateChange(state: .resolved)))
    let incident = try #require(stage.incident)
    let lines = ["09:04:58 asked by ron", "```", "09:05:00 the queue is full"]
    let making = ScenarioMaking(incident, plan: "orders-wait", excerpts: ["logs/app 4/queue.log:12": lines])
    let scenario = Scenario(parsing: making.text)
    #expect(scenario.files.map(\.name) == ["2-queue.log"])
    #expect(scenario.files.first?.text == "09:04:58 asked by the commander\n```\n09:05:00 the queue is full\n")
    #expect(scenario.injects.map(\.files) == [[], ["2-queue.log"]])
    let found = ScenarioCheck.findings(scenario, path: "s.md").filter { $0.severity > .note }
    #expect(found.map(\.rule) == [])
    // Where no lines are known it is as before.
    #expect(!ScenarioMaking(incident, plan: nil).text.contains("Files"))
  }

  @Test func `its moments come at their times, and the cause is the facilitator's alone`() throws {
    let scenario = Self.made(try Self.incident(minutes: 30))
    #expect(scenario.injects.map(\.atSeconds) == [0, 180, 360, 1080, 1440])
    let told = scenario.situation + scenario.injects.map(\.text).joined()
    #expect(!told.contains("wrong queue") && scenario.facilitator.contains("sent orders to the wrong queue"))
    #expect(scenario.facilitator.contains("12 min: It is the wrong queue"))
    #expect(scenario.injects[3].text == "## Injects\n| 1 | 0 min |")
  }

  @Test func `it names nobody`() throws {
    let scenario = Self.made(try Self.incident(minutes: 30))
    #expect(scenario.injects[2].text == "A colleague says that the shop is slow, the commander looks")
    #expect(scenario.injects[4].text == "Veronica's order came" && scenario.injects[4].from == "commander")
    #expect(!scenario.text.contains("ron'") && !scenario.text.contains("ria "))
    #expect(scenario.facilitator.contains("a colleague's change"))
  }

  @Test func `an incident of which little is known gives what is known, and says what is not`() throws {
    let scenario = Self.made(Incident(number: 4, facts: IncidentFacts(title: "Mail is late", status: "x")), cause: nil)
    #expect(ScenarioCheck.findings(scenario, path: "s").filter { $0.severity > .note }.isEmpty)
    #expect(scenario.injects.map(\.text) == ["FIRING: Mail is late"])
    #expect(scenario.facilitator.contains("read INC-4 before you play it"))
  }
}
