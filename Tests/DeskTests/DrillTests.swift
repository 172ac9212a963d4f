import Accounts
import Chronology
import Desk
import Documents
import Drills
import Incidents
import Plans
import RecordViews
import ShippedDocuments
import Testing

/// Drills over a record: who sees what, what comes by the clock, what they show afterwards.
struct DrillTests {
  private static let scenario = "sunday-certificate"
  private static let people = [
    DrillPerson(name: "ana", part: .facilitator), DrillPerson(name: "ben", part: .responder),
    DrillPerson(name: "rea", part: .observer),
  ]

  /// With the plan that the scenario rehearses, and a drill at a speed.
  private func planned(speed: Int = 10, people: [DrillPerson] = Self.people) async throws -> DeskScene {
    let scene = try DeskScene()
    let plan = try #require(ShippedDocument.named("wrong-certificate", of: .plan))
    _ = try await scene.desk.writePlan(
      WrittenText(name: plan.name, text: plan.text, origin: "starter"), by: scene.ana)
    let receipt = try await scene.desk.planDrill(
      DrillRequest(scenario: Self.scenario, people: people, speed: speed), by: scene.ana)
    #expect(receipt.number == 1)
    return scene
  }

  @Test func `responders do not learn what it is about, before or while it runs`() async throws {
    let scene = try await planned()
    let before = try await scene.desk.drill(1, for: scene.ben)
    #expect(before.drill.title == nil && before.drill.scenario == nil && before.drill.plan == nil)
    #expect(before.situation.isEmpty && before.messages.isEmpty && before.upcoming.isEmpty)
    let leading = try await scene.desk.drill(1, for: scene.ana)
    #expect(leading.drill.plan == "wrong-certificate" && leading.upcoming.count == 12 && leading.answer != nil)

    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    let running = try await scene.desk.drill(1, for: scene.ben)
    #expect(running.messages.map(\.inject) == ["1"] && running.upcoming.isEmpty)
    #expect(running.answer == nil && running.expectations.isEmpty && running.nextRelease == nil)
    #expect(running.messages.allSatisfy { $0.dueSeconds == nil })
    #expect(!running.mayLead)
    #expect(try await scene.desk.drills(for: scene.ben).first?.title == nil)
    #expect(await outcome { try await scene.desk.drillOutcome(1, for: scene.ben) } == "wrong-state")
    #expect(await outcome { try await scene.desk.planChanges(ofDrill: 1, for: scene.rea) } == "wrong-state")
  }

  @Test func `what is due comes by the clock, ten times faster, and stands still when halted`() async throws {
    let scene = try await planned()
    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    // 30 s are 5 min of drill time.
    scene.clock.pass(minutes: 0.5)
    #expect(try await scene.desk.keepDrills() == 3)
    #expect(try await scene.desk.drill(1, for: scene.ben).messages.map(\.inject) == ["1", "2", "3"])
    #expect(try await scene.desk.drill(1, for: scene.ben).seconds == 300)
    _ = try await scene.desk.perform(.pause, onDrill: 1, by: scene.ana)
    scene.clock.pass(minutes: 30)
    #expect(try await scene.desk.drill(1, for: scene.ben).messages.count == 3)
    _ = try await scene.desk.perform(.resume, onDrill: 1, by: scene.ana)
    _ = try await scene.desk.perform(.delay("4", seconds: 600), onDrill: 1, by: scene.ana)
    _ = try await scene.desk.perform(.skip("6", reason: "they have enough"), onDrill: 1, by: scene.ana)
    _ = try await scene.desk.perform(.release("8"), onDrill: 1, by: scene.ana)
    let added = InjectAdded(kind: .customer, from: "A shop in Lyon", text: "Is it you or us?")
    _ = try await scene.desk.perform(.add(added), onDrill: 1, by: scene.ana)
    #expect(try await scene.desk.drill(1, for: scene.ben).messages.map(\.inject) == ["1", "2", "3", "8", "+1"])
    scene.clock.pass(minutes: 0.6)
    #expect(try await scene.desk.drill(1, for: scene.ben).messages.map(\.inject) == ["1", "2", "3", "8", "+1", "5"])
  }

  @Test func `only who leads it releases, judges and halts`() async throws {
    let scene = try await planned()
    func tried(_ command: DrillCommand, _ caller: Caller) async -> String {
      await outcome { try await scene.desk.perform(command, onDrill: 1, by: caller) }
    }
    #expect(await tried(.start(incident: nil), scene.ben) == "wrong-state")
    #expect(await tried(.start(incident: nil), scene.rea) == "notAllowed")
    #expect(await tried(.start(incident: nil), scene.ana) == "done")
    for command in [
      DrillCommand.release("2"), .delay("2", seconds: 60), .skip("2", reason: "no"), .pause, .end,
      .observe(DrillObservation(kind: .expectation, words: "", expectation: 1, judgement: .met)),
    ] { #expect(await tried(command, scene.ben) == "wrong-state", "\(command)") }
    #expect(await tried(.observe(DrillObservation(kind: .surprise, words: "No phone rang.")), scene.ben) == "done")
    #expect(try await scene.desk.drill(1, for: scene.ben).notes.map(\.words) == ["No phone rang."])
    // Where nobody who leads is left, an administrator ends it.
    #expect(await tried(.end, scene.adm) == "done")
  }

  @Test func `the incident is a drill, the plan is followed, and the outcome says how it went`() async throws {
    let scene = try await planned()
    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    scene.clock.pass(minutes: 0.2)
    let declared = try await scene.desk.declare(
      Declaration(title: "Visitors of the shop are warned away", commander: "ben"), inDrill: 1, by: scene.ben)
    let id = try #require(declared.incident)
    let view = try #require(try await scene.desk.incident(id, for: scene.ben))
    #expect(view.incident.isDrill)
    // Words are due ten times sooner, as all else comes.
    let first = try #require(view.promises.first)
    #expect(first.due.seconds(since: scene.clock.now) <= 180)
    #expect(try await scene.desk.drill(1, for: scene.ben).drill.incident == id.number)
    #expect(
      await outcome {
        try await scene.desk.declare(Declaration(title: "Again"), inDrill: 1, by: scene.ben)
      } == "wrong-state")

    _ = try await scene.desk.followPlan("wrong-certificate", in: id, by: scene.ben)
    scene.clock.pass(minutes: 0.6)
    try await scene.note("It is the old certificate on two of three machines", on: id, by: scene.ben)
    let ticked = StepTicked(number: 1, step: "2", state: .replaced, words: "read it with the telephone's browser")
    _ = try await scene.desk.perform(.tickStep(ticked), on: id, by: scene.ben)
    let missing = DrillObservation(kind: .missingStep, words: "Tell support not to write 'click continue'")
    _ = try await scene.desk.perform(.observe(missing), onDrill: 1, by: scene.ben)
    let judged = DrillObservation(kind: .expectation, words: "true and short", expectation: 9, judgement: .met)
    _ = try await scene.desk.perform(.observe(judged), onDrill: 1, by: scene.ana)
    _ = try await scene.desk.perform(.end, onDrill: 1, by: scene.ana)

    let result = try await scene.desk.drillOutcome(1, for: scene.ben)
    #expect(result.isOver && result.isPlanFollowed)
    let spans = Dictionary(uniqueKeysWithValues: result.spans.map { ($0.name, $0.seconds) })
    #expect(spans["declared"] == 120 && spans["lead"] == 120 && spans["idea"] == 480)
    #expect(spans["first-word"] == .some(nil))
    // With the drill its incident is over too, and nobody takes that for a success.
    #expect(try await scene.desk.incident(id, for: scene.ben)?.incident.state == .resolved)
    #expect(spans["mitigated"] == .some(nil))
    #expect(result.idea?.text == "It is the old certificate on two of three machines")
    #expect(result.steps.first { $0.number == "2" }?.state == .replaced)
    #expect(result.expectations[8].judgement == .met && result.expectations[8].isJudged)

    let entry = try await scene.desk.plan("wrong-certificate", for: scene.ben).entry
    #expect(entry.lastPlayed == CivilDate(scene.clock.now) && entry.lastPlayedWords == result.summary)
    #expect(try await scene.desk.scenario(Self.scenario, for: scene.ben).scenario.lastPlayed != nil)
  }

  @Test func `changes to the plan are accepted one by one, and those that were vanish`() async throws {
    let scene = try await planned()
    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    for words in ["Tell support what to write", "Call the ticket terminals"] {
      _ = try await scene.desk.perform(
        .observe(DrillObservation(kind: .missingStep, words: words)), onDrill: 1, by: scene.ben)
    }
    _ = try await scene.desk.perform(.end, onDrill: 1, by: scene.ana)
    let before = try await scene.desk.plan("wrong-certificate", for: scene.ben)
    let changes = try await scene.desk.planChanges(ofDrill: 1, for: scene.ben)
    #expect(changes.changes.map(\.after) == ["Tell support what to write", "Call the ticket terminals"])
    #expect(await outcome { try await accept([3]) } == "unknown-part")
    #expect(await outcome { try await accept([]) } == "empty")
    #expect(await outcome { try await accept([1], seen: 7) } == "staleVersion")
    func accept(_ numbers: Set<Int>, seen: Int64? = nil) async throws -> WriteReceipt {
      try await scene.desk.acceptPlanChanges(numbers, ofDrill: 1, planVersion: seen, by: scene.ben)
    }
    _ = try await accept([1], seen: changes.planVersion)
    let after = try await scene.desk.plan("wrong-certificate", for: scene.ben)
    #expect(after.plan.steps.count == before.plan.steps.count + 1)
    #expect(after.plan.steps.last?.task == "Tell support what to write")
    #expect(after.record.versions.last?.note == "What drill 1 showed." && after.record.origin == "drill 1")
    let left = try await scene.desk.planChanges(ofDrill: 1, for: scene.ben)
    #expect(left.changes.map(\.after) == ["Call the ticket terminals"])
    // What was compared with is the plan as it was.
    #expect(try await scene.desk.drillOutcome(1, for: scene.ben).steps.count == before.plan.steps.count)
  }

  @Test func `the postmortem of a drill holds what it showed, once`() async throws {
    let scene = try await planned()
    #expect(await outcome { try await scene.desk.startPostmortem(ofDrill: 1, by: scene.ben) } == "wrong-state")
    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    _ = try await scene.desk.declare(Declaration(title: "The shop is refused"), inDrill: 1, by: scene.ben)
    let surprise = DrillObservation(kind: .surprise, words: "The check looks at the file only.")
    _ = try await scene.desk.perform(.observe(surprise), onDrill: 1, by: scene.ben)
    scene.clock.pass(minutes: 4)
    _ = try await scene.desk.perform(.end, onDrill: 1, by: scene.ana)
    let receipt = try await scene.desk.startPostmortem(ofDrill: 1, by: scene.ben)
    let number = try #require(receipt.number)
    let view = try #require(try await scene.desk.postmortem(PostmortemID(number: number), for: scene.ben))
    let document = view.document.text
    #expect(document.contains("The check looks at the file only."))
    #expect(document.contains("What really happened."))
    #expect(document.contains("A drill: nothing was broken"))
    #expect(try await scene.desk.drill(1, for: scene.ben).drill.postmortem == number)
    #expect(await outcome { try await scene.desk.startPostmortem(ofDrill: 1, by: scene.ben) } == "wrong-state")
  }

  @Test func `what was taken over or begun is answered again for the same key`() async throws {
    let scene = try await planned()
    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    let missing = DrillObservation(kind: .missingStep, words: "Tell support what to write")
    _ = try await scene.desk.perform(.observe(missing), onDrill: 1, by: scene.ben)
    _ = try await scene.desk.perform(.end, onDrill: 1, by: scene.ana)
    let terms = WriteTerms(idempotencyKey: "k-1")
    for isReplay in [false, true] {
      let receipt = try await scene.desk.acceptPlanChanges(
        [1], ofDrill: 1, planVersion: nil, by: scene.ben, terms: terms)
      #expect(receipt.isReplay == isReplay)
      let begun = try await scene.desk.startPostmortem(
        ofDrill: 1, by: scene.ben, terms: WriteTerms(idempotencyKey: "k-2"))
      #expect(begun.isReplay == isReplay && begun.number == 1)
    }
  }

  @Test func `what a drill showed is not told to who may not know of its incident`() async throws {
    let scene = try await planned()
    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    _ = try await scene.desk.declare(
      Declaration(title: "The shop is refused", isPrivate: true), inDrill: 1, by: scene.ben)
    _ = try await scene.desk.perform(.end, onDrill: 1, by: scene.ana)
    #expect(await outcome { try await scene.desk.drillOutcome(1, for: scene.ben) } == "done")
    #expect(await outcome { try await scene.desk.drillOutcome(1, for: scene.rea) } == "unknownIncident")
    #expect(await outcome { try await scene.desk.planChanges(ofDrill: 1, for: scene.rea) } == "unknownIncident")
  }

  @Test func `alone one practises by the clock, and reads the answer at the end`() async throws {
    let scene = try await planned(people: [])
    let before = try await scene.desk.drill(1, for: scene.ana)
    #expect(before.drill.isPractice && before.mayLead && !before.knowsAnswer)
    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    scene.clock.pass(minutes: 1)
    #expect(try await scene.desk.drill(1, for: scene.ana).messages.count == 5)
    _ = try await scene.desk.perform(.end, onDrill: 1, by: scene.ana)
    #expect(try await scene.desk.drill(1, for: scene.ana).answer?.contains("What really happened.") == true)
  }

  @Test func `what to play next is what was longest not played, weighed by risk`() async throws {
    let scene = try DeskScene()
    for name in ["wrong-certificate", "key-person-away"] {
      let plan = try #require(ShippedDocument.named(name, of: .plan))
      _ = try await scene.desk.writePlan(WrittenText(name: name, text: plan.text), by: scene.ana)
    }
    let first = try #require(try await scene.desk.drillSuggestions(for: scene.rea).first)
    _ = try await scene.desk.planDrill(DrillRequest(scenario: try #require(first.scenario)), by: scene.ana)
    _ = try await scene.desk.perform(.start(incident: nil), onDrill: 1, by: scene.ana)
    _ = try await scene.desk.perform(.end, onDrill: 1, by: scene.ana)
    let next = try #require(try await scene.desk.drillSuggestions(for: scene.rea).first)
    #expect(next.plan != first.plan && next.why.contains("never played"))
  }

  @Test func `a scenario is made of an incident, kept, and retired`() async throws {
    let scene = try DeskScene()
    let id = try await scene.declare("Orders hang")
    try await scene.note("The queue is full", on: id)
    #expect(await outcome { try await scene.desk.scenario(from: id, for: scene.ana) } == "wrong-state")
    _ = try await scene.desk.perform(.changeState(StateChange(state: .resolved)), on: id, by: scene.ana)
    let text = try await scene.desk.scenario(from: id, for: scene.ana)
    #expect(text.contains("As it was in INC-1"))
    _ = try await scene.desk.writeScenario(WrittenText(name: "our-own", text: text, origin: "INC-1"), by: scene.ana)
    let kept = try await scene.desk.scenario("our-own", for: scene.rea)
    #expect(kept.scenario.isOurs && kept.version == 1 && kept.text == text)
    #expect(try await scene.desk.scenarios(for: scene.rea).contains { $0.name == "our-own" })
    _ = try await scene.desk.retireScenario("our-own", reason: "known by heart", by: scene.ana)
    #expect(try await scene.desk.scenarios(for: scene.rea).contains { $0.name == "our-own" } == false)
    #expect(await outcome { try await scene.desk.scenario("none", for: scene.rea) } == "unknownScenario")
    #expect(await outcome { try await scene.desk.drill(9, for: scene.rea) } == "unknownDrill")
  }
}
