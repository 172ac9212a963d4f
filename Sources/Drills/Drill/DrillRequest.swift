package import Chronology

/// A drill that somebody wants to plan.
package struct DrillRequest: Hashable, Sendable {
  /// Name of the scenario.
  package var scenario: String
  package var day: CivilDate?
  /// Nobody: whoever plans it practises alone.
  package var people: [DrillPerson]
  /// Seconds of drill time in one second.
  package var speed: Int
  /// Whether what comes comes by the clock; else whoever leads releases each.
  package var isByClock: Bool

  package init(
    scenario: String, day: CivilDate? = nil, people: [DrillPerson] = [], speed: Int = 1, isByClock: Bool = true
  ) {
    self.scenario = scenario
    self.day = day
    self.people = people
    self.speed = speed
    self.isByClock = isByClock
  }
}
