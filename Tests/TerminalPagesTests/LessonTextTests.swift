import Chronology
import Incidents
import Interchange
import Postmortems
import TerminalPages
import Testing

struct LessonTextTests {
  private let terminal = Snapshot.terminal

  private static func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

  private func action(
    _ number: Int, _ text: String, _ state: ActionState = .accepted, term: ActionTerm = .immediate, due: String? = nil,
    owner: String? = "kim", note: String = "", isOverdue: Bool = false, guards: [ActionAnswer.Watch] = []
  ) throws -> ActionAnswer {
    let proposed = try Self.at("2026-03-01T10:00:00Z")
    var action = PostmortemAction(
      number: number,
      content: ActionContent(
        text: text, kind: number == 2 ? .stopNow : .prevent, term: term, owner: owner, due: due.flatMap { CivilDate($0) },
        factors: number == 3 ? [] : [1]),
      proposed: PostmortemAction.Step(state: .proposed, at: proposed, by: "lee", note: ""))
    if state != .proposed {
      action.state = state
      action.steps.append(PostmortemAction.Step(state: state, at: proposed, by: "kim", note: note))
    }
    return ActionAnswer(
      id: ActionID(postmortem: 1, action: number), action: action, postmortemTitle: "The eighth server",
      factorTexts: [], incident: 1, incidentTitle: nil, severity: 1, guards: guards, isOverdue: isOverdue)
  }

  @Test func `the board tells what presses, by whom and since when`() throws {
    let watch = ActionAnswer.Watch(
      name: "all-servers-one-build", title: "All eight servers run the same build", standing: .broken,
      since: try Self.at("2026-03-10T08:00:00Z"), summary: "7 of 8 servers run build 649bdfb")
    let text = ActionsText(
      actions: [
        try action(
          1, "The deploy job compares the build of all hosts and stops at a difference", due: "2026-03-08",
          note: "guard all-servers-one-build: 7 of 8 servers run build 649bdfb", isOverdue: true, guards: [watch]),
        try action(2, "Take the flag back", .proposed, due: "2026-03-14", owner: nil),
        try action(3, "Remove what is not used any more", term: .longTerm),
        try action(4, "An alert on orders without a parent", .done, note: "In the deploy job since build 512."),
        try action(5, "Rewrite the router", .declined, note: "It is replaced this year."),
      ], hasMore: true, today: try #require(CivilDate("2026-03-11")))
    try Snapshot.check(text.render(for: terminal), "actions")
  }

  private func checklist() throws -> Checklist {
    var checklist = Checklist(number: 1)
    func stamp(_ at: String, _ actor: String) throws -> EventStamp {
      EventStamp(version: checklist.version + 1, recorded: try Self.at(at), actor: actor)
    }
    let lines = [
      ChecklistLine(
        text: "Every host reports the same build", expects: .check, check: "all-servers-one-build", incident: 1,
        action: ActionID(postmortem: 1, action: 2)),
      ChecklistLine(
        text: "Is any flag in this change one that was used before, for something else, however long ago?",
        expects: .no, incident: 1),
      ChecklistLine(text: "Who watches the first ten minutes?", expects: .words),
    ]
    let content = try checklist.checked(ChecklistContent(process: "deploy", title: "Deploy to the order routers", lines: lines))
    checklist.apply(.written(content), try stamp("2012-08-02T09:00:00Z", "kim"))
    for day in 3...22 {
      let isGood = day != 5
      let run = ChecklistRun(
        subject: "release \(day)",
        answers: [
          ChecklistRun.Answer(line: 1, text: lines[0].text, answer: "8 of 8", isGood: isGood),
          ChecklistRun.Answer(line: 2, text: lines[1].text, answer: "no", isGood: true),
        ])
      checklist.apply(.ran(run), try stamp("2012-08-\(day < 10 ? "0" : "")\(day)T13:30:00Z", "sam"))
    }
    return checklist
  }

  @Test func `a checklist tells of each line why it is there and what it caught`() throws {
    let text = ChecklistText(checklist: ChecklistAnswer(try checklist()), zone: .utc)
    try Snapshot.check(text.render(for: terminal), "checklist")
  }

  @Test func `checklists are listed with how they went`() throws {
    let text = ChecklistsText(checklists: [ChecklistAnswer(try checklist(), runsMax: 1)], zone: .utc)
    try Snapshot.check(text.render(for: terminal), "checklists")
  }

  @Test func `on paper each line has its box`() throws {
    try Snapshot.check(
      ChecklistPaper(checklist: ChecklistAnswer(try checklist())).render(for: terminal), "checklist-paper")
  }

  @Test func `a run says what stopped it`() throws {
    let run = try #require(ChecklistAnswer(try checklist()).runs.last { !$0.isGood })
    try Snapshot.check(ChecklistRunText(run: run).render(for: terminal), "checklist-stopped")
    let good = try #require(ChecklistAnswer(try checklist()).runs.first)
    #expect(ChecklistRunText(run: good).render(for: terminal) == "deploy for release 22: all 2 lines are good. Recorded.")
  }
}
