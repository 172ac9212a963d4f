package import Findings
import Incidents

/// A supplier, a person or a team stands as the explanation.
package struct PassingBlameRule: UpdateRule {
  package let identifier = "passing-blame"
  package let severity = FindingSeverity.warning
  package let summary = "a supplier, a person or a team stands as the explanation"
  package let reason =
    "Readers chose us, not those behind us. Who points at others seems to have no hand in the repair."
  package let question = "What does not work, and what are we doing about it, whoever began it?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    reading.sentencesWithHeadline.compactMap { field, sentence -> Finding? in
      guard !sentence.isQuestion else { return nil }
      if let range = Self.supplier.first(in: sentence) {
        return reading.finding(
          self, in: field, at: sentence.span(of: range), "somebody else stands as the explanation",
          fix: "Payments by Visa fail: the service that carries them for us does not answer. We are sending them "
            + "another way.")
      }
      if let range = Self.person.first(in: sentence) {
        return reading.finding(
          self, in: field, at: sentence.span(of: range), "a person stands as the explanation", severity: .error,
          fix: "A change that we made at 13:40 UTC charged some orders twice.")
      }
      guard let passage = BlameRule.passage(in: sentence) else { return nil }
      return reading.finding(
        self, in: field, at: sentence.span(of: passage.range), passage.kind.message, severity: .error)
    }
  }

  private static let supplier: PhraseTable = [
    "caused|triggered by our|a|the|an|one external? of? our|the? upstream|external|third-party|hosting|cloud|payment|network|internet|card|email|sms|data? centre|center? service? provider|providers|supplier|suppliers|vendor|vendors|partner|partners|host|carrier|processor|third-party",
    "provider|providers|supplier|vendor|partner|host|carrier|processor failed us|to", "failed us", "let us down",
    "provider's|supplier's|vendor's|partner's|host's|carrier's|processor's fault|failure|mistake|error|responsibility|incompetence",
    "fault|failure|mistake of|by|with|at our|a|the hosting|cloud|payment|network|external|third-party? provider|supplier|vendor|partner|carrier|processor",
    "due to our|a|an|the external|third-party|hosting|cloud|payment|network|upstream? provider|supplier|vendor|partner|third-party|carrier|provider's|supplier's|vendor's",
    "beyond|outside|outwith our control", "beyond|outside of our control", "out of our hands",
    "not our fault|mistake|doing",
    "we|we're are? not responsible for this|the|it|what", "on their end|side", "a third party is responsible|caused",
    "is|are responsible for this|the outage|problem|disruption|incident", "not caused by us",
    "nothing to do with us", "at|on the? provider's|vendor's|supplier's end|side",
  ]
  private static let person: PhraseTable = [
    "human error|mistake|failure", "operator|user|pilot error",
    "caused by a|an|one|our|the human|employee|engineer|technician|developer|operator|contractor|intern|colleague|administrator|staff",
    "caused by a|an|one|our|the employee's|engineer's|technician's|developer's|operator's|contractor's|administrator's",
    "mistake|error by|of|from a|an|one|our|the of? our|the? employee|engineer|technician|developer|operator|contractor|intern|colleague|administrator|employees|engineers|staff",
    "one of our engineers|developers|employees|staff|technicians made|forgot|deleted|pushed|accidentally|mistakenly",
    "the|those responsible has|have been", "mistake|error|failure on the part of",
    "employee|engineer|technician|developer|operator|contractor has|was been? suspended|dismissed|disciplined|fired",
    "rogue employee|engineer",
    "was|were|been disciplined|dismissed|reprimanded|fired",
  ]

  package var examples: [UpdateExample] {
    [
      UpdateExample("The outage was ⟦caused by our hosting provider⟧.", why: "readers bought from us"),
      UpdateExample("Unfortunately our ⟦provider failed us⟧.", in: .more, why: "the same"),
      UpdateExample("This is ⟦beyond our control⟧.", in: .doing, why: "so nobody is at work?"),
      UpdateExample("It goes back to ⟦human error⟧.", in: .more, why: "a person as the end of the inquiry"),
      UpdateExample("This was ⟦caused by an engineer's⟧ mistake.", in: .more, why: "the same"),
      UpdateExample("⟦The technician forgot to update⟧ a host.", in: .more, why: "the same, as a story"),
      UpdateExample("Orders lost by ⟦human error⟧", in: .title, why: "in the headline"),
      UpdateExample(
        "Card payments fail because the bank's network does not answer; we have asked them to look, and send payments "
          + "another way.", in: .doing, why: "a fact with what we do about it"),
      UpdateExample("A change that we made at 13:40 UTC charged some orders twice.", in: .more, why: "we own it"),
      UpdateExample("We forgot to renew a certificate.", in: .more, why: "our own side"),
      UpdateExample("Our payment partner and we are looking into it together.", in: .doing, why: "no reproach"),
    ]
  }
}
