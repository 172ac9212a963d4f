import Chronology
package import Findings
import Incidents

/// The promised word is overdue, and the update does not say so.
package struct MissedWordRule: UpdateRule {
  package let identifier = "missed-word"
  package let severity = FindingSeverity.warning
  package let summary = "the promised word is overdue, and the text does not say so"
  package let reason =
    "Readers know what they were promised. A word that passes over it makes the next promise worth less."
  package let question = "What did we promise, and how late are we?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.isMissed, !reading.sentences.contains(where: { Self.owns($0.sentence) }) else { return [] }
    let promised = reading.context.previousNextBy.map { " by \(UpdateClock.timeOfDay($0))" } ?? ""
    return [
      reading.finding(
        self, in: .more, "the word promised\(promised) is late, and nothing here says so",
        severity: reading.context.audience == .customers ? .error : nil,
        fix: "We promised word\(promised) and are late.")
    ]
  }

  /// Whether we say of our own word that it is late.
  private static func owns(_ sentence: Sentence) -> Bool {
    phrases.first(in: sentence) != nil
  }

  private static let phrases: PhraseTable = [
    "we|i had? promised", "we|i had? said|told you? we|i|you", "we|we're|i|i'm are|am? late",
    "update|word|message|news|this|it is|was|comes|came late|overdue|later", "late update|word|message",
    "we|i missed|broke our|the|that|this|my", "missed|broken our|the|that promise|update|deadline|time",
    "we|i should have written|told|updated|posted|let|said|informed|been", "kept you waiting",
    "we|i did not write|update|post|tell|keep|get|say|send", "promised you?", "have been silent|quiet",
    "late with this|our|the", "later than we|promised|planned", "delay|delayed in|with? writing|updating|posting|this",
    "overdue", "should have come|been earlier|sooner|posted|sent|written",
  ]

  package var examples: [UpdateExample] {
    let late: (inout UpdateContext, inout UpdateText) -> Void = { context, _ in
      context.isMissed = true
      context.previousNextBy = UpdateExample.now.advanced(bySeconds: -600)
    }
    return [
      UpdateExample("⟦⟧", in: .more, why: "readers waited for ten minutes", with: late),
      UpdateExample(
        "⟦⟧Parcels are late as well.", in: .more, why: "parcels, not our word", with: late),
      UpdateExample("We promised word by 14:00 UTC and are late.", in: .more, why: "said plainly", with: late),
      UpdateExample("This update is overdue; we are sorry.", in: .more, why: "the same in other words", with: late),
      UpdateExample("", in: .more, why: "nothing was promised for an earlier time"),
    ]
  }
}
