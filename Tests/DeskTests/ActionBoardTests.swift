import Chronology
import Desk
import Incidents
import Postmortems
import RecordViews
import Testing

struct ActionBoardTests {
  @Test func `what presses most comes first`() async throws {
    let scene = try DeskScene()
    // The clock of the scene stands on 1 March 2026.
    let first = try await scene.postmortem(of: nil, action: "long, no day", term: .longTerm)
    let home = first.postmortem
    _ = try await scene.propose("immediate, 9 March", of: home, due: "2026-03-09")
    _ = try await scene.propose("long, overdue", of: home, term: .longTerm, due: "2026-02-01")
    _ = try await scene.propose("immediate, overdue", of: home, due: "2026-02-27")
    _ = try await scene.propose("immediate, 5 March", of: home, due: "2026-03-05")
    let done = try await scene.propose("done, was overdue", of: home, due: "2026-02-01")
    try await scene.step(done, .done)
    let verified = try await scene.propose("verified", of: home)
    try await scene.step(verified, .done)
    try await scene.step(verified, .verified)
    let declined = try await scene.propose("declined", of: home)
    try await scene.step(declined, .declined)
    let board = try await scene.desk.actions(for: scene.rea)
    #expect(
      board.map(\.action.content.text) == [
        "immediate, overdue", "long, overdue", "immediate, 5 March", "immediate, 9 March", "long, no day",
        "done, was overdue", "verified", "declined",
      ])
    #expect(board.map(\.isOverdue) == [true, true, false, false, false, false, false, false])
    #expect(board.last?.action.steps.map(\.note) == ["", "seen on the hosts"])
    let overdue = try await scene.desk.actions(ActionQuery(isOverdue: true), for: scene.rea)
    #expect(overdue.count == 2)
    let open = try await scene.desk.actions(ActionQuery(states: [.proposed], owner: "KIM"), for: scene.rea)
    #expect(open.count == 5)
  }

  @Test func `where no day is said, it is due by the policy, counted from the resolution`() async throws {
    let scene = try DeskScene()
    func due(_ term: ActionTerm, of postmortem: Int) async throws -> String? {
      let content = ActionContent(text: "Compare all hosts", kind: .prevent, term: term)
      let id = PostmortemID(number: postmortem)
      let number = try await scene.desk.perform(.proposeAction(content), on: id, by: scene.ana).number
      return try await scene.desk.actions(ActionQuery(postmortem: id), for: scene.ana)
        .first { $0.id.action == number }?.action.content.due?.description
    }
    let incident = try await scene.declare()
    let home = try await scene.postmortem(of: incident).postmortem
    // The clock of the scene stands on 1 March 2026, and nothing is resolved yet.
    #expect(try await due(.immediate, of: home) == "2026-03-08")
    _ = try await scene.desk.perform(.changeState(StateChange(state: .resolved)), on: incident, by: scene.ana)
    scene.clock.pass(minutes: 2 * 1440)
    #expect(try await due(.immediate, of: home) == "2026-03-08", "from the resolution, not from today")
    #expect(try await due(.longTerm, of: home) == "2026-04-30")
    var policy = Policy.standard
    for index in policy.severities.indices where policy.severities[index].level == 2 {
      policy.severities[index].actionDueDays = ActionDueDays(immediate: 3, longTerm: 21)
    }
    _ = try await scene.desk.setPolicy(policy, by: scene.adm)
    #expect(try await due(.immediate, of: home) == "2026-03-04", "the severity's own days")
    let alone = try await scene.postmortem(of: nil).postmortem
    #expect(try await due(.longTerm, of: alone) == "2026-05-02", "no incident: from today")
  }

  @Test func `a part of the board is read by the places of its actions, as far as the reader may know of them`()
    async throws
  {
    let scene = try DeskScene()
    let open = try await scene.postmortem(of: nil, action: "no day", term: .longTerm)
    let late = try await scene.propose("late", of: open.postmortem, due: "2026-02-01")
    let hidden = try await scene.postmortem(of: try await scene.declare(isPrivate: true), action: "hidden")
    let places = try await scene.desk.actionPlaces(for: scene.rea)
    #expect(places.map(\.id) == [late, open])
    #expect(places.map(\.isOverdue) == [true, false])
    #expect(places.map(\.term) == [.immediate, .longTerm])
    #expect(places == (try await scene.desk.actions(for: scene.rea)).map(ActionPlace.init))
    let unknown = ActionID(postmortem: open.postmortem, action: 99)
    let asked = [open, hidden, unknown, late]
    #expect(try await scene.desk.actions(asked, for: scene.rea).map(\.id) == [open, late])
    #expect(try await scene.desk.actions(asked, for: scene.ana).map(\.id) == [open, hidden, late])
    #expect(try await scene.desk.actions([ActionID](), for: scene.rea) == [])
  }

  @Test func `an action is seen by whom its incident is`() async throws {
    let scene = try DeskScene()
    let open = try await scene.postmortem(of: try await scene.declare(), action: "open")
    let hidden = try await scene.postmortem(of: try await scene.declare(isPrivate: true), action: "hidden")
    #expect(try await scene.desk.actions(for: scene.rea).map(\.id) == [open])
    #expect(
      try await scene.desk.actions(ActionQuery(postmortem: PostmortemID(number: hidden.postmortem)), for: scene.ben)
        == [])
    #expect(Set(try await scene.desk.actions(for: scene.ana).map(\.id)) == [open, hidden])
    #expect(try await scene.desk.actions(for: scene.adm).count == 2)
  }

  @Test func `factors stand beside the actions that answer them, as long as they are there`() async throws {
    let scene = try DeskScene()
    let action = try await scene.postmortem(of: nil)
    let id = PostmortemID(number: action.postmortem)
    _ = try await scene.desk.perform(
      PostmortemCommand.writeFactor(Factor(text: "The eighth server kept the old build", kind: .condition)), on: id,
      by: scene.ana)
    let content = ActionContent(text: "Compare", kind: .prevent, term: .immediate, factors: [1])
    _ = try await scene.desk.perform(
      PostmortemCommand.writeAction(ActionWritten(action: 1, content: content)), on: id, by: scene.ana)
    #expect(try await scene.desk.actions(for: scene.rea).first?.factors == ["The eighth server kept the old build"])
    _ = try await scene.desk.perform(
      PostmortemCommand.removePart(PartRemoved(part: .factor, number: 1)), on: id, by: scene.ana)
    #expect(try await scene.desk.actions(for: scene.rea).first?.factors == [])
  }

  @Test func `what a text names is followed up, once`() async throws {
    let scene = try DeskScene()
    let receipt = try await scene.desk.importText(SampleText.cards)
    let adopted = try await scene.desk.adoptActions(of: receipt.postmortem, by: scene.ana)
    #expect(adopted.number == 1)
    let board = try await scene.desk.actions(for: scene.rea)
    #expect(board.map(\.action.state) == [.proposed, .done])
    #expect(board.map(\.action.content.owner) == ["Payments", "Operations"])
    #expect(board.map { $0.action.content.due?.description } == ["2026-02-01", "2026-01-06"])
    #expect(board.map(\.incident) == [1, 1])
    #expect(board.map(\.severity) == [2, 2])
    #expect(
      await outcome { try await scene.desk.adoptActions(of: receipt.postmortem, by: scene.ana) } == "nothing-new")
    #expect(
      await outcome { try await scene.desk.adoptActions(of: PostmortemID(number: 9), by: scene.ana) }
        == "unknownPostmortem")
    #expect(await outcome { try await scene.desk.adoptActions(of: receipt.postmortem, by: scene.rea) } == "notAllowed")
  }
}
