import Accounts
import Chronology
import Desk
import Incidents
import Postmortems
import RecordViews
import Testing

extension DeskScene {
  /// Begins a postmortem with one action, and returns the action.
  func postmortem(
    of incident: IncidentID?, action text: String = "Compare the build of all hosts", term: ActionTerm = .immediate,
    owner: String? = "kim", due: String? = nil
  ) async throws -> ActionID {
    let number = try #require(
      try await desk.startPostmortem(StartPostmortem(incident: incident, title: "The eighth server"), by: ana).number)
    return try await propose(text, of: number, term: term, owner: owner, due: due)
  }

  func propose(
    _ text: String, of postmortem: Int, term: ActionTerm = .immediate, owner: String? = "kim", due: String? = nil
  ) async throws -> ActionID {
    let content = ActionContent(
      text: text, kind: .prevent, term: term, owner: owner, due: due.flatMap { CivilDate($0) })
    let receipt = try await desk.perform(
      PostmortemCommand.writeAction(ActionWritten(content: content)), on: PostmortemID(number: postmortem), by: ana)
    return ActionID(postmortem: postmortem, action: try #require(receipt.number))
  }

  func step(_ action: ActionID, _ state: ActionState, _ note: String = "seen on the hosts") async throws {
    _ = try await desk.perform(
      PostmortemCommand.stepAction(ActionStepped(action: action.action, state: state, note: note)),
      on: PostmortemID(number: action.postmortem), by: ana)
  }

  func state(of action: ActionID) async throws -> ActionState? {
    try await desk.actions(for: adm).first { $0.id == action }?.action.state
  }
}
