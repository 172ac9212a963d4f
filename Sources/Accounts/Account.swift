package import Chronology

/// A person who can sign in.
package struct Account: Hashable, Sendable {
  /// How the record names them; never changes and is never given to another.
  package var handle: String
  package var displayName: String
  package var role: AccountRole
  package var isActive: Bool
  package var created: Instant
  /// Nil: never.
  package var lastSignIn: Instant?

  package init(
    handle: String, displayName: String, role: AccountRole, isActive: Bool = true, created: Instant,
    lastSignIn: Instant? = nil
  ) {
    self.handle = handle
    self.displayName = displayName
    self.role = role
    self.isActive = isActive
    self.created = created
    self.lastSignIn = lastSignIn
  }
}
