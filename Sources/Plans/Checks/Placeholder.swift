/// A place that a plan leaves to be filled in: `⟨telephone⟩`.
struct Placeholder: Hashable, Sendable {
  /// Longer ones are told by how they begin.
  private static let shownMax = 60

  /// With its brackets, on one line.
  var text: String
  /// Column at which it begins, from 1, in Unicode scalars.
  var column: Int
  /// Whether it stands between quotation marks: in words that are said or written on the day.
  var isQuoted: Bool

  /// Those of a line, in their order; brackets that hold nothing or do not close are none.
  static func all(in line: some StringProtocol) -> [Placeholder] {
    guard line.contains("⟨") else { return [] }
    var found: [Placeholder] = []
    var begun: (column: Int, words: String)?
    var quotes = 0
    for (offset, scalar) in line.unicodeScalars.enumerated() {
      switch scalar {
      case "⟨": begun = (offset + 1, "")
      case "⟩":
        if let place = begun, !place.words.isEmpty {
          found.append(Placeholder(text: shown(place.words), column: place.column, isQuoted: quotes % 2 == 1))
        }
        begun = nil
      case "\"", "“", "”": quotes += 1
      default: begun?.words.unicodeScalars.append(scalar)
      }
    }
    return found
  }

  private static func shown(_ words: String) -> String {
    words.count > shownMax ? "⟨\(words.prefix(shownMax - 1))…⟩" : "⟨\(words)⟩"
  }
}
