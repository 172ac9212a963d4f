package import Documents
package import Findings

/// One sentence, item or cell, split into words that know where they stand.
package struct Sentence: Sendable {
  package let prose: Prose
  /// In order; contractions are spread out: `shouldn't` is `should` and `not`.
  package let words: [Word]
  package let section: SectionKind?
  package let isQuestion: Bool

  /// Where the words of a range stand.
  package func span(of range: Range<Int>) -> TextSpan {
    guard let first = range.first, let last = range.last, last < words.count else { return prose.span }
    return prose.span(of: words[first].range.lowerBound..<words[last].range.upperBound)
  }

  /// The words of a range as the author wrote them.
  package func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, last < words.count else { return "" }
    return prose.text(in: words[first].range.lowerBound..<words[last].range.upperBound)
  }

  /// Lower-case word at an index; empty outside.
  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }
}

/// A word, or a mark that separates clauses.
package struct Word: Sendable {
  /// Lower-case, with a straight apostrophe; a mark stands as itself.
  package var text: String
  /// Scalars of the prose.
  package var range: Range<Int>
  package var isCapitalised: Bool
  /// Inside quotation marks: somebody else's words, or a message.
  package var isQuoted: Bool
  /// A comma, a dash, a bracket: ends a clause.
  package var isMark: Bool
}
