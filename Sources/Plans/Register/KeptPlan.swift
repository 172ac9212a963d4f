package import Chronology
package import Findings

/// A plan of the record with what the check finds in it.
package struct KeptPlan: Sendable {
  package var record: TextRecord
  package var plan: Plan
  package var findings: [Finding]
  /// The last time that it was played; nil when it never was.
  package var lastDrill: PlayedDrill?

  package init(record: TextRecord, plan: Plan, findings: [Finding], lastDrill: PlayedDrill?) {
    self.record = record
    self.plan = plan
    self.findings = findings
    self.lastDrill = lastDrill
  }

  package var entry: PlanRegister.Entry {
    PlanRegister.Entry(plan, findings: findings, lastPlayed: lastDrill?.day, lastPlayedWords: lastDrill?.words)
  }
}

/// A drill of a plan that is over.
package struct PlayedDrill: Hashable, Sendable {
  package var number: Int
  package var day: CivilDate
  /// How it went, in a few words.
  package var words: String

  package init(number: Int, day: CivilDate, words: String) {
    self.number = number
    self.day = day
    self.words = words
  }
}
