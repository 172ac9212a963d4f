package import Accounts
import Chronology
import Incidents
import Journal
package import Postmortems
package import RecordViews

/// Actions of all postmortems; each is seen by whom its postmortem's incident is.
extension Desk {
  /// Actions that fit a query, the most pressing first: what is overdue and immediate, what is overdue, what is immediate,
  /// then by the day on which they are due.
  ///
  /// Days are those of UTC. Where only some are shown: ``actionPlaces(_:for:)``, then ``actions(_:for:)`` for those.
  package func actions(_ query: ActionQuery = ActionQuery(), for caller: Caller) async throws
    -> [ActionView]
  {
    try await actions(for: caller) { lists, today in
      try lists.actions(try lists.places(query, on: today).map(\.id), on: today)
    }
  }

  /// Where the actions stand that fit a query, in the order of ``actions(_:for:)``: thousands at little cost.
  package func actionPlaces(_ query: ActionQuery = ActionQuery(), for caller: Caller) async throws
    -> [ActionPlace]
  {
    try check(caller, .read, "actions")
    try await catchUp()
    let viewer = Viewer(caller)
    let today = CivilDate(clock.now)
    return try await views.read { try ActionLists(db: $0, viewer: viewer).places(query, on: today) }
  }

  /// Actions by their names, in this order, as far as the caller may know of them.
  package func actions(_ ids: [ActionID], for caller: Caller) async throws -> [ActionView] {
    try await actions(for: caller) { lists, today in try lists.actions(ids, on: today) }
  }

  private func actions(
    for caller: Caller, _ read: @escaping @Sendable (ActionLists, CivilDate) throws -> [ActionView]
  ) async throws -> [ActionView] {
    try check(caller, .read, "actions")
    try await catchUp()
    let viewer = Viewer(caller)
    let today = CivilDate(clock.now)
    var views = try await self.views.read { try read(ActionLists(db: $0, viewer: viewer), today) }
    let watching = Dictionary(grouping: try await guards(for: caller)) { $0.declaration.action }
    for index in views.indices { views[index].guards = watching[views[index].id] ?? [] }
    return views
  }

  /// Makes actions of what the text of a postmortem says is to be done; the text stays as it is.
  ///
  /// What is among the actions already is left alone. What the text says was done is adopted as done, and waits to be
  /// verified.
  package func adoptActions(
    of id: PostmortemID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "\(id)", terms: terms) {
      let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
      guard postmortem.origin.isOurs else { throw postmortem.notOurs }
      let found = AdoptedAction.all(in: postmortem.document, known: postmortem.actions)
      guard !found.isEmpty else {
        throw IncidentRefusal(
          .nothingNew, place: "\(id)", message: "the text names no action that is not followed up already",
          hint: "propose one, or write it under 'Action items' first")
      }
      let count = postmortem.actions.count + found.count
      guard count <= PostmortemLimits.actionsMax else {
        throw IncidentRefusal(
          .limitPassed, place: "\(id)",
          message: "it would have \(count) actions, and \(PostmortemLimits.actionsMax) are possible",
          hint: "take some out of the text first")
      }
      let first = (postmortem.actions.map(\.number).max() ?? 0) + 1
      var events: [PostmortemEvent] = []
      for (offset, action) in found.enumerated() {
        events.append(.actionWritten(ActionWritten(action: first + offset, content: action.content)))
        guard action.isDone else { continue }
        events.append(
          .actionStepped(ActionStepped(action: first + offset, state: .done, note: "The text says that it was done.")))
      }
      return WritePlan(
        appends: [
          append(
            try events.map { try $0.document() }, to: StreamName("postmortem", number: id.number),
            at: postmortem.version, by: caller)
        ],
        receipt: WriteReceipt(
          incident: incident.map { IncidentID(number: $0.number) },
          version: postmortem.version + Int64(events.count), number: first))
    }
  }

  func isVisible(postmortem number: Int, to caller: Caller) async throws -> Bool {
    let viewer = Viewer(caller)
    return try await views.read { !(try ActionLists(db: $0, viewer: viewer).visible(postmortems: [number]).isEmpty) }
  }
}
