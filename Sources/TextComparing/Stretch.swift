/// What two people made of one stretch of a text.
package struct Stretch: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case unchanged
    /// Changed by me alone.
    case mine
    /// Changed by the other alone.
    case theirs
    /// Changed by both to the same words.
    case both
    /// Changed by both to different words.
    case conflict
  }

  package var kind: Kind
  /// What stood there, what I made of it, and what the other made of it; empty where nothing stands.
  package var base: String
  package var mine: String
  package var theirs: String

  package init(_ kind: Kind, base: String, mine: String, theirs: String) {
    self.kind = kind
    self.base = base
    self.mine = mine
    self.theirs = theirs
  }
}
