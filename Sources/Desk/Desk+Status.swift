package import Accounts
package import Incidents
import Journal
import Postmortems
package import PublicStatus
import RecordViews

extension Desk {
  /// The components and what they went through; of incidents that became private it no longer says which.
  package func statusBoard() async throws -> StatusBoard {
    try await catchUp()
    var board = try await board()
    let named = Set(board.stretches.compactMap(\.change.incident))
    board.forget(incidents: named.subtracting(try await openIncidents(named)))
    return board
  }

  /// Sets components and the page's settings as a whole.
  ///
  /// Throws the first of its problems; ``ComponentList/problems`` has all.
  package func setComponents(
    _ list: ComponentList, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.configure, by: caller, place: "components", terms: terms) {
      let board = try await board()
      try checkIsFresh(terms, board.version, place: "components")
      if let problem = list.problems.first { throw problem }
      guard list != board.list else { throw IncidentRefusal.nothingNew("components") }
      return try componentsPlan([.listed(list)], board, caller)
    }
  }

  /// Says how a component does, by itself or for an incident that everybody may know of.
  package func setComponentState(
    _ change: ComponentStateChange, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "component '\(change.component)'", terms: terms) {
      let board = try await board()
      try checkIsFresh(terms, board.version, place: "components")
      let known = board.list.components.map(\.id)
      guard known.contains(change.component) else {
        throw IncidentRefusal(
          .unknownComponent, place: "component", message: "'\(change.component)' is not a component",
          hint: known.isEmpty ? "no components are set up yet" : "there are: \(known.joined(separator: ", "))")
      }
      if let number = change.incident {
        let incident = try await visibleIncident(IncidentID(number: number), to: caller)
        guard !incident.isPrivate, !incident.isDrill else {
          throw IncidentRefusal(
            incident.isPrivate ? .privateIncident : .wrongState, place: "incident",
            message: "INC-\(number) is \(incident.isPrivate ? "private" : "a drill"), and customers would read of it",
            hint: "change the component without naming an incident")
        }
      }
      guard board.condition(of: change.component) != change.condition else {
        throw IncidentRefusal.nothingNew("component '\(change.component)'")
      }
      return try componentsPlan([.stateChanged(change)], board, caller)
    }
  }

  /// What the status page says: nothing private, no drill.
  package func statusReport() async throws -> StatusReport {
    try await catchUp()
    let first = try await journal.events(after: .start, limit: 1).first
    let board = try await board()
    let (outlines, maintenances) = try await views.read { db in
      (try PublicIncidents.outlines(db), try ShelvedEvents.maintenances(db))
    }
    return StatusReportWriter(
      board: board, incidents: outlines, maintenances: maintenances, postmortems: try await shownPostmortems(),
      now: clock.now, seed: first?.hash.description ?? ""
    ).report
  }

  private func componentsPlan(_ events: [ComponentEvent], _ board: StatusBoard, _ caller: Caller) throws -> WritePlan {
    WritePlan(
      appends: [append(try events.map { try $0.document() }, to: Self.components, at: board.version, by: caller)],
      receipt: WriteReceipt(version: board.version + Int64(events.count)))
  }

  private func openIncidents(_ numbers: Set<Int>) async throws -> Set<Int> {
    guard !numbers.isEmpty else { return [] }
    let nobody = Viewer(account: "", seesAll: false)
    return try await views.read { try IncidentLists(db: $0, viewer: nobody, cut: nil).visible(numbers) }
  }
}
