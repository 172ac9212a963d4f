package import Findings
import Incidents

/// An apology that takes itself back.
package struct WeakApologyRule: UpdateRule {
  package let identifier = "weak-apology"
  package let severity = FindingSeverity.warning
  package let summary = "an apology with an if, without a speaker, or replaced by thanks"
  package let reason =
    "Who was harmed hears that it is not certain, that nobody did it, or that they are to be patient."
  package let question = "For what exactly are we sorry, in one sentence that begins with we?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.audience != .internal else { return [] }
    let isSorry = reading.sentences.contains { Apology.isMade(in: $0.sentence) }
    var findings = reading.sentences.compactMap { field, sentence in
      finding(in: sentence, field, isSorry: isSorry, reading)
    }
    if findings.isEmpty, !isSorry, reading.context.audience == .customers, let part = reading[.apology],
      let sentence = part.sentences.first
    {
      findings.append(
        reading.finding(
          self, in: .apology, at: sentence.span(of: sentence.words.indices), "this does not say that we are sorry",
          fix: Self.plain))
    }
    return findings
  }

  private func finding(in sentence: Sentence, _ field: UpdateField, isSorry: Bool, _ reading: UpdateReading) -> Finding?
  {
    if let range = Self.conditional.first(in: sentence) {
      return reading.finding(
        self, in: field, at: sentence.span(of: range), "the apology depends on a condition", fix: Self.plain)
    }
    if let range = Self.passive.first(in: sentence) {
      return reading.finding(self, in: field, at: sentence.span(of: range), "nobody says sorry here", fix: Self.plain)
    }
    if !isSorry, let range = Self.thanks.first(in: sentence) {
      return reading.finding(
        self, in: field, at: sentence.span(of: range), "thanks stand where an apology should", fix: Self.plain)
    }
    return nil
  }

  private static let plain = "We are sorry for the orders that you could not finish."

  private static let conditional: PhraseTable = [
    "sorry|apologise|apologize|apologies|regret if|should",
    "sorry|apologise|apologize|apologies|apology|regret for|about? any inconvenience|inconveniences|trouble|troubles|disruption|disruptions|frustration|confusion|delay|delays|issue|issues|problem|problems|distress|impact",
    "sorry|apologise|apologize|apologies to anyone|those|anybody who|that may|might",
    "apologise|apologize|apologies|sorry in advance", "affected|impacted , if any", "to the extent that",
    "inconvenience|trouble|frustration|disruption this|it|that may|might|could have? cause|caused",
    "inconvenience|trouble|frustration|disruption you|that|which may|might have? experienced|caused|felt|had",
    "if you|anyone|anybody were|was|have|has been? inconvenienced|affected , we|please apologise|apologize",
    "if this|it has? caused", "any inconvenience|inconveniences",
  ]
  private static let passive: PhraseTable = [
    "sorry|apologise|apologize|apologies that? you|some|people may? feel|felt|think", "mistakes|errors were made",
    "apologies are|is offered|extended|due", "is|are regretted|regrettable",
    "inconvenience caused is regretted", "it is|was unfortunate|regrettable that",
    "this is|was unfortunate|regrettable",
    "we regret to inform", "you may feel|have felt",
  ]
  private static let thanks: PhraseTable = [
    "thank|thanks you? for your|the? patience|understanding|cooperation|bearing|support|continued",
    "thank|thanks you? for bearing", "appreciate your|the patience|understanding|cooperation|support|continued",
    "your patience|understanding is|are appreciated", "bear with us", "grateful for your patience|understanding",
  ]

  package var examples: [UpdateExample] {
    [
      UpdateExample("We are ⟦sorry if⟧ this caused trouble.", in: .apology, why: "it did"),
      UpdateExample("We ⟦apologise for any inconvenience⟧.", in: .apology, why: "there may have been none, it says"),
      UpdateExample(
        "Apologies for the ⟦inconvenience this may have caused⟧.", in: .apology, why: "the doubt at the end is one too"),
      UpdateExample("⟦Mistakes were made⟧.", in: .apology, why: "by nobody"),
      UpdateExample("⟦Thank you for your patience⟧.", in: .apology, why: "nobody was asked whether they have it"),
      UpdateExample("⟦We know how much you rely on us⟧.", in: .apology, why: "and then?"),
      UpdateExample("We are sorry.", in: .apology, why: "an apology"),
      UpdateExample("We are sorry for the double charges. Thank you for waiting.", in: .apology, why: "both"),
      UpdateExample("We are sorry for any order charged twice; each comes back.", in: .apology, why: "there were some"),
      UpdateExample("We apologise to everyone who could not order.", in: .apology, why: "it names the harm"),
      UpdateExample("This was our mistake, and we apologize.", in: .apology, why: "it says by whom"),
      UpdateExample("If you were charged twice, the money comes back.", in: .meanwhile, why: "a condition, no apology"),
    ]
  }
}
