package import Findings
import Incidents

/// Something is claimed as certain that is still being looked for.
package struct EarlyCertaintyRule: UpdateRule {
  package let identifier = "early-certainty"
  package let severity = FindingSeverity.warning
  package let summary = "a cause, or that nothing was lost, is claimed as certain while the investigation runs"
  package let reason = "The first explanation is often wrong. Taking it back in public costs more than leaving it open."
  package let question = "How do we know? If it is a guess, does the reader need it?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.state == .investigating, reading.context.audience != .internal else { return [] }
    return reading.sentences.flatMap { field, sentence -> [Finding] in
      guard field != .apology, !sentence.isQuestion, !sentence.words.contains(where: { Self.hedges.contains($0.text) })
      else { return [] }
      let causes = (Self.causes.all(in: sentence) + Self.reasons.all(in: sentence)).filter {
        !Self.isTroubleItself(behind: $0, sentence)
      }
      return causes.map {
        reading.finding(
          self, in: field, at: sentence.span(of: $0), "a cause is claimed while the state says that we look for it",
          fix: "We do not know the cause yet. It began shortly after a change at 13:40 UTC, which we have taken back.")
      }
        + Self.safety.all(in: sentence).map {
          reading.finding(
            self, in: field, at: sentence.span(of: $0), "'\(sentence.text(of: $0))' is claimed while we still look",
            fix: "We have found no lost orders so far, and are checking.")
        }
    }
  }

  private static let hedges: Set<String> = [
    "think", "may", "might", "probably", "suspect", "suspects", "could", "likely", "appears", "appear", "seems", "seem",
    "far", "believe", "whether", "if", "possibly", "perhaps", "unknown", "unclear", "assume", "known", "not", "suggest",
    "suggests", "indications", "checking", "apparently", "possible", "until",
  ]
  private static let causes: PhraseTable = [
    "caused by", "root cause is|was|has", "the cause is|was|has", "triggered by",
    "the problem|issue|fault lies with|in",
    "is|was|are|were the|a result of", "the reason is|was",
  ]
  /// Causes only before a thing: a parcel may be due to arrive.
  private static let reasons: PhraseTable = [
    "due to a|an|the|our|high|increased|unusual|unusually|heavy|network|hardware|maintenance|human|faulty|technical",
    "because of a|an|the|our|high|increased|unusual|unusually|heavy|network|hardware|human|faulty", "as a result of",
    "owing to a|an|the|our|high|increased",
  ]
  private static let safety: PhraseTable = [
    "no customer|user|personal|payment? data was|is|has|were been? lost|affected|exposed|leaked|compromised|at",
    "there was|is|has been? no data breach|leak|loss", "no data was|is|has been? lost|exposed|leaked|accessed",
    "all customer|user|personal data is|are|remains|remain|stays completely|fully|entirely? safe|secure",
    "customer|user|personal data is|are|remains|remain|stays completely|fully|entirely? safe|secure",
    "your money|savings|orders|files|photos|messages|bookings is|are safe|secure",
    "your data is|are|remains|remain completely|fully|entirely? safe|secure|unaffected",
    "no orders|messages|files|payments|bookings were|are|have been? lost|affected",
  ]
  private static let trouble: Set<String> = [
    "outage", "incident", "problem", "problems", "issue", "issues", "disruption", "failure", "delay", "delays", "this",
  ]

  /// `because of the outage you cannot order`: the trouble as the reason of its effects.
  private static func isTroubleItself(behind range: Range<Int>, _ sentence: Sentence) -> Bool {
    (range.upperBound - 1...range.upperBound + 1).contains { trouble.contains(sentence.word($0)) }
      && ["due", "because", "owing", "as"].contains(sentence.word(range.lowerBound))
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample(
        "Card payments fail. This was ⟦caused by⟧ a change at 13:40 UTC.", state: .investigating,
        why: "half an hour in, it is a guess"),
      UpdateExample(
        "The site is slow ⟦due to high⟧ traffic.", state: .investigating, why: "known, or supposed?"),
      UpdateExample("⟦Your data is safe⟧.", in: .more, state: .investigating, why: "who has looked?"),
      UpdateExample(
        "Card payments fail. This was caused by a change at 13:40 UTC.", state: .identified, why: "the cause is known"),
      UpdateExample(
        "It may be due to the change of 13:40 UTC, which we have taken back.", in: .doing, state: .investigating,
        why: "it says that it is a guess"),
      UpdateExample(
        "Parcels due to arrive today will come tomorrow.", state: .investigating, why: "due in another sense"),
      UpdateExample(
        "Because of the outage you cannot see your orders.", state: .investigating, why: "an effect, no cause"),
      UpdateExample(
        "So far we have found no lost orders.", in: .more, state: .investigating, why: "as far as it is known"),
    ]
  }
}
