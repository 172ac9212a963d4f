import Accounts
import Chronology
import Desk
import Incidents
import Postmortems
import RecordViews
import Testing

struct ChecklistTests {
  private func given(_ pairs: (Int, String)...) -> ChecklistAttempt {
    ChecklistAttempt(subject: "release 649bdfb", answers: pairs.map { .init(line: $0.0, answer: $0.1) })
  }

  @Test func `a line tells what put it there and how often it stopped something`() async throws {
    let scene = try DeskScene()
    let incident = try await scene.declare()
    _ = try await scene.desk.addChecklistLine(
      ChecklistLine(text: "Is a flag used again?", expects: .no, incident: incident.number), to: "deploy", by: scene.ana
    )
    _ = try await scene.desk.addChecklistLine(ChecklistLine(text: "Tried on one host"), to: "deploy", by: scene.ana)
    _ = try await scene.desk.runChecklist("deploy", given((1, "no"), (2, "done")), by: scene.ben)
    scene.clock.pass(minutes: 5)
    _ = try await scene.desk.runChecklist("deploy", given((1, "yes")), by: scene.ben)
    let checklist = try #require(try await scene.desk.checklist("deploy", for: scene.rea))
    #expect(checklist.content.title == "Deploy")
    #expect(checklist.runs.map(\.content.isGood) == [false, true])
    #expect(checklist.runs.first?.by == "ben")
    #expect(checklist.records[1]?.askedCount == 2 && checklist.records[1]?.caughtCount == 1)
    #expect(checklist.records[2]?.askedCount == 1 && checklist.records[2]?.caughtCount == 0)
    #expect(checklist.content.lines.first?.incident == incident.number)
    #expect(
      await outcome { try await scene.desk.runChecklist("launch", given((1, "no")), by: scene.ben) }
        == "unknownChecklist")
    #expect(
      await outcome { try await scene.desk.runChecklist("deploy", given((1, "no")), by: scene.rea) } == "notAllowed")
  }

  @Test func `an answer goes to the question that was asked`() async throws {
    let scene = try DeskScene()
    _ = try await scene.desk.addChecklistLine(
      ChecklistLine(text: "Is traffic drained?", expects: .yes), to: "deploy", by: scene.ana)
    let asked = try #require(try await scene.desk.checklist("deploy", for: scene.ben)).writtenVersion
    var attempt = given((1, "yes"))
    attempt.writtenVersion = asked
    _ = try await scene.desk.runChecklist("deploy", attempt, by: scene.ben)
    #expect(
      await outcome { try await scene.desk.runChecklist("deploy", attempt, by: scene.ben) } == "done",
      "a run writes no line")
    var content = try #require(try await scene.desk.checklist("deploy", for: scene.ana)).content
    content.lines[0].text = "Does traffic flow?"
    _ = try await scene.desk.writeChecklist(content, by: scene.ana)
    #expect(await outcome { try await scene.desk.runChecklist("deploy", attempt, by: scene.ben) } == "staleVersion")
  }

  @Test func `guessing the hidden incident of a line tells nothing`() async throws {
    let scene = try DeskScene()
    let hidden = try await scene.declare("A key leaked", isPrivate: true)
    _ = try await scene.desk.addChecklistLine(
      ChecklistLine(text: "Are keys in the vault?", expects: .yes, incident: hidden.number), to: "deploy", by: scene.ana
    )
    var content = try #require(try await scene.desk.checklist("deploy", for: scene.ben)).content
    #expect(content.lines[0].incident == nil)
    for guess in [hidden.number, 777_777] {
      content.lines[0].incident = guess
      let told = await outcome { try await scene.desk.writeChecklist(content, by: scene.ben) }
      #expect(told == "unknown-incident", "\(guess)")
    }
    content.lines[0].incident = nil
    content.lines[0].text = "Is every key in the vault?"
    _ = try await scene.desk.writeChecklist(content, by: scene.ben)
    #expect(try await scene.desk.checklist("deploy", for: scene.ana)?.content.lines[0].incident == hidden.number)
  }

  @Test func `a line that never caught anything asks to be retired, and its record stays`() async throws {
    let scene = try DeskScene()
    _ = try await scene.desk.addChecklistLine(ChecklistLine(text: "Tried on one host"), to: "deploy", by: scene.ana)
    for _ in 0..<PostmortemLimits.quietRuns {
      _ = try await scene.desk.runChecklist("deploy", given((1, "done")), by: scene.ben)
    }
    #expect(try await scene.desk.checklist("deploy", for: scene.rea)?.records[1]?.asksToBeRetired == true)
    _ = try await scene.desk.retireChecklistLine(1, of: "deploy", by: scene.ana)
    let checklist = try #require(try await scene.desk.checklist("deploy", for: scene.rea))
    #expect(checklist.content.lines == [])
    #expect(checklist.records[1]?.askedCount == PostmortemLimits.quietRuns)
    #expect(
      await outcome { try await scene.desk.retireChecklistLine(1, of: "deploy", by: scene.ana) } == "unknownChecklist")
  }

  @Test func `of a private incident a line says nothing to others, who write it anew without losing it`() async throws {
    let scene = try DeskScene()
    let incident = try await scene.declare(isPrivate: true)
    _ = try await scene.desk.addChecklistLine(
      ChecklistLine(text: "Is a flag used again?", expects: .no, incident: incident.number), to: "deploy", by: scene.ana
    )
    let seen = try #require(try await scene.desk.checklist("deploy", for: scene.ben))
    #expect(seen.content.lines.map(\.incident) == [nil])
    var content = seen.content
    content.lines[0].text = "Is any flag used again?"
    content.lines.append(ChecklistLine(text: "Tried on one host"))
    _ = try await scene.desk.writeChecklist(content, by: scene.ben)
    let kept = try #require(try await scene.desk.checklist("deploy", for: scene.ana))
    #expect(kept.content.lines.map(\.incident) == [incident.number, nil])
    #expect(kept.content.lines.map(\.text) == ["Is any flag used again?", "Tried on one host"])
    // To name it, one must know of it; there is no difference to one that is not there.
    let line = ChecklistLine(text: "x", incident: incident.number)
    #expect(
      await outcome { try await scene.desk.addChecklistLine(line, to: "deploy", by: scene.ben) } == "unknown-incident")
  }

  @Test func `a checklist that was changed meanwhile is not written over`() async throws {
    let scene = try DeskScene()
    let content = ChecklistContent(process: "launch", title: "Launch", lines: [ChecklistLine(text: "one")])
    #expect(
      await outcome {
        try await scene.desk.writeChecklist(content, by: scene.ana, terms: WriteTerms(expectedVersion: 3))
      }
        == "staleVersion")
    #expect(await outcome { try await scene.desk.writeChecklist(content, by: scene.ana) } == "done")
    let known = try #require(try await scene.desk.checklist("launch", for: scene.ana)).content
    #expect(await outcome { try await scene.desk.writeChecklist(known, by: scene.ana) } == "nothing-new")
    #expect(try await scene.desk.checklists(for: scene.rea).map(\.content.process) == ["launch"])
  }
}
