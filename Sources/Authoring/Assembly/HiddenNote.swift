/// Words in a comment, which pages do not show, and back without loss.
enum HiddenNote {
  private static let start = "<!-- "
  private static let end = " -->"

  /// The first word names what the second one is.
  static func written(_ words: [String]) -> String { start + words.map(plain).joined(separator: " ") + end }

  /// Letters, digits and a few marks; anything else, that could end comment, cell or line, as numeric references.
  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar.isASCII && scalar.properties.isAlphabetic || (48...57).contains(scalar.value)
      result += isPlain || "._/:@".unicodeScalars.contains(scalar) ? String(scalar) : "&#\(scalar.value);"
    }
    return result
  }

  /// The text before the first note, and the words of that note; no words without one.
  static func read(_ cell: String) -> (text: String, words: [String]) {
    guard let opening = cell.ranges(of: start).first else { return (cell, []) }
    let rest = cell[opening.upperBound...]
    let inner = rest.ranges(of: end).first.map { rest[..<$0.lowerBound] } ?? rest
    let words = inner.split(separator: " ").map { PartText.cell.read($0) }
    return (String(cell[..<opening.lowerBound]).trimmingSpaces, words)
  }
}
