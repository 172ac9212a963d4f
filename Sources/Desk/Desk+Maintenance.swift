package import Accounts
package import Incidents
import Journal
import RecordViews

extension Desk {
  /// Newest first.
  package func maintenances() async throws -> [Maintenance] {
    try await catchUp()
    return try await views.read { try ShelvedEvents.maintenances($0).reversed() }
  }

  package func scheduleMaintenance(
    _ plan: MaintenancePlan, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "maintenance", terms: terms) {
      let plan = try plan.checked(components: try await board().list.components.map(\.id))
      let number = try await views.read { try ShelvedEvents.next($0, category: "maintenance") }
      return WritePlan(
        appends: [try append(.scheduled(plan), to: number, at: 0, by: caller)],
        receipt: WriteReceipt(version: 1, number: number))
    }
  }

  /// Plans it anew, as long as it is not over.
  package func rescheduleMaintenance(
    _ number: Int, _ plan: MaintenancePlan, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "maintenance \(number)", terms: terms) {
      let known = try await maintenance(number, terms)
      let plan = try plan.checked(components: try await board().list.components.map(\.id))
      guard !known.state.isOver else {
        throw IncidentRefusal(
          .wrongState, place: "maintenance \(number)", message: "it is \(known.state.rawValue)",
          hint: "schedule another")
      }
      guard plan != known.plan else { throw IncidentRefusal.nothingNew("maintenance \(number)") }
      return WritePlan(
        appends: [try append(.rescheduled(plan), to: number, at: known.version, by: caller)],
        receipt: WriteReceipt(version: known.version + 1, number: number))
    }
  }

  /// Goes on to another state; its components follow where it begins and ends.
  package func progressMaintenance(
    _ number: Int, _ progress: MaintenanceProgress, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "maintenance \(number)", terms: terms) {
      let known = try await maintenance(number, terms)
      let progress = try known.checked(progress)
      let board = try await board()
      let changes = Self.changes(known, to: progress.state, board)
      var appends = [try append(.progressed(progress), to: number, at: known.version, by: caller)]
      if !changes.isEmpty {
        appends.append(
          append(
            try changes.map { try ComponentEvent.stateChanged($0).document() }, to: Self.components,
            at: board.version, by: caller))
      }
      return WritePlan(appends: appends, receipt: WriteReceipt(version: known.version + 1, number: number))
    }
  }

  /// What works goes into maintenance with it, and what is still in it by this maintenance comes out when it is over.
  private static func changes(
    _ maintenance: Maintenance, to state: MaintenanceState, _ board: StatusBoard
  ) -> [ComponentStateChange] {
    let listed = Set(board.list.components.map(\.id))
    let own = maintenance.plan.components.filter(listed.contains)
    if state == .inProgress {
      return own.filter { board.condition(of: $0) == .operational }.map {
        ComponentStateChange(component: $0, condition: .maintenance, maintenance: maintenance.number)
      }
    }
    guard state.isOver else { return [] }
    return listed.sorted().compactMap { component in
      let last = board.stretches.last { $0.change.component == component }?.change
      guard last?.condition == .maintenance, last?.maintenance == maintenance.number else { return nil }
      return ComponentStateChange(component: component, condition: .operational, maintenance: maintenance.number)
    }
  }

  private func maintenance(_ number: Int, _ terms: WriteTerms) async throws -> Maintenance {
    guard let known = try await views.read({ try ShelvedEvents.maintenances($0, number: number) }).first else {
      throw DeskError(
        .unknownMaintenance, place: "maintenance \(number)", message: "the record has no such maintenance",
        hint: "the status page's list shows those that there are")
    }
    try checkIsFresh(terms, known.version, place: "maintenance \(number)")
    return known
  }

  private func append(
    _ event: MaintenanceEvent, to number: Int, at version: Int64, by caller: Caller
  ) throws -> StreamAppend {
    append([try event.document()], to: StreamName("maintenance", number: number), at: version, by: caller)
  }
}
