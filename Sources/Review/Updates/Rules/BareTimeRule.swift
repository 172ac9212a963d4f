import Documents
package import Findings
import Incidents

/// Times of day in the text, and no zone anywhere in it.
package struct BareTimeRule: UpdateRule {
  package let identifier = "bare-time"
  package let severity = FindingSeverity.warning
  package let summary = "times of day stand without their zone"
  package let reason =
    "Readers in another place put the same words hours away, and wait for a word that has long been given."
  package let question = "In which zone is it?"

  package init() {}

  /// One finding at the first time: the zone is missing once.
  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.audience != .internal else { return [] }
    guard !reading.sentences.contains(where: { Self.namesAPlace($0.sentence) }) else { return [] }
    let proses = reading.parts.flatMap { part in part.blocks.flatMap(\.proses).map { (part.field, $0) } }
    guard !proses.contains(where: { NoZoneRule.hasZone($0.1) }) else { return [] }
    for (field, prose) in proses {
      guard let time = TimeScanner.mentions(in: prose).first(where: { $0.secondOfDay != nil }) else { continue }
      let text = prose.text(in: time.range)
      return [
        reading.finding(self, in: field, at: prose.span(of: time.range), "'\(text)' has no zone", fix: "\(text) UTC")
      ]
    }
    return []
  }

  /// `15:47 (Berlin)`, `16:00 Paris time`, `local time`.
  private static func namesAPlace(_ sentence: Sentence) -> Bool {
    sentence.words.indices.contains { index in
      let word = sentence.words[index]
      if word.text == "time" {
        return index > 0 && (sentence.words[index - 1].isCapitalised || sentence.word(index - 1) == "local")
      }
      guard word.text == "(", index > 1, sentence.word(index - 2) == ":", index + 1 < sentence.words.count else {
        return false
      }
      return sentence.words[index + 1].isCapitalised
    }
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("We stopped the change at ⟦15:50⟧.", in: .doing, why: "which 15:50?"),
      UpdateExample("We stopped the change at 15:50 UTC.", in: .doing, why: "beside the time"),
      UpdateExample("Since 15:47 (Berlin) card payments fail.", why: "by the name of a place"),
      UpdateExample("Between 15:47 and 15:50 CET cards were charged twice.", why: "once for both"),
      UpdateExample("We stopped the change at 15:50.", in: .doing, for: .internal, why: "colleagues share a zone"),
    ]
  }
}
