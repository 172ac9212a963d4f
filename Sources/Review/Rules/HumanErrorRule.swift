import Documents
package import Findings

/// A slip stands as the cause, and the sentence stops there.
package struct HumanErrorRule: ReviewRule {
  package let identifier = "human-error"
  package let severity = FindingSeverity.warning
  package let summary = "human error, or an accident of somebody's, stands as the cause"
  package let reason =
    "People slip every day; only some days end in an incident. What differed on this day is the cause."
  package let question = "What made the slip easy, and what let it get so far?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    context.sentences.compactMap { sentence in
      guard !sentence.isQuestion, let range = passage(in: sentence), !explains(sentence) else { return nil }
      return context.finding(
        self, at: sentence.span(of: range), "'\(sentence.text(of: range))' stands as the cause",
        fix: "The console showed both clusters under one label, and the command ran without asking which.")
    }
  }

  private static let causes: PhraseTable = [
    "due|attributable|attributed|down|owing to a|an|the? simple|single? human|user|operator|manual|pilot error|errors|mistake|slip",
    "caused|triggered|introduced by a|an|the? simple|single? human|user|operator|manual|pilot error|errors|mistake|slip",
    "because|result of a|an|the? simple|single? human|user|operator|manual|pilot error|errors|mistake|slip",
    "cause is|was|: a|an|the? simple|single? human|user|operator|manual|pilot error|errors|mistake|slip",
    "due|attributable|attributed|owing to insufficient|inadequate attention|care|diligence",
    "caused by inattention|carelessness", "due to inattention|oversight",
    "accidental execution|deletion|removal|shutdown|restart|termination of",
    "was|were|been accidentally|mistakenly|inadvertently deleted|removed|dropped|terminated|overwritten|disabled|shut|destroyed",
  ]
  /// At the head of a cause they are all of it.
  private static let heads: PhraseTable = ["human|user|operator|pilot|manual error|errors|mistake|slip"]
  /// Where the words are spoken of, or meant to be prevented.
  private static let others: Set<String> = [
    "not", "never", "no", "rather", "instead", "symptom", "prevent", "prevents", "avoid", "reduce", "reduces",
    "against",
    "blame", "any", "than", "risk", "harder", "protect", "possible", "could", "can", "would", "if", "might", "may",
    "chance", "likelihood", "prone", "detect",
  ]

  private func passage(in sentence: Sentence) -> Range<Int>? {
    guard !sentence.words.contains(where: { Self.others.contains($0.text) }) else { return nil }
    if let range = Self.causes.first(in: sentence) { return range }
    let start = Vocabulary.articles.contains(sentence.word(0)) ? 1 : 0
    guard sentence.section == .rootCause, sentence.words.indices.contains(start), !sentence.words[start].isQuoted,
      let length = Self.heads.match(sentence, at: start)
    else { return nil }
    return 0..<(start + length)
  }

  /// The conditions stand in the same sentence: `because both hosts carry one label`.
  private func explains(_ sentence: Sentence) -> Bool {
    sentence.words.indices.contains { index in
      ["because", "since", "as"].contains(sentence.word(index)) && sentence.word(index + 1) != "of"
        && index > 2
    }
  }

  package var examples: [RuleExample] {
    [
      RuleExample("The outage was ⟦due to human error⟧.", why: "where the inquiry should begin"),
      RuleExample("⟦Human error⟧ during the upgrade.", why: "all that is said of the cause"),
      RuleExample("The root ⟦cause was a manual mistake⟧.", why: "the same"),
      RuleExample("The index ⟦was accidentally deleted⟧.", why: "nobody is named, and nothing is explained"),
      RuleExample("The ⟦accidental execution of⟧ a script stopped all workers.", why: "an accident, made by nothing"),
      RuleExample("Operator error is never a root cause.", why: "the words are spoken of"),
      RuleExample("The prompt makes it harder to delete an index by mistake.", why: "a guard"),
      RuleExample(
        "The index was accidentally deleted because both clusters carry the same label.", why: "with its condition"),
      RuleExample("The parser reports a user error for an empty name.", why: "a message of a program"),
    ]
  }
}
