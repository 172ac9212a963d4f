import Accounts

/// What anybody who reads may see: nothing private, no numbers of the record.
extension Desk: DeskReading {
  private static let anybody = Caller(account: "", displayName: "", role: .reader, origin: .local)

  package func home() async throws -> HomeView { try await home(for: Self.anybody) }

  package func incident(_ id: IncidentID) async throws -> IncidentView? { try await incident(id, for: Self.anybody) }

  package func postmortem(_ id: PostmortemID) async throws -> PostmortemView? {
    try await postmortem(id, for: Self.anybody)
  }
}
