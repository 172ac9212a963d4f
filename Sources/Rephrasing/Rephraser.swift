import Findings
import Review

/// Tells of a sentence what in it closes a conversation, and what would open it.
///
/// Pure: a text in, an answer out; nothing is kept. English only, by the words.
package enum Rephraser {
  /// What is found in each sentence of a text, and what to say in its place.
  package static func answer(to text: String) throws(RephraseRefusal) -> RephraseAnswer {
    let count = text.unicodeScalars.count
    guard count <= RephraseLimits.textScalarsMax else { throw .tooLong(count) }
    let sentences = SpokenReader.sentences(of: text)
    guard !sentences.isEmpty else { throw .empty }
    guard sentences.count <= RephraseLimits.sentencesMax else { throw .tooMany(sentences.count) }
    return RephraseAnswer(
      sentences: sentences.map { RephrasedSentence(text: $0.text, findings: findings(in: $0)) })
  }

  /// Something found, with how much it weighs.
  private struct Candidate {
    var kind: SpeechKind
    /// Scalars of the sentence.
    var range: Range<Int>
    var reason: String
    var wordings: [String]

    func isBefore(_ other: Candidate) -> Bool {
      (kind.weight, range.count, other.range.lowerBound) > (other.kind.weight, other.range.count, range.lowerBound)
    }
  }

  /// The strongest first; of several on the same words the strongest alone.
  ///
  /// What was made for written words is asked where nothing that was made for spoken ones fits.
  private static func findings(in sentence: SpokenSentence) -> [RephraseFinding] {
    let said = spoken(sentence)
    let all = said.isEmpty ? written(sentence) + action(sentence) : said
    var kept: [Candidate] = []
    for candidate in all.sorted(by: { $0.isBefore($1) })
    where !kept.contains(where: { $0.range.overlaps(candidate.range) || $0.reason == candidate.reason }) {
      kept.append(candidate)
    }
    return kept.prefix(RephraseLimits.findingsPerSentenceMax).map { candidate in
      let words = sentence.scalars[candidate.range]
      return RephraseFinding(
        kind: candidate.kind.rawValue, passage: String(String.UnicodeScalarView(words)),
        column: candidate.range.lowerBound + 1, endColumn: candidate.range.upperBound + 1, reason: candidate.reason,
        wordings: candidate.wordings)
    }
  }

  private static let wordingsMax = 2

  private static func spoken(_ sentence: SpokenSentence) -> [Candidate] {
    SpeechPattern.all.compactMap { pattern in
      guard let match = pattern.match(in: sentence) else { return nil }
      let wording = Wording(sentence, match)
      return Candidate(
        kind: pattern.kind, range: sentence.range(of: match.marked), reason: pattern.reason,
        wordings: Array(pattern.wordings.compactMap { wording.filled($0) }.prefix(wordingsMax)))
    }
  }

  // MARK: The reviewer's rules

  private static func written(_ sentence: SpokenSentence) -> [Candidate] {
    SpokenRules.findings(in: sentence.scalars).compactMap { finding in
      guard let kind = SpeechKind(rawValue: finding.rule), finding.span.line == 1 else { return nil }
      let start = min(finding.span.column - 1, sentence.scalars.count)
      let range = start..<max(start, min(finding.span.endColumn - 1, sentence.scalars.count))
      guard !range.isEmpty, !isLeftAlone(range, sentence) else { return nil }
      return Candidate(
        kind: kind, range: range, reason: finding.reason, wordings: [finding.question])
    }
  }

  /// Fine when said, however it would read in a document.
  private static let fine = [
    "nobody could", "no one could", "thank|thanks|grateful",
    "user|operator error|errors rate|rates|message|messages|page|pages",
  ].map { PatternForm($0) }

  /// Whoever tells of their own mistake goes first, and is not corrected; what a team says of itself without a judgement
  /// is a fact.
  private static func isLeftAlone(_ range: Range<Int>, _ sentence: SpokenSentence) -> Bool {
    let before = sentence.words.filter { $0.range.lowerBound < range.upperBound }.map(\.text)
    if sentence.words.first(where: { $0.range.lowerBound >= range.lowerBound })?.text == "we" { return true }
    if fine.contains(where: { $0.match(in: sentence) != nil }) { return true }
    let own: Set<String> = ["i", "my", "mine", "myself", "me"]
    let opinions: Set<String> = ["think", "believe", "guess", "know", "say", "mean", "feel", "find", "wonder", "told"]
    return before.indices.contains { index in
      own.contains(before[index]) && !(index + 1 < before.count && opinions.contains(before[index + 1]))
    }
  }

  private static let assigning: Set<String> = [
    "improve", "consider", "train", "enhance", "strengthen", "increase", "optimise", "optimize", "tighten",
    "investigate",
  ]

  /// A task given in words of which nobody could say when they are done.
  private static func action(_ sentence: SpokenSentence) -> [Candidate] {
    var first = 0
    while ["we", "you", "must", "should", "need", "have", "to", "please", "just", "so"].contains(sentence.word(first)) {
      first += 1
    }
    let isLooking = sentence.word(first) == "look" && sentence.word(first + 1) == "into"
    guard assigning.contains(sentence.word(first)) || isLooking, sentence.words.count - first <= 9,
      let question = SpokenRules.question(aboutAction: sentence.text)
    else { return [] }
    let last = Clause.end(from: first, in: sentence)
    return [
      Candidate(
        kind: .vagueAction, range: sentence.range(of: first..<last),
        reason: "Nobody could say when this is done, so it stays open until it is forgotten.", wordings: [question])
    ]
  }
}
