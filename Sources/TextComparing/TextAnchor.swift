/// A passage of a text, remembered so that it can be found again after the text was edited.
package struct TextAnchor: Hashable, Codable, Sendable {
  /// The passage as it was.
  package var quote: String
  /// Up to ``ComparisonLimits/contextCharacters`` characters before and behind it.
  package var prefix: String
  package var suffix: String
  /// Where it began, in Unicode scalars from the start of the text; a hint, never the only evidence.
  package var position: Int

  package init(quote: String, prefix: String = "", suffix: String = "", position: Int = 0) {
    self.quote = quote
    self.prefix = String(prefix.suffix(ComparisonLimits.contextCharacters))
    self.suffix = String(suffix.prefix(ComparisonLimits.contextCharacters))
    self.position = position
  }

  /// The anchor of a passage of a text.
  package init(_ range: Range<String.Index>, in text: String) {
    self.init(
      quote: String(text[range]), prefix: String(text[..<range.lowerBound].suffix(ComparisonLimits.contextCharacters)),
      suffix: String(text[range.upperBound...].prefix(ComparisonLimits.contextCharacters)),
      position: text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound))
  }

  /// Where the passage stands in a text now; nil when it is gone.
  ///
  /// A quote that stands once is taken as it is; of several, the one in the most similar surroundings, then the nearest.
  /// A quote that was edited is found where enough of its words stand together, the rare ones weighing more. Blanks and
  /// line ends count alike. Nil also for an empty quote and past ``ComparisonLimits``.
  package func find(in text: String) -> AnchoredPassage? { AnchoredText(text).find(self) }
}

/// A text in which many passages are looked for: it is folded once for all.
package struct AnchoredText {
  private let text: String
  private let folded: FoldedText?

  package init(_ text: String) {
    self.text = text
    folded = text.utf8.count <= ComparisonLimits.anchoredBytesMax ? FoldedText(text) : nil
  }

  /// See ``TextAnchor/find(in:)``.
  package func find(_ anchor: TextAnchor) -> AnchoredPassage? {
    guard let folded, anchor.quote.utf8.count <= ComparisonLimits.quoteBytesMax else { return nil }
    let position = folded.index(ofScalar: anchor.position, in: text)
    let search = AnchorSearch(anchor: anchor, text: folded, position: position)
    guard let found = search.exact() ?? search.edited() else { return nil }
    let start = folded.offset(found.range.lowerBound)
    let end = folded.end(found.range.upperBound)
    let bytes = text.utf8
    let low = bytes.index(bytes.startIndex, offsetBy: start)
    return AnchoredPassage(
      range: low..<bytes.index(low, offsetBy: end - start), certainty: found.certainty, likeness: found.likeness)
  }
}
