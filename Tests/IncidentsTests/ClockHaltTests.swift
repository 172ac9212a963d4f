import Chronology
import Incidents
import Testing

/// While a drill is halted, nothing comes nearer to being due.
struct ClockHaltTests {
  private func due(_ scene: Scene, _ audience: Audience = .customers) -> Double? {
    promise(scene, audience).map { $0.due.seconds(since: Scene.start) / 60 }
  }

  private func promise(_ scene: Scene, _ audience: Audience = .customers) -> Promise? {
    scene.incident.promises(by: scene.policy).first { $0.audience == audience }
  }

  private func drill() throws -> Scene {
    var scene = try Scene()
    try scene.perform(.revise(IncidentRevision(isDrill: true, reason: "It is one.")))
    return scene
  }

  @Test func `a halt pushes what is due, once it is over`() throws {
    var scene = try drill()
    scene.pass(minutes: 5)
    try scene.perform(.haltClock(true))
    scene.pass(minutes: 60)
    #expect(promise(scene)?.standing(at: scene.now) == .ahead)
    #expect(scene.incident.promisesToMiss(by: scene.policy, at: scene.now).isEmpty)
    try scene.perform(.haltClock(false))
    #expect(due(scene) == 80)
    #expect(promise(scene)?.haltedAt == nil)
    scene.pass(minutes: 11)
    try scene.perform(.recordMissedPromises)
    #expect(scene.incident.missed.map(\.audience) == [.internal])
  }

  @Test func `what an update promised before the halt is pushed, what it promises after is not`() throws {
    var scene = try drill()
    scene.pass(minutes: 5)
    try scene.publish(nextInMinutes: 30)
    try scene.perform(.haltClock(true))
    scene.pass(minutes: 10)
    try scene.perform(.haltClock(false))
    #expect(due(scene) == 45)
    try scene.publish(nextInMinutes: 30)
    #expect(due(scene) == 45)
  }

  @Test func `what was late before the halt was late`() throws {
    var scene = try drill()
    scene.pass(minutes: 21)
    try scene.perform(.haltClock(true))
    #expect(scene.incident.missed.map(\.audience) == [.internal, .customers])
    #expect(promise(scene)?.standing(at: scene.now) == .late)
  }

  @Test func `halting twice, and halting what is no drill, changes nothing`() throws {
    var scene = try Scene()
    try scene.perform(.haltClock(true))
    #expect(scene.incident.halts.isEmpty)
    scene = try drill()
    try scene.perform(.haltClock(false))
    try scene.perform(.haltClock(true))
    try scene.perform(.haltClock(true))
    #expect(scene.incident.halts.count == 1)
  }

  @Test func `the steps of a followed plan wait as well`() throws {
    var scene = try drill()
    try scene.perform(
      .followPlan(
        PlanFollowed(
          plan: "p", title: "P", planVersion: 1, steps: [FollowedStep(number: "1", task: "Look", withinSeconds: 600)])))
    scene.pass(minutes: 5)
    try scene.perform(.haltClock(true))
    scene.pass(minutes: 30)
    try scene.perform(.haltClock(false))
    let plan = try #require(scene.incident.plans.first)
    #expect(plan.due(plan.steps[0])?.seconds(since: Scene.start) == 2400)
  }
}

/// What a line means by its sign, on pages and in a terminal.
struct SaidLineTests {
  @Test(arguments: [
    ("! roll back", SaidLine.decision("roll back")), ("@ restart app03", .task("restart app03", owner: nil)),
    ("@kim: restart app03", .task("restart app03", owner: "kim")), ("> it is back", .update("it is back")),
    ("app03 is slow", .note("app03 is slow")), ("@nobody here", .task("nobody here", owner: nil)),
  ]) func `the first sign says what it is`(_ text: String, _ line: SaidLine) {
    #expect(SaidLine(text, people: ["kim"]) == line)
    #expect(line.question == nil)
  }

  @Test(arguments: [
    ("@", "What is to be done?"), ("@kim", "What is kim to do?"), ("! ", "What was decided?"),
    ("  ", "What was seen, said, done or decided?"),
  ]) func `a sign alone is asked about`(_ text: String, _ question: String) {
    #expect(SaidLine(text, people: ["kim"]).question == question)
  }
}
