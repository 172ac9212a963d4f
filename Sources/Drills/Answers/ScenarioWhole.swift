package import Chronology
package import Findings
package import Plans

/// A scenario as lists show it; its name and title say little, since responders read lists too.
package struct ScenarioListing: Codable, Hashable, Sendable {
  package var name: String
  package var title: String
  /// Name of the plan that it rehearses.
  package var plan: String?
  package var minutes: Int?
  package var injectCount: Int
  package var expectationCount: Int
  /// Whether it stands in the record; else it ships with Mayday.
  package var isOurs: Bool
  package var lastPlayed: CivilDate?
  package var errorCount: Int
  package var warningCount: Int

  package init(
    _ scenario: Scenario, name: String, findings: [Finding], isOurs: Bool, lastPlayed: CivilDate?
  ) {
    self.name = name
    title = scenario.title
    plan = scenario.plan
    minutes = scenario.minutes
    injectCount = scenario.injects.count
    expectationCount = scenario.expectations.count
    self.isOurs = isOurs
    self.lastPlayed = lastPlayed
    errorCount = findings.count { $0.severity == .error }
    warningCount = findings.count { $0.severity == .warning }
  }
}

/// A scenario with its text and what the check finds; whoever reads it knows the answer.
package struct ScenarioWhole: Codable, Hashable, Sendable {
  package var scenario: ScenarioListing
  /// The document, as Markdown.
  package var text: String
  package var findings: [Finding]
  /// Of the record; 0 where it ships with Mayday and was never written here.
  package var version: Int64
  /// Why it is kept no longer.
  package var retired: String?

  package init(
    scenario: ScenarioListing, text: String, findings: [Finding], version: Int64, retired: String? = nil
  ) {
    self.scenario = scenario
    self.text = text
    self.findings = findings
    self.version = version
    self.retired = retired
  }
}

/// What to rehearse next, and with what.
package struct DrillSuggestion: Codable, Hashable, Sendable {
  package var plan: String
  package var planTitle: String
  /// In words: how long it was not played, and how bad it would be.
  package var why: String
  /// Name of a scenario for it; nil where there is none that was not played lately.
  package var scenario: String?
  /// Number of an incident of our own from which one can be made.
  package var incident: Int?

  package init(_ choice: DrillChoice, material: DrillMaterial?) {
    plan = choice.plan.name
    planTitle = choice.plan.title
    why = choice.why
    switch material {
    case .scenario(let name): scenario = name
    case .incident(let number): incident = number
    case nil: break
    }
  }
}
