/// One way to write a person's name, and how surely it means the person.
struct NamePattern {
  enum Kind {
    /// `kim`, also behind `@`.
    case handle
    /// `Kim Lee`.
    case whole
    /// `Kim` or `Lee` alone.
    case part
  }

  var kind: Kind
  /// The words, one after the other.
  var words: [[Character]]
  /// Index among the people of the context.
  var person: Int
  /// Whether it means other things too, so that only its place tells.
  var isAmbiguous = false

  /// All ways to write the names of people, the longest first.
  static func patterns(of people: [PersonRole]) -> [NamePattern] {
    var patterns: [NamePattern] = []
    let roleWords = Set(people.flatMap { $0.role.lowercased().split { !$0.isLetter }.map(String.init) })
    for (index, person) in people.enumerated() {
      for name in person.names where name.utf8.count <= PublicationLimits.nameBytesMax {
        let bare = name.drop { $0 == "@" || $0.isWhitespace }
        let words = bare.split(whereSeparator: \.isWhitespace).map { Array($0) }
        guard let first = words.first, first.contains(where: \.isLetter) else { continue }
        if words.count == 1 {
          let isAmbiguous = isAmbiguous(first, roleWords)
          let isHandle = !first.contains { $0.isUppercase }
          patterns.append(
            NamePattern(kind: isHandle ? .handle : .part, words: words, person: index, isAmbiguous: isAmbiguous))
          // A handle that begins a sentence, or is written like a name.
          if isHandle, let letter = first.first, letter.isLetter {
            let capital = Array(letter.uppercased()) + first.dropFirst()
            patterns.append(NamePattern(kind: .part, words: [capital], person: index, isAmbiguous: isAmbiguous))
          }
        } else {
          guard isPersonal(words) else { continue }
          patterns.append(NamePattern(kind: .whole, words: words, person: index))
          for word in [words.first, words.last].compactMap(\.self) where word.first?.isUppercase == true {
            patterns.append(
              NamePattern(kind: .part, words: [word], person: index, isAmbiguous: isAmbiguous(word, roleWords)))
          }
        }
      }
    }
    return withoutShared(patterns)
  }

  /// Whether the words read as a person's name.
  ///
  /// A team ("Order entry", "Platform Team") is none: what it does stays told.
  private static func isPersonal(_ words: [[Character]]) -> Bool {
    let isMixed = words.first?.first?.isUppercase == true && words.last?.first?.isLowercase == true
    return !isMixed && !words.contains { teamWords.contains(String($0).lowercased()) }
  }

  private static let teamWords: Set<String> = [
    "team", "teams", "group", "squad", "crew", "desk", "lead", "leads", "office", "department", "engineering",
    "operations", "ops", "support", "platform", "infrastructure", "security", "sre", "devops", "on-call", "oncall",
    "development", "developers", "management", "manager", "board", "service", "services", "committee", "tribe", "guild",
  ]

  private static func isAmbiguous(_ word: [Character], _ roleWords: Set<String>) -> Bool {
    OrdinaryWords.contains(String(word)) || roleWords.contains(String(word).lowercased())
  }

  /// A word that two people share tells neither.
  private static func withoutShared(_ patterns: [NamePattern]) -> [NamePattern] {
    var owners: [String: Set<Int>] = [:]
    for pattern in patterns where pattern.words.count == 1 {
      owners[String(pattern.words[0]), default: []].insert(pattern.person)
    }
    return patterns.map { pattern in
      var pattern = pattern
      if pattern.words.count == 1, owners[String(pattern.words[0])]?.count ?? 0 > 1 { pattern.isAmbiguous = true }
      return pattern
    }.sorted { left, right in
      let (a, b) = (left.words.reduce(0) { $0 + $1.count }, right.words.reduce(0) { $0 + $1.count })
      return (left.words.count, a, right.isAmbiguous ? 1 : 0) > (right.words.count, b, left.isAmbiguous ? 1 : 0)
    }
  }
}
