/// Where a remembered passage stands now.
package struct AnchoredPassage: Hashable, Sendable {
  package enum Certainty: String, Codable, Sendable {
    /// The words are the same and stand once.
    case exact
    /// The words are the same and stand several times; surroundings or place decided.
    case context
    /// The words were edited.
    case edited
  }

  package var range: Range<String.Index>
  package var certainty: Certainty
  /// The share of the quote's words that are still there, 0 to 1, rare words weighing more.
  package var likeness: Double
}
