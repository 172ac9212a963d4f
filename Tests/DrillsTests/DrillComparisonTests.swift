import Chronology
import Documents
import Drills
import Incidents
import Plans
import Testing

struct DrillComparisonTests {
  /// A drill of twenty minutes in which some goes well and some does not.
  static func played(speed: Int = 1) throws -> Stage {
    var stage = try Stage(speed: speed)
    let unit = 1 / Double(speed)
    try stage.perform(.start(incident: nil))
    stage.pass(minutes: 2 * unit)
    try stage.declare()
    try stage.respond(.followPlan(Stage.plan.followed(version: 1)))
    try stage.tick("1", .done, "ron leads")
    try stage.perform(.releaseDue, by: "mayday")
    // Whoever leads the drill knows the answer: their words do not count.
    try stage.respond(.note(NoteWritten(text: "It is the wrong queue, of course."), at: nil), by: "fay")
    stage.pass(minutes: 6 * unit)
    try stage.publish(to: .customers, nextInMinutes: 4 * unit)
    try stage.respond(.note(NoteWritten(text: "queue=orders_old, the wrong queue"), at: nil), by: "ria")
    stage.pass(minutes: 1 * unit)
    try stage.respond(.note(NoteWritten(text: "Orders seem to go to the WRONG   queue."), at: nil), by: "ria")
    stage.pass(minutes: 4 * unit)
    try stage.tick("2", .done, "orders_old")
    try stage.tick("4", .done, "order 9")
    stage.pass(minutes: 1 * unit)
    try stage.tick("3", .replaced, "pointed the shop at the old queue")
    try stage.respond(.addTask(TaskRequest(text: "Tell the warehouse to wait", owner: "ron")))
    stage.pass(minutes: 2 * unit)
    try stage.respond(.changeTask(TaskChanged(task: 1, state: .done, result: "they wait until noon")))
    try stage.perform(.observe(DrillObservation(kind: .surprise, words: "Nobody had the number of the warehouse.")))
    try stage.perform(.observe(DrillObservation(kind: .missingStep, words: "Look for orders that came twice")))
    try stage.perform(
      .observe(DrillObservation(kind: .expectation, words: "kind words", expectation: 7, judgement: .met)))
    stage.pass(minutes: 4 * unit)
    try stage.perform(.end)
    return stage
  }

  @Test func `a day that is over, and a drill that nobody plays, are refused`() throws {
    let stage = try Stage()
    var plan = stage.drill.planned
    plan.day = CivilDate(year: 2020, month: 1, day: 1)
    #expect(stage.refusal(of: .plan(plan)) == .invalidText)
    plan.day = nil
    plan.people = [DrillPerson(name: "fay", part: .facilitator)]
    #expect(stage.refusal(of: .plan(plan)) == .invalidText)
  }

  @Test func `a tick without words says when, and leaves to people whether it was reached`() throws {
    var stage = try Stage()
    try stage.perform(.start(incident: nil))
    try stage.declare()
    try stage.respond(.followPlan(Stage.plan.followed(version: 1)))
    try stage.tick("1", .done, "ron leads")
    try stage.tick("2", .done)
    let comparison = stage.comparison()
    let expected = try #require(comparison.expectations.first { $0.measure == .step("2") })
    #expect(expected.judgement == nil && expected.happened.seconds != nil)
    #expect(expected.words.contains("judge it"))
  }

  @Test func `times are those of the drill, and the right idea is found in the words of a responder`() throws {
    let result = try Self.played().comparison()
    #expect(result.declared == .seconds(120) && result.lead == .seconds(120))
    #expect(result.firstWord == .seconds(480) && result.mitigated == .never)
    #expect(result.ideaTime == .seconds(540) && result.idea?.phrase == "wrong queue" && result.idea?.source == "ria")
    #expect(result.lengthSeconds == 1200 && result.isOver)
    #expect(result.surprises == ["Nobody had the number of the warehouse."])
  }

  @Test func `a faster drill gives the same times of the drill`() throws {
    let (real, fast) = (try Self.played().comparison(), try Self.played(speed: 4).comparison())
    #expect(fast.ideaTime == real.ideaTime && fast.firstWord == real.firstWord)
    #expect(fast.steps.map(\.tookSeconds) == real.steps.map(\.tookSeconds))
  }

  @Test func `each step stands beside what was expected of it`() throws {
    let steps = try Self.played().comparison().steps
    #expect(steps.map(\.state) == [.done, .done, .replaced, .done])
    #expect(steps.map(\.expectedBySeconds) == [300, 600, 1200, 1500])
    #expect(steps[1].tookSeconds == 660 && steps[1].lateSeconds == 360)
    #expect(steps[3].aheadOf == ["3"] && steps[3].tookSeconds == nil)
    #expect(steps[2].words == "pointed the shop at the old queue" && steps[2].lateSeconds == nil)
  }

  @Test func `expectations are met, missed or not known`() throws {
    let result = try Self.played().comparison()
    #expect(result.expectations.map(\.judgement) == [.met, .met, .met, .met, .not, .not, .met])
    #expect(result.expectations[6].isJudged && result.expectations[6].words == "kind words")
    #expect(result.summary.hasPrefix("5 of 7 expectations met; right idea after 9 min; "))
  }

  @Test func `promised words are kept or not`() throws {
    let promises = try Self.played().comparison().promises
    #expect(promises.map(\.audience) == ["customers", "stakeholders", "customers"])
    #expect(promises.map(\.isKept) == [true, false, false])
    #expect(promises[2].dueSeconds == 720 && promises[2].came == .never)
  }

  @Test func `it can be looked at as of any moment`() throws {
    let stage = try Self.played()
    let start = try #require(stage.drill.clock?.start)
    let early = stage.comparison(at: start.advanced(bySeconds: 500))
    #expect(early.idea == nil && early.firstWord == .seconds(480))
    #expect(early.steps[1].state == .open && early.surprises.isEmpty)
  }

  @Test func `whoever leads has the last word on the right idea`() throws {
    var stage = try Self.played()
    try stage.perform(.observe(DrillObservation(kind: .idea, words: "it was a guess")))
    #expect(stage.comparison().ideaTime == .never && stage.comparison().idea == nil)
    let entry = try #require(stage.incident?.entries.first { $0.kind == .plan && $0.text.contains("orders_old") })
    try stage.perform(.observe(DrillObservation(kind: .idea, words: "", entry: entry.version)))
    stage.now = stage.now.advanced(bySeconds: 1)
    #expect(stage.comparison().ideaTime == .seconds(780) && stage.comparison().idea?.phrase == nil)
  }

  @Test func `a line copied from the evidence is no idea yet, and neither are the words of the plan`() throws {
    var stage = try Stage()
    try stage.perform(.start(incident: nil))
    try stage.declare()
    try stage.respond(.note(NoteWritten(text: "> queue=orders_old, the wrong queue"), at: nil), by: "ria")
    var followed = Stage.plan.followed(version: 1)
    followed.steps[1].task = "Ask whether it is the wrong queue"
    try stage.respond(.followPlan(followed))
    try stage.tick("1", .done, "ron leads")
    try stage.tick("2", .done, "orders_old")
    #expect(stage.comparison().ideaTime == .notYet)
    try stage.respond(
      .note(NoteWritten(text: "queue=orders_old, the wrong queue\nSo: wrong queue!"), at: nil), by: "ria")
    #expect(stage.comparison().idea?.phrase == "wrong queue")
  }

  @Test func `what the record says was missed counts, once`() throws {
    var stage = try Stage()
    try stage.perform(.start(incident: nil))
    try stage.declare()
    stage.pass(minutes: 200)
    try stage.respond(.recordMissedPromises, by: "mayday")
    let missed = try #require(stage.incident?.missed)
    #expect(missed.contains { $0.audience == .customers } && missed.contains { $0.audience == .internal })
    let promises = stage.comparison().promises
    #expect(promises.count { $0.isFirst && $0.audience == "customers" } == 1)
    #expect(promises.filter { $0.audience == "the company" }.map(\.isKept) == [false])
  }

  @Test func `what is not known is said to be`() throws {
    let stage = try Stage()
    let before = stage.comparison()
    #expect(before.declared == .notKnown("the drill has not begun") && before.lengthSeconds == nil)
    var alone = stage
    try alone.perform(.start(incident: nil))
    alone.pass(minutes: 6)
    let result = alone.comparison()
    #expect(result.declared == .notYet && !result.isPlanFollowed)
    #expect(result.steps.map(\.state) == [nil, nil, nil, nil])
    #expect(result.steps[0].ticked == .notKnown("nobody followed the plan on the record"))
    #expect(result.expectations.map(\.judgement) == [.not, .not, nil, nil, nil, nil, nil])
  }

  @Test func `the postmortem of a drill says in ten sections what happened, and that nothing did`() throws {
    let stage = try Self.played()
    let comparison = stage.comparison()
    let proposal = PlanProposal(comparison, plan: Stage.plan, incident: stage.incident)
    let postmortem = DrillPostmortem(stage.drill, comparison: comparison, proposal: proposal)
    #expect(postmortem.title == "Drill: The queue is quiet")
    #expect(Set(postmortem.bodies.keys) == Set(SectionKind.allCases))
    #expect(postmortem.bodies.values.allSatisfy { !$0.isEmpty })
    #expect(postmortem.bodies[.summary]?.contains("nobody was hurt") == true)
    #expect(postmortem.bodies[.timeline]?.contains("something else was done") == true)
    let count = comparison.count(.not) + comparison.missedCount + 1 + proposal.unplaced.count
    #expect(postmortem.actions.count == count)
    let document = PostmortemDocument(
      parsing: PostmortemWriter(title: postmortem.title, bodies: postmortem.bodies).write())
    #expect(SectionKind.allCases.allSatisfy { document.section($0) != nil })
  }
}
