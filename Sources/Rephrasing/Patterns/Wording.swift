/// Makes a sentence of a wording and the words of another one.
///
/// Places: `{to}` the verb with what belongs to it (`tell somebody`), `{ing}` the same as `telling somebody`, `{was}`
/// what was done to its object (`this change was approved`), `{rest}` what is left of the clause, `{they}` the pronoun for
/// whom it is about. A place that cannot be filled without breaking grammar leaves the wording out.
struct Wording: Sendable {
  private let sentence: SpokenSentence
  private let match: PatternMatch

  init(_ sentence: SpokenSentence, _ match: PatternMatch) {
    self.sentence = sentence
    self.match = match
  }

  /// Words of an object beyond which a question is no longer understood when heard.
  private static let wordsMax = 12

  /// The wording with its places filled; nil where one cannot be.
  func filled(_ template: String) -> String? {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let words = words(for: rest[rest.index(after: open)..<close]) else { return nil }
      result += rest[..<open] + words
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    return result.prefix(1).uppercased() + result.dropFirst()
  }

  private func words(for place: Substring) -> String? {
    switch place {
    case "to": base.flatMap { phrase($0, isCut: match.verb?.form != .base) }
    case "ing": verb.flatMap { phrase($0.gerund, isCut: true) }
    case "was": passive
    case "rest": match.rest.flatMap { object($0) }.flatMap { $0.isEmpty ? nil : $0 }
    case "they": pronoun
    default: nil
    }
  }

  // MARK: Verbs

  private var verb: Verb? { match.verb.flatMap { Verb.of(sentence.word($0.index), as: $0.form) } }

  /// Any word that stands where the base form does can stay there.
  private var base: String? {
    if let verb { return verb.base }
    guard let place = match.verb, place.form == .base else { return nil }
    return sentence.word(place.index)
  }

  /// A verb with what belongs to it; `isCut` where a second verb behind it would stand in the wrong form.
  private func phrase(_ verb: String, isCut: Bool) -> String? {
    guard let rest = match.rest else { return nil }
    var end = rest.upperBound
    if isCut {
      for index in rest where ["and", "or"].contains(sentence.word(index)) {
        let next = sentence.word(index + 1)
        if Verb.isForm(next) || next.hasSuffix("ed") || ["then", "not", "just"].contains(next) {
          end = index
          break
        }
      }
    }
    return object(rest.lowerBound..<end).map { $0.isEmpty ? verb : "\(verb) \($0)" }
  }

  // MARK: Objects

  /// What is left out: it only presses.
  private static let dropped: Set<String> = [
    "even", "just", "ever", "stupid", "either", "anymore", "already", "yet", "once", "again",
  ]
  /// Said of nothing before, and of something now.
  private static let positive = [
    "anybody": "somebody", "anyone": "someone", "anything": "something", "anywhere": "somewhere",
  ]
  private static let unfit: Set<String> = ["yourself", "yourselves", "himself", "herself", "themselves"]
  /// What may stand at the end, and says only when.
  private static let tails = [
    ["in", "the", "first", "place"], ["next", "time"], ["at", "all"], ["for", "once"], ["this", "time"],
    ["last", "time"],
  ]

  /// The words of a range, turned so that they fit into a question about the work; nil where they do not.
  private func object(_ range: Range<Int>) -> String? {
    let end = trimmed(range).upperBound
    guard end - range.lowerBound <= Self.wordsMax else { return nil }
    var words: [String] = []
    var last: Range<Int>?
    for index in range.lowerBound..<end {
      let word = sentence.word(index)
      let next = index + 1 < end ? sentence.word(index + 1) : ""
      if Self.unfit.contains(word) { return nil }
      // The two words of a contraction stand together.
      if Self.dropped.contains(word) || sentence.words[index].range == last { continue }
      last = sentence.words[index].range
      if word == "any" {
        if next == "of" { words.append("some") }
      } else if let other = Self.positive[word] {
        words.append(other)
      } else if word == "your", next != "own" {
        words.append("the")
      } else {
        words.append(sentence.written(index))
      }
    }
    return words.joined(separator: " ")
  }

  /// Without what stands at the end and says only when.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    for tail in Self.tails where end - range.lowerBound >= tail.count {
      if (end - tail.count..<end).map({ sentence.word($0) }) == tail { end -= tail.count }
    }
    return range.lowerBound..<end
  }

  private static let prepositions: Set<String> = [
    "to", "in", "on", "at", "from", "with", "without", "by", "into", "of", "for", "off", "out", "up", "down", "back",
    "over", "before", "after", "when", "if", "that", "this", "yesterday", "today", "last", "and", "or",
  ]

  /// `this change was approved`: of a plain object only.
  private var passive: String? {
    guard let verb, let rest = match.rest.map(trimmed), !rest.isEmpty, rest.count <= 4 else { return nil }
    let words = rest.map { sentence.word($0) }
    let isPlain =
      ["this", "that", "it", "these", "those", "the", "our", "your", "my", "a", "an"].contains(words[0])
      && !words.dropFirst().contains { Self.prepositions.contains($0) || Verb.of($0, as: .past) != nil && $0 != "set" }
    guard isPlain, let text = object(rest), let last = words.last else { return nil }
    let isPlural =
      ["these", "those"].contains(words[0])
      || words.count > 1 && !["this", "that", "a", "an"].contains(words[0]) && last.hasSuffix("s")
        && !["ss", "us", "is", "as"].contains { last.hasSuffix($0) }
    return "\(text) \(isPlural ? "were" : "was") \(verb.participle)"
  }

  private var pronoun: String? {
    guard let who = match.who else { return "you" }
    return sentence.word(who.lowerBound) == "you" ? "you" : "they"
  }
}
