/// How a component does, in the words of its users.
package enum ComponentState: String, Codable, CaseIterable, Hashable, Sendable {
  case operational
  case degraded
  case partialOutage = "partial-outage"
  case majorOutage = "major-outage"
  case maintenance

  /// How much of it people feel: 0 for nothing, planned work before trouble, 4 for all of it.
  package var weight: Int {
    switch self {
    case .operational: 0
    case .maintenance: 1
    case .degraded: 2
    case .partialOutage: 3
    case .majorOutage: 4
    }
  }
}
