/// How a component does, in the words of its users.
package enum ComponentState: String, Codable, CaseIterable, Hashable, Sendable {
  case operational
  case degraded
  case partialOutage = "partial-outage"
  case majorOutage = "major-outage"
  case maintenance
}
