import Documents
package import Findings
import Incidents

/// Exclamation marks and capitals.
package struct LoudRule: UpdateRule {
  package let identifier = "loud"
  package let severity = FindingSeverity.warning
  package let summary = "exclamation marks, or words in capitals"
  package let reason = "A calm voice is believed. A loud one sounds like alarm to some and like advertising to others."
  package let question = "What does it say without?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.audience != .internal else { return [] }
    return reading.parts.flatMap { part in
      let proses = part.blocks.flatMap(\.proses)
      return proses.compactMap { prose -> Finding? in
        guard let range = Self.exclamation(in: prose) else { return nil }
        return reading.finding(
          self, in: part.field, at: prose.span(of: range), "an exclamation mark", fix: "A full stop.")
      }
        + part.sentences.compactMap { sentence in
          guard let range = Self.capitals(in: sentence) else { return nil }
          return reading.finding(
            self, in: part.field, at: sentence.span(of: range), "'\(sentence.text(of: range))' is set in capitals")
        }
    }
  }

  /// The first mark, or row of marks, at the end of a word.
  private static func exclamation(in prose: Prose) -> Range<Int>? {
    let scalars = prose.scalars
    guard
      let at = scalars.indices.first(where: { index in
        scalars[index] == "!" && index > 0 && !scalars[index - 1].isSpace
          && !goesOn(behind: index, scalars)
      })
    else { return nil }
    var end = at
    while end < scalars.count, scalars[end] == "!" { end += 1 }
    return at..<end
  }

  /// `Yahoo! mail`: the mark belongs to a name in the midst of a sentence.
  private static func goesOn(behind index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index + 1 < scalars.count else { return false }
    if scalars[index + 1].isLetterOrDigit { return true }
    return scalars[(index + 1)...].first { !$0.isSpace }?.properties.isLowercase ?? false
  }

  private static let alarms: Set<String> = [
    "URGENT", "ATTENTION", "IMPORTANT", "CRITICAL", "ALERT", "WARNING", "IMMEDIATELY",
  ]

  /// A word of alarm, or three words in a row, one of which is too long for an abbreviation.
  private static func capitals(in sentence: Sentence) -> Range<Int>? {
    var start: Int?
    for index in sentence.words.indices {
      let written = sentence.text(of: index..<(index + 1))
      if alarms.contains(written) { return index..<(index + 1) }
      let isLoud = written.count > 1 && written.allSatisfy { $0.isLetter && $0.isUppercase }
      if isLoud, start == nil { start = index }
      guard !isLoud || index + 1 == sentence.words.count, let from = start else { continue }
      let run = from..<(isLoud ? index + 1 : index)
      start = nil
      if run.count >= 3, run.contains(where: { sentence.word($0).count > 4 }) { return run }
    }
    return nil
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("Payments fail⟦!⟧", why: "readers know how bad it is"),
      UpdateExample("Everything works again⟦!!!⟧", in: .more, why: "no feast"),
      UpdateExample("⟦URGENT⟧: card payments fail.", why: "alarm"),
      UpdateExample("Please ⟦DO NOT ORDER AGAIN⟧ today.", in: .meanwhile, why: "it can be said in a calm voice"),
      UpdateExample("Please do not order again today.", in: .meanwhile, why: "the same, calm"),
      UpdateExample("Please do NOT order again today.", in: .meanwhile, why: "one word, for those who skim"),
      UpdateExample("Payments by SEPA and IBAN work.", in: .affected, why: "abbreviations"),
    ]
  }
}
