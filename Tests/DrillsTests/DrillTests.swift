import Chronology
import Drills
import Incidents
import Testing

struct DrillTests {
  @Test func `injects come by the clock, in the order of their times`() throws {
    var stage = try Stage()
    #expect(stage.drill.briefing.situation.isEmpty && stage.drill.due(at: stage.now).isEmpty)
    try stage.perform(.start(incident: nil))
    try stage.perform(.releaseDue, by: "mayday")
    #expect(stage.drill.briefing.situation == "Nothing moves.")
    #expect(stage.drill.released.map(\.number) == ["1"])
    #expect(stage.drill.nextRelease == stage.now.advanced(bySeconds: 300))
    stage.pass(minutes: 9)
    #expect(stage.drill.due(at: stage.now).map(\.number) == ["2", "3"])
    try stage.perform(.releaseDue, by: "mayday")
    #expect(stage.drill.due(at: stage.now).isEmpty)
    #expect(stage.drill.briefing.messages.map(\.text).last == "queue=orders_old, the wrong queue")
    #expect(!stage.drill.isTimeUp(at: stage.now) && stage.drill.isTimeUp(at: stage.now.advanced(bySeconds: 660)))
  }

  @Test func `a faster clock brings them sooner, and a halt keeps them back`() throws {
    var stage = try Stage(speed: 10)
    try stage.perform(.start(incident: nil))
    stage.pass(minutes: 0.5)
    #expect(stage.drill.due(at: stage.now).map(\.number) == ["1", "2"])
    #expect(stage.drill.seconds(at: stage.now) == 300)
    try stage.perform(.pause)
    stage.pass(minutes: 30)
    #expect(stage.drill.due(at: stage.now).isEmpty && stage.drill.seconds(at: stage.now) == 300)
    #expect(stage.drill.nextRelease == nil)
    try stage.perform(.resume)
    #expect(stage.drill.due(at: stage.now).map(\.number) == ["1", "2"])
    stage.pass(minutes: 0.3)
    #expect(stage.drill.due(at: stage.now).map(\.number) == ["1", "2", "3"])
  }

  @Test func `whoever leads releases, puts off, leaves out and adds`() throws {
    var stage = try Stage()
    try stage.perform(.start(incident: 7))
    #expect(stage.drill.incident == 7)
    try stage.perform(.release("4"))
    #expect(stage.refusal(of: .release("4")) == .nothingNew)
    #expect(stage.refusal(of: .delay("4", seconds: 60)) == .wrongState)
    stage.pass(minutes: 6)
    // It was due at 5 min, and a minute ago: it comes two minutes from now.
    try stage.perform(.delay("2", seconds: 120))
    #expect(stage.drill.inject("2")?.dueSeconds == 480 && stage.drill.inject("2")?.plannedSeconds == 300)
    #expect(stage.drill.due(at: stage.now).map(\.number) == ["1"])
    #expect(stage.refusal(of: .skip("3", reason: " ")) == .needsReason)
    try stage.perform(.skip("3", reason: "they have it already"))
    stage.pass(minutes: 5)
    #expect(stage.drill.due(at: stage.now).map(\.number) == ["1", "2"])
    try stage.perform(.add(InjectAdded(kind: .management, from: "the board", text: "How long?")))
    #expect(stage.drill.released.map(\.number) == ["4", "+1"])
    try stage.perform(.add(InjectAdded(kind: .customer, from: "mail", text: "Hello?", atSeconds: 700)))
    #expect(stage.drill.upcoming.map(\.number) == ["1", "2", "+2"])
    // What was left out may come after all, by hand.
    try stage.perform(.release("3"))
    #expect(stage.drill.released.last?.number == "3" && stage.drill.inject("3")?.skipped == nil)
  }

  @Test func `by hand nothing comes by itself; in practice everything does`() throws {
    var stage = try Stage(isByClock: false)
    try stage.perform(.start(incident: nil))
    stage.pass(minutes: 20)
    #expect(stage.drill.due(at: stage.now).isEmpty && stage.drill.nextRelease == nil)
    try stage.perform(.releaseDue, by: "mayday")
    #expect(stage.drill.released.isEmpty)
    var alone = try Stage(isByClock: false, people: [DrillPerson(name: "ron", part: .responder)])
    #expect(alone.drill.isPractice && alone.drill.planned.isByClock)
    try alone.perform(.start(incident: nil))
    #expect(alone.drill.due(at: alone.now).map(\.number) == ["1"])
  }

  @Test func `only the facilitator may know the answer before the end`() throws {
    var stage = try Stage()
    try stage.perform(.start(incident: nil))
    #expect(Stage.people.map { stage.drill.maySeeAnswer($0.name) } == [true, false, false, false])
    try stage.perform(.end)
    #expect(Stage.people.allSatisfy { stage.drill.maySeeAnswer($0.name) })
  }

  @Test func `what does not fit the state is refused`() throws {
    var stage = try Stage()
    for command in [DrillCommand.pause, .resume, .end, .release("1"), .releaseDue, .linkIncident(2)] {
      #expect(stage.refusal(of: command) == .wrongState)
    }
    try stage.perform(.start(incident: nil))
    #expect(stage.refusal(of: .start(incident: nil)) == .wrongState)
    #expect(stage.refusal(of: .plan(stage.drill.planned)) == .wrongState)
    #expect(stage.refusal(of: .release("9")) == .unknownPart)
    #expect(stage.refusal(of: .delay("2", seconds: 0)) == .limitPassed)
    #expect(stage.refusal(of: .delay("2", seconds: DrillLimits.delaySecondsMax + 1)) == .limitPassed)
    #expect(stage.refusal(of: .cancel(reason: "")) == .needsReason)
    #expect(
      stage.refusal(of: .observe(DrillObservation(kind: .expectation, words: "", expectation: 8, judgement: .met)))
        == .unknownPart)
    #expect(stage.refusal(of: .observe(DrillObservation(kind: .surprise, words: " "))) == .empty)
    try stage.perform(.cancel(reason: "a real incident"))
    #expect(stage.drill.state == .cancelled && stage.drill.cancelReason == "a real incident")
    #expect(stage.refusal(of: .resume) == .wrongState && stage.drill.due(at: stage.now).isEmpty)
  }

  @Test func `a plan of a drill is held to its limits`() throws {
    let stage = try Stage()
    func code(_ change: (inout DrillPlanned) -> Void) -> IncidentRefusal.Code? {
      var plan = stage.drill.planned
      change(&plan)
      return stage.refusal(of: .plan(plan))
    }
    #expect(code { $0.speed = 61 } == .limitPassed)
    #expect(code { $0.speed = 0 } == .limitPassed)
    #expect(code { $0.text = "# Nothing" } == .empty)
    #expect(code { $0.text = String(repeating: "x", count: DrillLimits.bytesMax + 1) } == .limitPassed)
    #expect(code { $0.people.append($0.people[0]) } == .wrongState)
    #expect(code { $0.title = "" } == .empty)
    #expect(code { $0.speed = 60 } == nil)
  }

  @Test func `a kind that is not known is left alone`() throws {
    #expect(try DrillEvent(EventDocument(kind: "drill-sung", version: 1, json: [])) == nil)
    #expect(try DrillEvent(EventDocument(kind: "drill-paused", version: 2, json: [])) == nil)
    #expect(throws: EventDocumentError.self) {
      try DrillEvent(EventDocument(kind: "inject-released", version: 1, json: Array("{}".utf8)))
    }
  }
}
