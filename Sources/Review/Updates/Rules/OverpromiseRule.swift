package import Findings
import Incidents

/// A promise that nobody can keep.
package struct OverpromiseRule: UpdateRule {
  package let identifier = "overpromise"
  package let severity = FindingSeverity.warning
  package let summary = "a promise that nobody can keep: never again, guaranteed, repaired by noon"
  package let reason =
    "The next incident is measured by it. What can be promised is the next word, and what we will do."
  package let question = "What do we know that we will do, whatever happens?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    reading.sentences.flatMap { field, sentence -> [Finding] in
      let givesBack = sentence.words.contains { Self.givingBack.contains($0.text) }
      let hopes = sentence.words.contains { Self.hopes.contains($0.text) }
      let never = Self.never.all(in: sentence).filter { !Self.isDenied($0, sentence) && !givesBack }.map {
        reading.finding(
          self, in: field, at: sentence.span(of: $0), "'\(sentence.text(of: $0))' is more than anybody can promise",
          fix: "Before the next change goes out, it is tried on one order in a hundred.")
      }
      guard reading.context.state != .resolved, !hopes, ClauseWords.hasTime(sentence) else { return never }
      let repairs = Self.repairs.all(in: sentence).map {
        reading.finding(
          self, in: field, at: sentence.span(of: $0), "the end of the trouble is promised for a time",
          question: "Is this certain? If not: what do we expect, and by when do we write again?",
          fix: "We expect to be done by 16:00 UTC, and write by then in any case.")
      }
      return never + repairs
    }
  }

  private static func isDenied(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    (max(0, range.lowerBound - 3)..<range.lowerBound).contains {
      ["not", "cannot", "no", "never", "nobody"].contains(sentence.word($0))
    }
  }

  private static let hopes: Set<String> = [
    "expect", "expects", "expected", "hope", "estimate", "estimated", "aim", "plan", "probably", "likely", "should",
    "may", "might", "could", "if", "until", "once", "when", "not", "unless", "intend",
  ]
  /// What is in our hands.
  private static let givingBack: Set<String> = ["refund", "refunds", "refunded", "repaid", "returned", "repay"]
  private static let never: PhraseTable = [
    "never ever? happen|happens|occur|occurs|recur|be again?", "will|can|does|do|shall not happen|occur|recur again",
    "will|can|does|shall not happen|occur a second|another time", "never again",
    "guarantee|guarantees|guaranteed that|there|it|no|this|you|your|our|full|complete|a|the|against|not|will",
    "we guarantee", "100 percent|% safe|secure|reliable|available|certain", "impossible for this to",
    "never recur|recurs|repeat|repeats", "once and for all",
    "will|can|could not happen|occur in the? future", "cannot happen|occur|recur again|in",
    "will|shall always be available|up|reachable|online", "completely eliminate|eliminated|eliminates",
    "rest assured that this", "can|will not be? repeated",
  ]
  private static let repairs: PhraseTable = [
    "will be fully|completely? fixed|resolved|restored|repaired|back|solved|working|available|online",
    "we|we'll will? fix|resolve|restore|repair|solve this|it|the|everything|all|service",
    "we|we'll|it|it'll|everything|service will? be back|up|online|running|working",
    "going to be fine|fixed|resolved|restored|back|over", "everything|service|it will work|run|function",
  ]

  package var examples: [UpdateExample] {
    [
      UpdateExample("This will ⟦never happen again⟧.", in: .more, why: "nobody knows that"),
      UpdateExample("⟦We guarantee⟧ that every order arrives.", in: .more, why: "the same"),
      UpdateExample("The shop ⟦will be fully restored⟧ by 16:00 UTC.", in: .doing, why: "a promise of the repair"),
      UpdateExample("We make sure this ⟦does not happen again⟧.", in: .more, why: "by what?"),
      UpdateExample("We guarantee a full refund for tickets of today.", in: .more, why: "in our hands"),
      UpdateExample("We cannot guarantee delivery today.", in: .more, why: "no promise"),
      UpdateExample("We expect that the shop will be restored by 16:00 UTC.", in: .doing, why: "an expectation"),
      UpdateExample(
        "Every double charge will be returned by Tuesday.", in: .meanwhile, why: "in our hands, and not the repair"),
      UpdateExample("We will write again by 16:00 UTC.", in: .more, why: "the promise that can be kept"),
    ]
  }
}
