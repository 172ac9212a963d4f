import Chronology
import Incidents
import Postmortems
import Testing

struct PartRuleTests {
  private func line(
    _ text: String, at seconds: Double? = nil, number: Int = 0, origin: TimelineLine.Origin = .written,
    id: String? = nil
  ) -> TimelineLine {
    TimelineLine(
      number: number, at: seconds.map { Play.start.advanced(bySeconds: $0 - 3600) }, basis: .said, text: text,
      origin: origin, originID: id)
  }

  @Test func `lines are numbered once and stand by their instants`() {
    var play = Play()
    #expect(play.play(.writeLines([line("b", at: 20), line("a", at: 10), line("when?")])) == "done")
    #expect(play.postmortem.lines.map(\.text) == ["a", "when?", "b"], "without an instant: after the one before it")
    #expect(Set(play.postmortem.lines.map(\.number)) == [1, 2, 3])
    #expect(play.play(.removeLines([1])) == "done")
    #expect(play.play(.writeLines([line("c", at: 30)])) == "done")
    #expect(play.postmortem.lines.contains { $0.number == 4 && $0.text == "c" }, "a number is given once")
    #expect(play.play(.removeLines([1])) == "unknown-part")
    #expect(play.play(.writeLines([line("x", number: 9)])) == "unknown-part")
    #expect(play.postmortem.lines.first { $0.text == "when?" }?.basis == .unknown)
  }

  @Test func `what a line was taken from is taken once, and stays with it`() {
    var play = Play()
    let moment = line("503 on POST /pay", at: 5, origin: .moment, id: "m-1")
    #expect(play.play(.writeLines([moment, moment])) == "done")
    #expect(play.postmortem.lines.count == 1)
    #expect(play.play(.writeLines([moment])) == "nothing-new")
    #expect(play.play(.writeLines([line("Payments begin to fail", at: 5, number: 1)])) == "done")
    #expect(play.postmortem.lines.map(\.originID) == ["m-1"])
    #expect(play.postmortem.lines.map(\.origin) == [.moment])
  }

  @Test func `only lines of one instant have an order of their own`() {
    var play = Play()
    play.play(.writeLines([line("a", at: 10), line("b", at: 10), line("c", at: 20)]))
    #expect(play.play(.arrangeLines([2, 1])) == "done")
    #expect(play.postmortem.lines.map(\.text) == ["b", "a", "c"])
    #expect(play.play(.arrangeLines([3, 2])) == "nothing-new")
    #expect(play.play(.arrangeLines([1, 1])) == "invalid-text")
    #expect(play.play(.arrangeLines([1, 7])) == "unknown-part")
  }

  @Test func `an instant that cannot be is refused, and gaps are explained`() {
    var play = Play()
    #expect(play.play(.writeLines([line("a", at: 3600 + 600)])) == "invalid-instant")
    var ended = line("a", at: 20)
    ended.until = Play.start.advanced(bySeconds: -3600 + 10)
    #expect(play.play(.writeLines([ended])) == "invalid-instant")
    play.play(.writeLines([line("a", at: 20)]))
    #expect(play.play(.explainGap(GapExplained(after: 1, text: "We waited."))) == "done")
    #expect(play.play(.explainGap(GapExplained(after: 1, text: "We waited."))) == "nothing-new")
    #expect(play.postmortem.gaps == [1: "We waited."])
    #expect(play.play(.removeLines([1])) == "done")
    #expect(play.postmortem.gaps.isEmpty)
  }

  @Test func `factors form chains that end`() {
    var play = Play()
    func factor(_ text: String, number: Int = 0, parent: Int? = nil) -> PostmortemCommand {
      .writeFactor(Factor(number: number, text: text, kind: .condition, parent: parent))
    }
    #expect(play.play(factor("a")) == "done")
    #expect(play.play(factor("b", parent: 1)) == "done")
    #expect(play.play(factor("c", parent: 2)) == "done")
    #expect(play.play(factor("d", parent: 9)) == "unknown-part")
    #expect(play.play(factor("d", parent: 4)) == "unknown-part", "it would be its own")
    #expect(play.play(factor("a", number: 1, parent: 3)) == "invalid-text", "a circle")
    #expect(play.play(factor("a", number: 1, parent: 1)) == "invalid-text")
    #expect(play.play(factor("a", number: 1)) == "nothing-new")
    for depth in 4...20 { #expect(play.play(factor("deeper", parent: depth - 1)) == "done") }
    #expect(play.play(factor("too deep", parent: 20)) == "limit-passed")
    #expect(play.play(factor("another top")) == "done")
    #expect(play.play(factor("a", number: 1, parent: 21)) == "limit-passed", "the chain below counts too")
    #expect(play.play(.removePart(PartRemoved(part: .factor, number: 2))) == "done")
    #expect(play.postmortem.factor(3)?.parent == 1, "what stood below it moves up")
    #expect(play.play(.removePart(PartRemoved(part: .factor, number: 2))) == "unknown-part")
  }

  @Test func `what would have caught it is answered once, and hits are of earlier postmortems`() {
    var play = Play()
    let twice = Factor(
      text: "a", kind: .trigger, catches: [.init(means: .test, answer: "a"), .init(means: .test, answer: "b")])
    #expect(play.play(.writeFactor(twice)) == "invalid-text")
    let own = Factor(text: "a", kind: .trigger, hits: [ActionID(postmortem: 3, action: 1)])
    #expect(play.play(.writeFactor(own)) == "invalid-text")
    let hit = ActionID(postmortem: 2, action: 1)
    let good = Factor(
      text: "a", kind: .trigger, catches: [.init(means: .test, answer: " "), .init(means: .review, answer: "b")],
      hits: [hit, hit])
    #expect(play.play(.writeFactor(good)) == "done")
    #expect(play.postmortem.factors.first?.catches.map(\.means) == [.review])
    #expect(play.postmortem.factors.first?.hits == [hit])
    #expect(play.play(.writeFactor(Factor(text: "a", kind: .trigger, evidence: ["a\nb"]))) == "invalid-text")
  }

  @Test func `assumptions and luck are written, changed and taken out`() {
    var play = Play()
    #expect(play.play(.writeAssumption(Assumption(believed: "Green means done"))) == "done")
    #expect(play.play(.writeAssumption(Assumption(number: 1, believed: "Green means done"))) == "nothing-new")
    #expect(play.play(.writeAssumption(Assumption(number: 1, believed: "Green means done", now: "No"))) == "done")
    #expect(play.play(.writeAssumption(Assumption(believed: ""))) == "empty")
    #expect(play.play(.writeLuck(Luck(text: "A quiet hour"))) == "done")
    #expect(play.play(.writeLuck(Luck(number: 2, text: "A quiet hour"))) == "unknown-part")
    #expect(play.play(.removePart(PartRemoved(part: .luck, number: 1))) == "done")
    #expect(play.play(.writeLuck(Luck(text: "Again"))) == "done")
    #expect(play.postmortem.lucks.map(\.number) == [2])
    #expect(play.postmortem.assumptions.map(\.now) == ["No"])
  }

  private func content(_ text: String = "Compare the builds", factors: [Int] = []) -> ActionContent {
    ActionContent(text: text, kind: .prevent, term: .immediate, owner: " ", factors: factors)
  }

  @Test func `an action answers factors that are there`() {
    var play = Play()
    #expect(play.play(.writeAction(ActionWritten(content: content(factors: [1])))) == "unknown-part")
    play.play(.writeFactor(Factor(text: "a", kind: .trigger)))
    #expect(play.play(.writeAction(ActionWritten(content: content(factors: [1, 1])))) == "done")
    #expect(play.postmortem.actions.first?.content.factors == [1])
    #expect(play.postmortem.actions.first?.content.owner == nil)
    #expect(play.play(.writeAction(ActionWritten(action: 1, content: content(factors: [1])))) == "nothing-new")
    play.play(.removePart(PartRemoved(part: .factor, number: 1)))
    #expect(play.play(.writeAction(ActionWritten(action: 1, content: content("Anew", factors: [1])))) == "done")
    #expect(play.postmortem.looseActions.map(\.number) == [1])
    #expect(play.play(.writeAction(ActionWritten(action: 7, content: content()))) == "unknown-part")
  }

  @Test(
    arguments: [
      ([.accepted], "", "done", "an owner takes it on"),
      ([.done], "", "done", "done at once"),
      ([.verified], "seen", "wrong-state", "what is not done is not verified"),
      ([.declined], "", "needs-reason", "why not?"),
      ([.declined], "the servers go", "done", "a reason"),
      ([.declined, .proposed], "", "needs-reason", "why again?"),
      ([.declined, .accepted], "they stay", "done", "opened again"),
      ([.done, .verified], "", "needs-reason", "how?"),
      ([.done, .verified], "a deploy with one host left out stops", "done", "shown"),
      ([.done, .verified, .accepted], "", "needs-reason", "what was found?"),
      ([.done, .verified, .accepted], "the guard is red", "done", "opened again"),
      ([.done, .accepted], "", "needs-reason", "what was found?"),
      ([.done, .done], "", "nothing-new", "it is"),
      ([.done, .proposed], "x", "wrong-state", "not from here"),
    ] as [([ActionState], String, String, String)])
  func `an action goes its way`(states: [ActionState], note: String, outcome: String, reason: String) {
    var play = Play()
    play.play(.writeAction(ActionWritten(content: content())))
    for state in states.dropLast() {
      play.play(.stepAction(ActionStepped(action: 1, state: state, note: "so")))
    }
    let last = ActionStepped(action: 1, state: states.last ?? .done, note: note)
    #expect(play.play(.stepAction(last)) == outcome, "\(reason)")
  }
}
