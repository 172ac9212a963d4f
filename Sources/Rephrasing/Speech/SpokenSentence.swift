/// One sentence as it was typed, split into words that are ready to be compared.
struct SpokenSentence: Sendable {
  let scalars: [Unicode.Scalar]
  let words: [SpokenWord]
  /// All of its words and marks.
  let vocabulary: Set<String>
  /// Indices of words that begin a clause, behind words that only lead up to it.
  let starts: Set<Int>
  /// Typed in capitals throughout.
  let isLoud: Bool

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    words = Array(SpokenReader.words(of: scalars).prefix(RephraseLimits.wordsMax))
    vocabulary = Set(words.map(\.text))
    starts = Self.starts(words)
    let letters = scalars.filter(\.properties.isAlphabetic)
    isLoud = letters.count > 3 && !letters.contains(where: \.properties.isLowercase)
  }

  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// The word at an index in lower case, without contractions; empty outside.
  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  func isMark(_ index: Int) -> Bool { !words.indices.contains(index) || words[index].isMark }

  /// A word as it may stand inside another sentence.
  func written(_ index: Int) -> String {
    let word = words[index]
    let typed = String(String.UnicodeScalarView(scalars[word.range])).replacing("’", with: "'")
    if typed.lowercased() == "i" || typed.lowercased().hasPrefix("i'") { return "I" + typed.dropFirst() }
    let isLowered = isLoud || index == 0 && !word.isName
    return isLowered ? typed.lowercased() : typed
  }

  /// The scalars of a range of words.
  func range(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last, words.indices.contains(last) else { return 0..<0 }
    return words[first].range.lowerBound..<words[last].range.upperBound
  }

  /// Words that lead up to what is meant: `so, tell me`, `I think`.
  private static let leads: Set<String> = [
    "so", "and", "but", "well", "ok", "okay", "look", "listen", "right", "hey", "guys", "sorry", "please", "then",
    "now", "man", "dude", "wow", "oh", "yeah", "yes", "hm", "ugh", "because", "think", "guess", "seems", "maybe",
    "frankly", "again", "wait", "team", "folks", "everyone", "hi", "feel", "believe", "like", "all", "also",
  ]

  private static func starts(_ words: [SpokenWord]) -> Set<Int> {
    var result: Set<Int> = []
    for index in words.indices where !words[index].isMark {
      let isBehind = index == 0 || words[index - 1].isMark || leads.contains(words[index - 1].text)
      // A name that is spoken to: `Ana, who …`, and `Ana why …`.
      if isBehind || index == 1 && words[0].isName { result.insert(index) }
    }
    return result
  }
}

/// A word, or a mark between clauses.
struct SpokenWord: Sendable {
  /// Lower-case; contractions are spread out, and what is often mistyped is put right.
  var text: String
  /// Scalars of the sentence; the two words of a contraction share theirs.
  var range: Range<Int>
  var isMark = false
  /// A first name written with a capital.
  var isName = false
}
