import Chronology
import Incidents
import Postmortems
import Testing

struct ChecklistRulesTests {
  private static let content = ChecklistContent(
    process: "deploy", title: "Deploy",
    lines: [
      ChecklistLine(number: 1, text: "Every host reports the same build", expects: .check, check: "one-build"),
      ChecklistLine(number: 2, text: "Is a flag used again?", expects: .no),
      ChecklistLine(number: 3, text: "The rollback was tried", expects: .done),
      ChecklistLine(number: 4, text: "Who watches it?", expects: .words),
    ])

  @Test(
    arguments: [
      (ChecklistLine.Expectation.yes, "Yes.", true), (.yes, "y", true), (.yes, "no", false), (.yes, "maybe", nil),
      (.no, "N", true), (.no, "yes", false), (.no, "", nil), (.done, "done", true), (.done, "on", true),
      (.done, "", false), (.done, "not done", false), (.done, "later", nil), (.words, "kim", true),
      (.words, " ", false), (.check, "yes", nil),
    ] as [(ChecklistLine.Expectation, String, Bool?)])
  func `an answer is good where it is what the line expects`(
    expects: ChecklistLine.Expectation, answer: String, isGood: Bool?
  ) {
    #expect(ChecklistWord.isGood(answer, for: expects) == isGood, "\(expects) '\(answer)'")
  }

  private static func given(_ line: Int, _ answer: String, _ isGood: Bool? = nil) -> ChecklistAttempt.Given {
    ChecklistAttempt.Given(line: line, answer: answer, isGood: isGood)
  }

  @Test(
    arguments: [
      ([(1, "8 of 8", true), (2, "no", nil), (3, "done", nil), (4, "kim", nil)], "good", "all is answered"),
      ([(1, "7 of 8", false)], "stopped", "what stopped it may leave the rest open"),
      ([(1, "8 of 8", true), (2, "yes", nil), (3, "done", nil), (4, "kim", nil)], "stopped", "the wrong answer"),
      ([(1, "8 of 8", true), (2, "no", nil)], "empty", "lines are left open"),
      ([(1, "8 of 8", nil), (2, "no", nil), (3, "done", nil), (4, "kim", nil)], "invalid-text", "no result of a guard"),
      ([(2, "perhaps", nil)], "invalid-text", "neither yes nor no"),
      ([(9, "yes", nil)], "unknown-part", "no such line"),
      ([(2, "no", nil), (2, "no", nil)], "invalid-text", "twice"),
      ([], "empty", "nothing at all"),
    ] as [([(Int, String, Bool?)], String, String)])
  func `a run is good where every line is`(answers: [(Int, String, Bool?)], outcome: String, why: String) {
    let attempt = ChecklistAttempt(answers: answers.map { Self.given($0.0, $0.1, $0.2) })
    let found: String
    do throws(IncidentRefusal) {
      found = try Self.content.run(attempt).isGood ? "good" : "stopped"
    } catch {
      found = error.code.rawValue
    }
    #expect(found == outcome, "\(why)")
  }

  @Test func `lines keep their numbers, and a number that went is not given again`() throws {
    var checklist = Checklist(number: 1)
    func write(_ lines: [ChecklistLine]) throws {
      let content = try checklist.checked(ChecklistContent(process: "deploy", title: "Deploy", lines: lines))
      checklist.apply(
        .written(content),
        EventStamp(version: checklist.version + 1, recorded: Instant(seconds: checklist.version), actor: "kim"))
    }
    try write([ChecklistLine(text: "one"), ChecklistLine(text: "two")])
    #expect(checklist.content.lines.map(\.number) == [1, 2])
    try write([ChecklistLine(number: 2, text: "two"), ChecklistLine(text: "three")])
    #expect(checklist.content.lines.map(\.number) == [2, 3])
    try write([ChecklistLine(text: "four"), ChecklistLine(number: 1, text: "one again")])
    #expect(checklist.content.lines.map(\.number) == [4, 1])
    #expect(throws: IncidentRefusal.self) { try write([ChecklistLine(number: 7, text: "unknown")]) }
    #expect(throws: IncidentRefusal.self) { try write([ChecklistLine(number: 1, text: "a"), ChecklistLine(number: 1, text: "b")]) }
    #expect(throws: IncidentRefusal.self) { try write([ChecklistLine(text: "no guard", expects: .check)]) }
    #expect(throws: IncidentRefusal.self) {
      try write((0...PostmortemLimits.checklistLinesMax).map { ChecklistLine(text: "\($0)") })
    }
  }
}
