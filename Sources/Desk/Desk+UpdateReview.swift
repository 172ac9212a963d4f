package import Accounts
import Chronology
package import Findings
package import Incidents
import Journal
package import RecordViews
import Review

extension Desk {
  /// What the reviewer says of an update that is still being written; nothing is saved.
  package func reviewUpdate(
    _ draft: UpdateDraft, of id: IncidentID, for caller: Caller
  ) async throws -> [Finding] {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let incident = try await visibleIncident(id, to: caller)
    return try await findings(on: draft, of: incident)
  }

  /// What the reviewer says of a text that has not gone out.
  func findings(on draft: UpdateDraft, of incident: Incident) async throws -> [Finding] {
    let context = try await reviewContext(of: draft, incident)
    return updateReviewer.review(draft.text, context: context)
  }

  private func reviewContext(of draft: UpdateDraft, _ incident: Incident) async throws -> UpdateContext {
    let now = clock.now
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    let last = incident.updates.last { $0.isOut && $0.audience == draft.audience }
    let promise = incident.promises(by: policy).first { $0.audience == draft.audience }
    let people = Set(incident.holdings.map(\.person) + incident.entries.map(\.by)).subtracting([Self.ownName])
    let board = try await board()
    return UpdateContext(
      audience: draft.audience, state: draft.state, now: now, isFirst: last == nil,
      previousNextBy: last?.text.nextBy, isMissed: promise?.standing(at: now) == .late, names: people.sorted(),
      hasImpactStart: incident.instants[.impactStarted] != nil,
      knownWords: board.list.components.flatMap { [$0.id, $0.name] },
      headline: draft.audience == .customers ? incident.facts.title : "",
      stillBroken: incident.componentsLeftBroken(by: draft, board).map {
        UpdateContext.BrokenComponent(id: $0.id, name: $0.name)
      })
  }
}
