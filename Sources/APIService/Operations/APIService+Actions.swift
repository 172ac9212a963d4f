import Chronology
import Desk
import Incidents
import Interchange
import Postmortems
import RecordViews
import Schemas

extension APIService {
  /// Actions of all postmortems.
  func handleActions(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .listActions: try await listActions(call)
    case .proposeAction: try await writeAction(call, number: 0)
    case .changeAction: try await writeAction(call, number: try call.number("action"))
    case .stepAction: try await stepAction(call)
    case .adoptActions: try await adoptActions(call)
    default: throw call.notFound
    }
  }

  private func listActions(_ call: Call) async throws -> Outcome {
    let query = call.request.query
    // A page is cut by places first: an action costs more than its place, and a board has thousands.
    let places = try await desk.actionPlaces(
      ActionQuery(
        states: actionStates(query), isOverdue: query["overdue"]?.bool, owner: query["owner"]?.string,
        kind: query["kind"]?.string.flatMap(ActionKind.init(rawValue:)),
        incident: query["incident"]?.string.flatMap { IncidentID($0) },
        postmortem: query["postmortem"]?.string.flatMap { PostmortemID($0) }), for: call.caller)
    let page = try call.page(places.map(\.id)) { $0.description }
    let actions = try await desk.actions(page.items, for: call.caller)
    return call.outcome(PageAnswer(items: actions.map { ActionAnswer($0) }, next: page.next))
  }

  private func actionStates(_ query: [String: JSONValue]) -> Set<ActionState>? {
    let one = query["state"]?.string.flatMap(ActionState.init(rawValue:)).map { Set([$0]) }
    guard let isOpen = query["open"]?.bool else { return one }
    let fitting = Set(ActionState.allCases.filter { $0.isOpen == isOpen })
    return one.map { $0.intersection(fitting) } ?? fitting
  }

  private func writeAction(_ call: Call, number: Int) async throws -> Outcome {
    let request = call.request
    let due = request.text("due")
    let day = due.flatMap { CivilDate($0) }
    if let due, day == nil {
      throw Problem.fields(
        [FieldProblem(pointer: "/due", message: "'\(due)' is not a day of the calendar")], hint: "write 2026-03-08")
    }
    let owner = request.text("owner") ?? ""
    let content = ActionContent(
      text: request.text("text") ?? "", kind: request.word("kind") ?? .prevent,
      term: request.word("term") ?? .longTerm, owner: owner.isEmpty ? nil : owner, due: day,
      factors: request.body["factors"]?.array?.compactMap { $0.integer.map(Int.init) } ?? [],
      verification: request.text("verification") ?? "")
    // Nothing said of the day is left to the policy; null says that there is none yet.
    let isLeftToPolicy = number == 0 && request.body["due"] == nil
    return try await performOnAction(
      isLeftToPolicy ? .proposeAction(content) : .writeAction(ActionWritten(action: number, content: content)), call,
      number)
  }

  private func stepAction(_ call: Call) async throws -> Outcome {
    let number = try call.number("action")
    let step = ActionStepped(
      action: number, state: call.request.word("state") ?? .accepted, note: call.request.text("note") ?? "")
    return try await performOnAction(.stepAction(step), call, number)
  }

  private func performOnAction(_ command: PostmortemCommand, _ call: Call, _ number: Int) async throws -> Outcome {
    let id = try postmortem(call)
    let receipt = try await desk.perform(command, on: id, by: call.caller, terms: call.terms)
    let wanted = number > 0 ? number : receipt.number
    let actions = try await desk.actions(ActionQuery(postmortem: id), for: call.caller)
    guard let view = actions.first(where: { $0.id.action == wanted }) else { throw call.notFound }
    return Outcome(
      call, ActionChangeAnswer(action: ActionAnswer(view), version: receipt.version), isReplay: receipt.isReplay)
  }

  private func adoptActions(_ call: Call) async throws -> Outcome {
    let id = try postmortem(call)
    let receipt = try await desk.adoptActions(of: id, by: call.caller, terms: call.terms)
    let actions = try await desk.actions(ActionQuery(postmortem: id), for: call.caller)
    let adopted = actions.filter { $0.id.action >= receipt.number ?? 1 }.sorted { $0.id.action < $1.id.action }
    return Outcome(
      call, ActionAdoptionAnswer(actions: adopted.map { ActionAnswer($0) }, version: receipt.version),
      isReplay: receipt.isReplay)
  }

  private func postmortem(_ call: Call) throws(Problem) -> PostmortemID {
    guard let id = PostmortemID(call.request.path["postmortem"] ?? "") else { throw call.notFound }
    return id
  }
}
