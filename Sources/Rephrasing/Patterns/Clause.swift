/// Where a clause has its verb, and where it ends.
enum Clause {
  /// Words that may stand between an auxiliary and its verb.
  private static let between: Set<String> = [
    "at", "least", "just", "also", "probably", "perhaps", "definitely", "certainly", "simply", "ever", "even", "better",
    "first", "properly", "maybe", "clearly", "obviously", "all", "thoroughly", "ideally", "surely", "rather",
  ]
  /// Whether a word between a subject and what is said of it only presses.
  static func presses(_ word: String) -> Bool {
    [
      "clearly", "obviously", "simply", "just", "apparently", "probably", "also", "still", "once", "again", "at",
      "least",
    ].contains(
      word)
  }

  private static let noVerbs: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "it", "you", "we", "they", "he", "she", "i", "my", "your",
    "not",
    "no", "to", "of", "in", "on", "at", "for", "with", "and", "or", "but", "so", "because", "all", "any", "some", "as",
  ]

  /// The index of a verb in a form, behind any adverbs.
  static func verb(_ form: Verb.Form, at index: Int, in sentence: SpokenSentence, of list: Set<String>?) -> Int? {
    var at = index
    while between.contains(sentence.word(at)), at < index + 4 { at += 1 }
    guard !sentence.isMark(at) else { return nil }
    let word = sentence.word(at)
    if let list { return Verb.of(word, as: form).map { list.contains($0.base) } == true ? at : nil }
    if Verb.of(word, as: form) != nil { return at }
    switch form {
    case .base: return noVerbs.contains(word) || !word.allSatisfy(\.isLetter) ? nil : at
    case .past, .participle: return word.hasSuffix("ed") && word.count > 4 ? at : nil
    }
  }

  private static let enders: Set<String> = ["because", "but", "although", "though", "instead", "please", "dude", "man"]

  /// Where what begins at `index` ends: at a mark, or before words that begin another thought.
  static func end(from index: Int, in sentence: SpokenSentence) -> Int {
    var end = index
    while !sentence.isMark(end), !enders.contains(sentence.word(end)) {
      if sentence.word(end) == "so", sentence.word(end + 1) != "that" { break }
      end += 1
    }
    return end
  }
}

/// Who is spoken of.
enum Person {
  private static let pronouns: Set<String> = [
    "you", "he", "she", "they", "nobody", "anybody", "anyone", "somebody", "someone", "everybody", "everyone",
  ]
  private static let articles: Set<String> = [
    "the", "our", "your", "that", "this", "these", "those", "a", "some", "no",
  ]
  /// First names that are words of other kinds too: they count with a capital only.
  private static let ambiguous: Set<String> = [
    "mark", "max", "grace", "frank", "rob", "li", "lee", "jean", "wei", "mia", "sam", "will",
  ]

  /// Spoken of without an article.
  private static let departments: Set<String> = [
    "ops", "qa", "devops", "management", "leadership", "marketing", "sales", "support", "finance", "procurement", "hr",
  ]

  /// Behind the words for somebody; nil where there are none, and for who speaks.
  static func end(at index: Int, in sentence: SpokenSentence, mayBeYou: Bool) -> Int? {
    let word = sentence.word(index)
    let next = sentence.word(index + 1)
    if word == "no", next == "one" || next == "body" { return index + 2 }
    if word == "you" {
      guard mayBeYou else { return nil }
      return ["guys", "people", "all", "lot", "two", "folks"].contains(next) ? index + 2 : index + 1
    }
    if pronouns.contains(word) { return index + 1 }
    if SpokenReader.isFirstName(sentence, index, but: ambiguous) {
      return next == "and" && SpokenReader.isFirstName(sentence, index + 2, but: ambiguous) ? index + 3 : index + 1
    }
    if departments.contains(word) { return index + 1 }
    guard articles.contains(word) else { return nil }
    for at in (index + 1)..<(index + 4) where !sentence.isMark(at) {
      guard SpokenReader.isRole(sentence.word(at)) else { continue }
      // The last word of them is meant: `the support engineer`.
      var end = at + 1
      while end < index + 5, SpokenReader.isRole(sentence.word(end)) { end += 1 }
      if sentence.word(end) == "on", ["call", "duty", "shift"].contains(sentence.word(end + 1)) { end += 2 }
      return end
    }
    return nil
  }
}
