package import Chronology

/// What a command on a postmortem is decided with beside the postmortem itself.
package struct PostmortemContext: Hashable, Sendable {
  package var actor: String
  package var now: Instant
  package var isAdministrator: Bool
  /// Whether its incident is private; false without one.
  package var isPrivate: Bool
  /// Whether its incident is a drill; false without one.
  package var isDrill: Bool

  package init(
    actor: String, now: Instant, isAdministrator: Bool = false, isPrivate: Bool = false, isDrill: Bool = false
  ) {
    self.actor = actor
    self.now = now
    self.isAdministrator = isAdministrator
    self.isPrivate = isPrivate
    self.isDrill = isDrill
  }
}
