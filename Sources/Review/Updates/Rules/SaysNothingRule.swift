package import Findings
import Incidents

/// All that is said to be broken, or about the work, would fit any incident.
package struct SaysNothingRule: UpdateRule {
  package let identifier = "says-nothing"
  package let severity = FindingSeverity.warning
  package let summary = "what is broken, or what we are doing, is said in words that fit any incident"
  package let reason = "Who reads it cannot tell whether it is about them, nor whether anybody knows more than they do."
  package let question = "What do people see when they try?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.state != .resolved else { return [] }
    return [UpdateField.broken, .doing].compactMap { field in
      guard let part = reading[field], let first = part.sentences.first,
        part.sentences.allSatisfy({ $0.words.allSatisfy(ClauseWords.saysNothing) })
      else { return nil }
      let span = first.span(of: first.words.indices)
      if field == .broken {
        return reading.finding(
          self, in: field, at: span, "this says that something is wrong, not what",
          fix: "Paying by card fails: the page says that the card was refused.")
      }
      return reading.finding(
        self, in: field, at: span, "this says that there is work, not which",
        question: "What has been done so far, and what is being done now?",
        fix: "We have stopped this morning's change and are counting payments again.")
    }
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("⟦We have been made aware of an issue⟧.", why: "which fits any day"),
      UpdateExample("⟦Some users are experiencing problems with our service⟧.", why: "which users, which problems?"),
      UpdateExample("⟦We are investigating the issue⟧.", in: .doing, why: "which fits any day"),
      UpdateExample(
        "⟦A fix has been implemented and we are monitoring the results⟧.", in: .doing, state: .monitoring,
        why: "which fix, and what would show that it works?"),
      UpdateExample("⟦Our team is on it⟧.", in: .doing, why: "the same in fewer words"),
      UpdateExample("The website is down.", why: "short, and it says what people see"),
      UpdateExample(
        "We are investigating. Orders by invoice stay open.", in: .doing, why: "something is said beside it"),
      UpdateExample("We are looking for the cause of the double charges.", in: .doing, why: "which cause"),
      UpdateExample("We are restarting the mail machines one by one.", in: .doing, why: "which work"),
    ]
  }
}
