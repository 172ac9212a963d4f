/// Finds the word that was probably meant.
package enum Nearest {
  /// The closest of some words, where it is close enough to be a slip; nil otherwise, and for what is longer than 60.
  package static func word(to word: String, among words: [String]) -> String? {
    guard word.utf8.count <= 60 else { return nil }
    let typed = Array(word.lowercased().unicodeScalars)
    let limit = max(1, typed.count * 2 / 5)
    let near = words.map { (word: $0, distance: distance(typed, Array($0.lowercased().unicodeScalars))) }
    return near.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.word
  }

  /// Insertions, deletions and replacements from one to the other (Levenshtein).
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (index, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let replaced = diagonal + (scalar == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
