import Chronology
import Incidents
import Testing

struct PlanTests {
  static let steps = [
    FollowedStep(number: "1", task: "Read the certificate", responsible: ["operations"], result: "both dates"),
    FollowedStep(number: "2", task: "First word", responsible: ["communications"], withinSeconds: 600),
    FollowedStep(number: "3", task: "Install it", responsible: ["operations"], withinSeconds: 1200, after: ["1"]),
  ]
  static let followed = PlanFollowed(plan: "wrong-certificate", title: "Certificate", planVersion: 4, steps: steps)

  @Test func `a plan's steps are ticked with what was seen, in their order`() throws {
    var scene = try Scene()
    try scene.perform(.followPlan(Self.followed))
    let plan = try #require(scene.incident.plan(1))
    #expect(plan.next.map(\.content.number) == ["1", "2"])
    #expect(scene.incident.entries.last?.text == "Plan: Certificate, 3 steps")
    try scene.perform(.tickStep(StepTicked(number: 1, step: "1", state: .done, words: "ends today")))
    #expect(scene.incident.plan(1)?.next.map(\.content.number) == ["2", "3"])
    #expect(scene.incident.entries.last?.text == "Step 1: Read the certificate. ends today")
    try scene.perform(
      .tickStep(StepTicked(number: 1, step: "2", state: .replaced, words: "called the three customers")))
    #expect(
      scene.incident.entries.last?.text == "Instead of step 2 (First word): called the three customers")
    try scene.perform(.tickStep(StepTicked(number: 1, step: "1", state: .open)))
    #expect(scene.incident.plan(1)?.next.map(\.content.number) == ["1"])
    #expect(scene.incident.plan(1)?.openCount == 2)
  }

  @Test func `a step's time counts from what it waited for`() throws {
    var scene = try Scene()
    try scene.perform(.followPlan(Self.followed))
    let plan = try #require(scene.incident.plan(1))
    let (second, third) = (try #require(plan.step("2")), try #require(plan.step("3")))
    #expect(plan.due(second) == plan.begun.advanced(bySeconds: 600))
    #expect(plan.due(third) == nil)
    try scene.perform(.tickStep(StepTicked(number: 1, step: "1", state: .done)))
    let after = try #require(scene.incident.plan(1))
    let ended = try #require(after.step("1")?.changed)
    #expect(after.due(try #require(after.step("3"))) == ended.advanced(bySeconds: 1200))
  }

  @Test func `two plans run at once, and each has its own steps`() throws {
    var scene = try Scene()
    try scene.perform(.followPlan(Self.followed))
    var other = Self.followed
    other.plan = "data-leaked"
    try scene.perform(.followPlan(other))
    try scene.perform(.tickStep(StepTicked(number: 2, step: "1", state: .done)))
    #expect(scene.incident.plans.map(\.openCount) == [3, 2])
    #expect(throws: IncidentRefusal.self) { try scene.perform(.followPlan(other)) }
    try scene.perform(.dropPlan(PlanDropped(number: 2, reason: "it was not data")))
    #expect(scene.incident.plan(2)?.next.isEmpty == true)
    try scene.perform(.followPlan(other))
    #expect(scene.incident.plans.map(\.number) == [1, 2, 3])
  }

  @Test(arguments: [
    StepTicked(number: 1, step: "9", state: .done), StepTicked(number: 4, step: "1", state: .done),
    StepTicked(number: 1, step: "1", state: .skipped), StepTicked(number: 1, step: "1", state: .replaced),
    StepTicked(number: 1, step: "1", state: .open),
  ])
  func `what cannot be ticked is refused with what to do`(ticked: StepTicked) throws {
    var scene = try Scene()
    try scene.perform(.followPlan(Self.followed))
    #expect(throws: IncidentRefusal.self) { try scene.perform(.tickStep(ticked)) }
  }

  @Test func `events come back as they were written`() throws {
    for event in [
      IncidentEvent.planFollowed(Self.followed),
      .stepTicked(StepTicked(number: 1, step: "2", state: .replaced, words: "a call")),
      .planDropped(PlanDropped(number: 1, reason: "over")),
    ] { #expect(try IncidentEvent(event.document()) == event) }
  }

  @Test func `steps that wait for each other still lead on`() throws {
    var scene = try Scene()
    var circle = Self.followed
    circle.steps = [
      FollowedStep(number: "1", task: "A", after: ["2"]), FollowedStep(number: "2", task: "B", after: ["1"]),
    ]
    try scene.perform(.followPlan(circle))
    #expect(scene.incident.plan(1)?.next.map(\.content.number) == ["1"])
    try scene.perform(.tickStep(StepTicked(number: 1, step: "1", state: .done)))
    #expect(scene.incident.plan(1)?.next.map(\.content.number) == ["2"])
  }
}
