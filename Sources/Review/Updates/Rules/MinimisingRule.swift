package import Findings
import Incidents

/// The trouble is made smaller than it is for those who have it.
package struct MinimisingRule: UpdateRule {
  package let identifier = "minimising"
  package let severity = FindingSeverity.warning
  package let summary = "the trouble is made small: minor, brief, only a few"
  package let reason = "For the person who reads it, it is all there is. Smallness is shown by a number, or not at all."
  package let question = "How many, and for how long?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    reading.sentences.flatMap { field, sentence in
      let counted = ClauseWords.hasNumber(sentence) ? [] : Self.counted.all(in: sentence)
      return (Self.always.all(in: sentence) + counted).map {
        reading.finding(
          self, in: field, at: sentence.span(of: $0), "'\(sentence.text(of: $0))' makes it small",
          fix: "About 40 of 1,200 orders, for 35 minutes.")
      }
    }
  }

  private static let always: PhraseTable = [
    "minor|small|little|tiny|slight technical? issue|issues|problem|problems|inconvenience|hiccup|bug|incident|glitch|glitches|disruption|outage|error|difficulties",
    "glitch|glitches|hiccup|hiccups|blip|blips", "isolated incident|incidents|issue|issues|case|cases|problem|event",
    "nothing serious|to worry", "no big deal", "merely|simply|just a|an minor|small|brief|temporary|slight",
    "temporary inconvenience",
  ]
  /// Fair beside a number.
  private static let counted: PhraseTable = [
    "only|just|merely a few|handful|small|tiny|minority|fraction|limited|subset|couple", "only|just some|few|limited",
    "a very|extremely|relatively small|limited|tiny number|subset|fraction|portion|group|percentage",
    "very few users|customers|people|clients|accounts|orders",
    "a tiny|minuscule number|fraction|minority|subset|portion",
    "brief|short|momentary|fleeting interruption|interruptions|outage|disruption|delay|period|disturbance|downtime",
    "briefly unavailable|down|affected|interrupted", "minor|slight|small|short delay|delays", "limited impact",
    "minimal|negligible impact|effect|disruption",
  ]

  package var examples: [UpdateExample] {
    [
      UpdateExample("There is a ⟦minor issue⟧ with card payments.", why: "not for those who cannot pay"),
      UpdateExample("A ⟦glitch⟧ charged cards twice.", why: "it cost money"),
      UpdateExample("⟦Only a small⟧ number of orders is affected.", in: .affected, why: "small beside what?"),
      UpdateExample("Photos were ⟦briefly unavailable⟧.", why: "for how long?"),
      UpdateExample("Only card payments are affected; invoices work.", in: .affected, why: "it says what is left"),
      UpdateExample("Only a few orders are affected: 40 of 1,200.", in: .affected, why: "the numbers stand beside it"),
      UpdateExample("A brief outage of 90 seconds was seen at 14:02 UTC.", why: "a duration stands beside it"),
      UpdateExample("Deliveries within the city are a day late.", why: "it says how late"),
    ]
  }
}
