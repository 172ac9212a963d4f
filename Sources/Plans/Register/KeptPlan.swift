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
    PlanRegister.Entry(plan, findings: findings, lastDrill: lastDrill)
  }
}

/// A drill of a plan that reached its end.
package struct PlayedDrill: Hashable, Sendable {
  package var number: Int
  package var day: CivilDate
  /// How it went, in a few words.
  package var words: String
  /// Why it does not show that the plan holds; nil where it does.
  package var shortfall: String?

  package init(number: Int, day: CivilDate, words: String, shortfall: String? = nil) {
    self.number = number
    self.day = day
    self.words = words
    self.shortfall = shortfall
  }
}
