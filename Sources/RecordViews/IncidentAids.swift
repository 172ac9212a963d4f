package import Plans

/// What stands beside an incident for those who lead it: who can be called, whose names are known, what its plans say.
package struct IncidentAids: Sendable {
  /// As of today; empty where the incident is read as it was.
  package var calls = CallList()
  package var known = KnownNames()
  /// By the number of the followed plan within the incident: the plan as it was taken; missing where that was erased.
  package var plans: [Int: Plan] = [:]

  package init() {}
}
