/// What changed from one text to another, word by word.
///
/// Lines are compared first, then words within the lines that differ (E. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", 1986, in linear space; in large texts, tokens that stand once in both are landmarks). Words, blanks,
/// punctuation and marks of Markdown are tokens. ``ComparisonLimits`` bound the cost.
package struct TextComparison: Sendable {
  /// In order; neighbours differ in kind, and what was removed stands before what was added in its place.
  ///
  /// `same` and `removed` joined are the old text, `same` and `added` joined the new one, byte for byte.
  package let passages: [Passage]

  package init(old: String, new: String) {
    self.init(old: old, new: new, byLinesOnly: false)
  }

  init(old: String, new: String, byLinesOnly: Bool) {
    let script = EditScript(old: Array(old.utf8), new: Array(new.utf8), byLinesOnly: byLinesOnly)
    passages = script.passages
  }

  /// Whether the texts are equal byte for byte.
  package var isSame: Bool { !passages.contains { $0.kind != .same } }
}
