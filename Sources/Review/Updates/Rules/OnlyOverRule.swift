package import Findings
import Incidents

/// The last update says that it is over, and not what it was.
package struct OnlyOverRule: UpdateRule {
  package let identifier = "only-over"
  package let severity = FindingSeverity.warning
  package let summary = "the last update says that it is over, and not what was wrong"
  package let reason =
    "It is the one that is read afterwards. Without what was wrong nobody can tell whether it was theirs."
  package let question = "What was wrong, in plain words, and what did we do about it?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.state == .resolved else { return [] }
    let telling = [UpdateField.broken, .doing, .more].compactMap { reading[$0] }
    let isTold = telling.contains { part in
      part.sentences.contains { !$0.words.allSatisfy { ClauseWords.saysNothing($0) || Self.over.contains($0.text) } }
    }
    if !isTold, let first = telling.first, let sentence = first.sentences.first {
      return [
        reading.finding(
          self, in: first.field, at: sentence.span(of: sentence.words.indices),
          "this says that it is over, not what it was",
          fix: Self.plain)
      ]
    }
    guard reading[.broken] != nil, reading[.doing] == nil, reading[.more] == nil, let part = reading[.broken],
      !part.sentences.contains(where: Self.explains)
    else { return [] }
    return [
      reading.finding(self, in: .doing, "nothing says what was wrong, and what was done about it", fix: Self.plain)
    ]
  }

  private static let plain = "A change at 13:40 UTC sent each card payment twice. We have taken it back."

  private static func explains(_ sentence: Sentence) -> Bool {
    sentence.words.contains { ["because", "caused", "cause", "reason", "after", "due", "we"].contains($0.text) }
  }

  private static let over: Set<String> = [
    "resolved", "fixed", "closed", "over", "completed", "complete", "recovered", "recovery", "restored", "fully",
    "operational", "again", "works", "work", "closing", "no", "longer", "mitigated", "marked", "remediated", "stable",
    "successfully", "implemented", "has", "ended", "done", "returned", "available", "healthy", "confirmed", "consider",
  ]

  package var examples: [UpdateExample] {
    let silent: (inout UpdateContext, inout UpdateText) -> Void = { $1.doing = "" }
    return [
      UpdateExample("⟦This incident has been resolved⟧.", state: .resolved, why: "which one was it?", with: silent),
      UpdateExample(
        "⟦The issue is fixed and all systems are operational⟧.", state: .resolved, why: "the same", with: silent),
      UpdateExample("⟦⟧", in: .doing, state: .resolved, why: "what was wrong, and what was done?"),
      UpdateExample(
        "A change at 13:40 UTC sent each card payment twice. We have taken it back.", in: .doing, state: .resolved,
        why: "what was wrong, and what was done"),
      UpdateExample("This incident has been resolved.", state: .monitoring, why: "not the last word", with: silent),
    ]
  }
}
