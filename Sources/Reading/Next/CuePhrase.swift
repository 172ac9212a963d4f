/// Words in a row, as they are looked for in the words of a team.
struct CuePhrase: Hashable {
  let words: [String]
  /// Whether capitals matter: `Vault` is a product, `vault` is a room.
  let isExact: Bool

  init(_ text: String, isExact: Bool = false) {
    self.isExact = isExact
    words = isExact ? CueWords.split(text) : CueWords.split(text).map(CueWords.folded)
  }

  /// How often it stands there.
  func count(in words: CueWords) -> Int {
    let all = isExact ? words.exact : words.folded
    guard let first = self.words.first, (isExact ? words.exactSet : words.foldedSet).contains(first) else {
      return 0
    }
    return all.indices.count { index in all[index] == first && all[index...].starts(with: self.words) }
  }
}

/// The words of a text, as they stand and with case and plural taken off.
struct CueWords {
  let exact: [String]
  let folded: [String]
  let exactSet: Set<String>
  let foldedSet: Set<String>

  init(_ text: String) {
    let start = text.unicodeScalars.prefix(ReadingLimits.cueScalarsMax)
    exact = Self.split(String(start))
    folded = exact.map(Self.folded)
    exactSet = Set(exact)
    foldedSet = Set(folded)
  }

  static func split(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  static func folded(_ word: String) -> String {
    let lower = word.lowercased()
    guard lower.count > 3, lower.hasSuffix("s"), !lower.hasSuffix("ss"), !lower.hasSuffix("us") else { return lower }
    return String(lower.dropLast())
  }
}
