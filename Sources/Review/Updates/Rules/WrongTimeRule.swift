import Chronology
package import Findings
import Incidents

/// An instant that cannot be right.
package struct WrongTimeRule: UpdateRule {
  package let identifier = "wrong-time"
  package let severity = FindingSeverity.error
  package let summary = "the trouble begins in the future, or the next word is promised for the past"
  package let reason = "A promise that is broken when it is read costs more trust than the trouble itself."
  package let question = "Which instant is meant, in which zone?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    var findings: [Finding] = []
    let now = reading.context.now
    if let since = reading.update.since, since > now {
      findings.append(reading.finding(self, in: .since, "the trouble would begin only at \(UpdateClock.text(since))"))
    }
    if let next = reading.update.nextBy, next <= now {
      findings.append(
        reading.finding(
          self, in: .nextBy, "the next word is promised for \(UpdateClock.text(next)), which has passed",
          question: "When will we write again at the latest?"))
    }
    return findings
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("⟦2024-03-02T14:00:00Z⟧", in: .nextBy, why: "ten minutes ago"),
      UpdateExample("⟦2024-03-02T14:30:00Z⟧", in: .since, why: "in twenty minutes"),
      UpdateExample("2024-03-02T14:30:00Z", in: .nextBy, why: "in twenty minutes"),
      UpdateExample("2024-03-01T09:00:00Z", in: .since, why: "since yesterday"),
    ]
  }
}

/// Instants in the reviewer's sentences.
enum UpdateClock {
  /// `2024-03-02 14:30 UTC`.
  static func text(_ instant: Instant) -> String {
    let clock = instant.clock()
    return "\(instant.rfc3339.prefix(10)) \(clock.time.prefix(5)) UTC"
  }

  /// `14:30 UTC`.
  static func timeOfDay(_ instant: Instant) -> String { "\(instant.clock().time.prefix(5)) UTC" }
}
