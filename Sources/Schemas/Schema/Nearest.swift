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

  /// Insertions, deletions, replacements and swaps of neighbours from one to the other (optimal string alignment).
  ///
  /// A swap is one slip of the fingers: `kmi` is as near to `kim` as `kin` is.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var row = Array(0...right.count)
    for (index, scalar) in left.enumerated() {
      var next = [index + 1]
      for (column, other) in right.enumerated() {
        var least = min(row[column] + (scalar == other ? 0 : 1), next[column] + 1, row[column + 1] + 1)
        if index > 0, column > 0, scalar == right[column - 1], left[index - 1] == other {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      (before, row) = (row, next)
    }
    return row[right.count]
  }
}
