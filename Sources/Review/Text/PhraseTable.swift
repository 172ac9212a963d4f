/// Phrases to look for at a word, found by their first word.
///
/// A phrase is words with single spaces; `a|b` allows either, `?` behind a word makes it optional. Tables are built once;
/// a look-up costs as much as there are phrases with the same first word.
struct PhraseTable: Sendable, ExpressibleByArrayLiteral {
  private struct Step {
    var words: [String]
    var isOptional: Bool
  }

  private var byFirst: [String: [[Step]]] = [:]

  init(arrayLiteral phrases: String...) {
    for phrase in phrases {
      let steps = phrase.split(separator: " ").map { part in
        let isOptional = part.hasSuffix("?")
        return Step(
          words: (isOptional ? part.dropLast() : part).split(separator: "|").map(String.init), isOptional: isOptional)
      }
      guard let first = steps.first, !first.isOptional else {
        preconditionFailure("a phrase begins with a word: \(phrase)")
      }
      for word in first.words { byFirst[word, default: []].append(steps) }
    }
  }

  /// How many words the longest phrase that begins at `index` takes; nil when none does.
  func match(_ sentence: Sentence, at index: Int) -> Int? {
    guard let candidates = byFirst[sentence.word(index)] else { return nil }
    return candidates.compactMap { Self.length(of: $0, at: index, word: sentence.word) }.max()
  }

  /// The first phrase in the sentence that stands outside quotation marks.
  func first(in sentence: Sentence) -> Range<Int>? {
    for index in sentence.words.indices where !sentence.words[index].isQuoted {
      if let length = match(sentence, at: index) { return index..<(index + length) }
    }
    return nil
  }

  /// All phrases in the sentence that stand outside quotation marks, in order, without overlap.
  func all(in sentence: Sentence) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < sentence.words.count {
      guard !sentence.words[index].isQuoted, let length = match(sentence, at: index) else {
        index += 1
        continue
      }
      result.append(index..<(index + length))
      index += length
    }
    return result
  }

  /// The same over plain words.
  func match(_ words: [String], at index: Int) -> Int? {
    guard let candidates = words.indices.contains(index) ? byFirst[words[index]] : nil else { return nil }
    return candidates.compactMap { steps in
      Self.length(of: steps, at: index) { words.indices.contains($0) ? words[$0] : "" }
    }.max()
  }

  private static func length(of steps: [Step], at start: Int, word: (Int) -> String) -> Int? {
    var index = start
    for step in steps {
      if step.words.contains(word(index)) { index += 1 } else if !step.isOptional { return nil }
    }
    return index - start
  }
}
