/// The words in which somebody is sorry.
enum Apology {
  private static let words: Set<String> = [
    "sorry", "apologise", "apologize", "apologies", "apology", "apologising", "apologizing", "regret", "forgive",
  ]

  static func isMade(in sentence: Sentence) -> Bool { sentence.words.contains { words.contains($0.text) } }
}
