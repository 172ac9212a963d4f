package import Chronology
package import Findings
package import Plans

/// A plan of the record with what the check finds in it.
package struct KeptPlan: Sendable {
  package var record: TextRecord
  package var plan: Plan
  package var findings: [Finding]
  /// The last time that it was played; nil when it never was.
  package var lastDrill: PlayedDrill?

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
}
