import Chronology
import Incidents
import Interchange
import LessonCommands
import Postmortems
import TerminalPages
import Testing

struct ChecklistInterviewTests {
  private final class Talk {
    var typed: [String]
    var said: [String] = []

    init(_ typed: [String]) { self.typed = typed }
  }

  private func interview(_ talk: Talk) -> ChecklistInterview {
    ChecklistInterview(
      zone: .utc, terminal: Terminal(columns: 80, usesColour: false),
      ask: { question in
        talk.said.append(question)
        return talk.typed.isEmpty ? "" : talk.typed.removeFirst()
      }, say: { talk.said.append($0) })
  }

  /// A line that was asked 14 times and stopped two of them.
  private func line(_ expects: ChecklistLine.Expectation) throws -> ChecklistAnswer.Line {
    let line = ChecklistLine(number: 2, text: "Is any flag in this change reused?", expects: expects, incident: 1)
    var checklist = Checklist(number: 1)
    func apply(_ event: ChecklistEvent) {
      let recorded = Instant(seconds: 1_772_334_000 + checklist.version)
      checklist.apply(event, EventStamp(version: checklist.version + 1, recorded: recorded, actor: "kim"))
    }
    apply(.written(ChecklistContent(process: "deploy", title: "Deploy", lines: [line])))
    for run in 1...14 {
      let answer = ChecklistRun.Answer(line: 2, text: line.text, answer: "", isGood: run > 2)
      apply(.ran(ChecklistRun(answers: [answer])))
    }
    return try #require(ChecklistAnswer(checklist).lines.first)
  }

  @Test(
    arguments: [
      (ChecklistLine.Expectation.no, ["y"], "yes"), (.no, ["perhaps", "", "n"], "no"), (.yes, ["Yes"], "Yes"),
      (.done, ["x"], "done"), (.done, ["", "n"], "not done"), (.words, ["", "kim"], "kim"),
    ])
  func `it asks until the answer says something`(
    expects: ChecklistLine.Expectation, typed: [String], answer: String
  ) throws {
    let talk = Talk(typed)
    #expect(try interview(talk).answer(to: try line(expects), "2/6", given: nil) == answer)
    #expect(talk.typed.isEmpty)
    #expect(talk.said.count { $0.contains("Please answer") } == typed.count - 1)
  }

  @Test func `a line tells where it came from and what it caught`() throws {
    let talk = Talk(["n"])
    _ = try interview(talk).answer(to: try line(.no), "2/6", given: nil)
    #expect(
      talk.said.first
        == """
        2/6  ? Is any flag in this change reused?
               from INC-1, since 2026-03-01; has stopped 2 of 14 since
        """)
  }

  @Test func `an answer given beforehand is told, not asked for`() throws {
    let talk = Talk([])
    #expect(try interview(talk).answer(to: try line(.no), "2/6", given: "yes") == "yes")
    #expect(talk.said.count == 1)
    #expect(talk.said.first?.hasPrefix("2/6  ✕") == true)
  }
}
