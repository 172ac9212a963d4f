/// A stretch of text that both texts have, or one of them.
package struct Passage: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case same
    /// In the old text only.
    case removed
    /// In the new text only.
    case added
  }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
