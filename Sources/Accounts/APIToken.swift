package import Chronology

/// An API token as its owner sees it listed.
package struct TokenSummary: Hashable, Sendable {
  /// Names it in lists and in `Caller.origin`; opens nothing.
  package var id: String
  package var label: String
  package var scopes: Set<TokenScope>
  package var created: Instant
  /// Nil: when it is revoked.
  package var expires: Instant?
  /// To the minute; nil: never.
  package var lastUsed: Instant?

  package init(
    id: String, label: String, scopes: Set<TokenScope>, created: Instant, expires: Instant?, lastUsed: Instant?
  ) {
    self.id = id
    self.label = label
    self.scopes = scopes
    self.created = created
    self.expires = expires
    self.lastUsed = lastUsed
  }
}
