package import Accounts
package import Chronology
package import Incidents

extension Desk {
  /// What the first page shows to a caller.
  package func home(for caller: Caller, asOf: Instant? = nil) async throws -> HomeView { try await home() }

  /// Incidents that fit a query, newest first, as far as the caller may know of them.
  package func incidents(_ query: IncidentQuery, for caller: Caller) async throws -> IncidentListing {
    let home = try await home()
    return IncidentListing(items: Array(home.incidents.prefix(query.limit)), hasMore: false, asOf: query.asOf)
  }

  /// Nil when there is no such incident, or the caller may not know of it.
  package func incident(_ id: IncidentID, for caller: Caller, asOf: Instant? = nil) async throws -> IncidentView? {
    try await incident(id)
  }

  /// Nil when there is no such postmortem, or the caller may not know of its incident.
  package func postmortem(_ id: PostmortemID, for caller: Caller) async throws -> PostmortemView? {
    try await postmortem(id)
  }

  /// Newest first.
  package func nearMisses(for caller: Caller) async throws -> [NearMissView] { [] }

  package func reportNearMiss(
    _ nearMiss: NearMiss, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  package func policy() async throws -> PolicyView { PolicyView(policy: .standard, version: 0) }

  package func setPolicy(
    _ policy: Policy, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }
}
