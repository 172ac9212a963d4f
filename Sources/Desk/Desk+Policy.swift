package import Accounts
package import Incidents
import Journal
package import RecordViews

extension Desk {
  /// What the team agreed on; the standard where it has not yet.
  package func policy() async throws -> PolicyView {
    try await catchUp()
    return try await views.read { try ShelvedEvents.policy($0, upTo: nil) }
  }

  /// Agrees on a policy as a whole.
  ///
  /// Throws the first of its problems; ``Policy/problems`` has all.
  package func setPolicy(
    _ policy: Policy, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await changePolicy(by: caller, terms: terms) { _ in policy }
  }

  /// Adds roles to the policy, each with its card where it brings no words of its own.
  package func addRoles(
    _ roles: [Policy.WantedRole], by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await changePolicy(by: caller, terms: terms) { policy in
      var policy = policy
      try policy.add(roles)
      return policy
    }
  }

  private func changePolicy(
    by caller: Caller, terms: WriteTerms, _ change: (Policy) throws -> Policy
  ) async throws -> WriteReceipt {
    try await write(.configure, by: caller, place: "policy", terms: terms) {
      let known = try await views.read { try ShelvedEvents.policy($0, upTo: nil) }
      try checkIsFresh(terms, known.version, place: "policy")
      let policy = try change(known.policy)
      if let problem = policy.problems.first { throw problem }
      guard policy != known.policy else { throw IncidentRefusal.nothingNew("policy") }
      return WritePlan(
        appends: [
          append([try PolicyEvent.set(policy).document()], to: StreamName("policy"), at: known.version, by: caller)
        ],
        receipt: WriteReceipt(version: known.version + 1))
    }
  }

  /// Newest first.
  package func nearMisses(for caller: Caller) async throws -> [NearMissView] {
    try check(caller, .read, "near misses")
    try await catchUp()
    return try await views.read { try ShelvedEvents.nearMisses($0).reversed() }
  }

  package func reportNearMiss(
    _ nearMiss: NearMiss, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    try await write(.respond, by: caller, place: "near miss", terms: terms) {
      let content = try nearMiss.checked()
      let number = try await views.read { try ShelvedEvents.next($0, category: "near-miss") }
      let stream = StreamName("near-miss", number: number)
      return WritePlan(
        appends: [append([try NearMissEvent.reported(content).document()], to: stream, at: 0, by: caller)],
        receipt: WriteReceipt(version: 1, number: number))
    }
  }
}
