/// Something that people say and that closes a conversation; what it is, why, and what opens it.
///
/// Like a rule of the reviewer it is its documentation and its tests at once.
package struct SpeechPattern: Sendable {
  let forms: [PatternForm]
  package let kind: SpeechKind
  /// Why it closes the conversation, in one sentence.
  package let reason: String
  /// What opens it, the best first, with places for the words of the sentence: see ``Wording``.
  ///
  /// At least one has no place in it, so that there is always an answer.
  package let wordings: [String]
  /// What lets it pass where it stands in the same sentence.
  private let excuses: [PatternForm]
  /// Whether a `not` before it leaves it what it is.
  private let survivesNegation: Bool
  package let examples: [SpeechExample]

  init(
    _ forms: [String], _ kind: SpeechKind, _ reason: String, say wordings: [String], unless excuses: [String] = [],
    survivesNegation: Bool = false, examples: [SpeechExample]
  ) {
    self.forms = forms.map { PatternForm($0) }
    self.kind = kind
    self.reason = reason
    self.wordings = wordings
    self.excuses = excuses.map { PatternForm($0) }
    self.survivesNegation = survivesNegation
    self.examples = examples
  }

  /// All of them, in no order that matters.
  package static let all: [SpeechPattern] =
    accusingQuestions + lookingForWho + reproaches + judgements + othersBlamed + shuttingDown + tryingHarder
    + bareCauses

  /// Where it fits a sentence.
  func match(in sentence: SpokenSentence) -> PatternMatch? {
    guard !excuses.contains(where: { $0.match(in: sentence) != nil }) else { return nil }
    for form in forms {
      if let match = form.match(in: sentence), survivesNegation || !Self.isNegated(match.marked.lowerBound, sentence) {
        return match
      }
    }
    return nil
  }

  private static let negations: Set<String> = [
    "not", "never", "no", "nobody", "without", "stop", "instead", "than", "avoid",
  ]

  private static func isNegated(_ index: Int, _ sentence: SpokenSentence) -> Bool {
    for before in (max(0, index - 4)..<index).reversed() {
      if sentence.isMark(before) { return false }
      if negations.contains(sentence.word(before)) { return true }
    }
    return false
  }
}

/// A sentence for a pattern: what must be found in it, and what is said then.
package struct SpeechExample: Sendable {
  /// `⟦` and `⟧` enclose the words that must be found; without marks nothing must be.
  package let marked: String
  /// The first wording.
  package let says: String?

  init(_ marked: String, _ says: String? = nil) {
    self.marked = marked
    self.says = says
  }

  package var mustFire: Bool { marked.contains("⟦") }
  package var text: String { marked.filter { $0 != "⟦" && $0 != "⟧" } }
}
