package import Chronology

/// How far planned work is.
package enum PublicMaintenanceState: String, Codable, CaseIterable, Hashable, Sendable {
  case scheduled
  case inProgress = "in-progress"
  /// Done, and being looked over.
  case verifying
  case completed
  case cancelled
}

/// Planned work that customers may feel.
package struct PublicMaintenance: Codable, Hashable, Sendable {
  package var id: PublicID
  package var title: String
  package var state: PublicMaintenanceState
  package var from: Instant
  package var until: Instant
  /// When it was first announced.
  package var created: Instant
  /// When it was over: completed or cancelled.
  package var ended: Instant?
  /// How often its time, title or state were changed after it was announced; calendars take the highest.
  package var revision: Int
  package var components: [PublicID]
  /// Newest first.
  package var updates: [PublicUpdate<PublicMaintenanceState>]

  package init(
    id: PublicID, title: String, state: PublicMaintenanceState, from: Instant, until: Instant, created: Instant,
    ended: Instant? = nil, revision: Int = 0, components: [PublicID] = [],
    updates: [PublicUpdate<PublicMaintenanceState>] = []
  ) {
    self.id = id
    self.title = title
    self.state = state
    self.from = from
    self.until = until
    self.created = created
    self.ended = ended
    self.revision = revision
    self.components = components
    self.updates = updates
  }

  /// Under way now: customers may feel it.
  package var isActive: Bool { state == .inProgress || state == .verifying }
  package var isUpcoming: Bool { state == .scheduled }

  /// When anything of it last changed.
  package var updated: Instant {
    updates.map(\.updated).reduce(max(created, ended ?? created)) { max($0, $1) }
  }
}
