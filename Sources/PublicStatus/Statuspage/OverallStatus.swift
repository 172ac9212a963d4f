/// The state of the whole page, as Statuspage's readers know it.
package struct OverallStatus: Codable, Hashable, Sendable {
  /// `none`, `minor`, `major`, `critical` or `maintenance`.
  package var indicator: String
  package var description: String
}

extension StatusReport {
  /// What open incidents and components come to, the worst of them, in Statuspage's own words.
  package var overallStatus: OverallStatus {
    let impact = incidents.filter(\.isOpen).map(\.impact).max() ?? .none
    let weight = components.map(\.state.weight).max() ?? 0
    let isCritical = impact == .critical || weight == ComponentState.majorOutage.weight
    let isMajor = impact == .major || weight == ComponentState.partialOutage.weight
    if isCritical { return OverallStatus(indicator: "critical", description: "Major Service Outage") }
    if isMajor { return OverallStatus(indicator: "major", description: "Partial System Outage") }
    if impact == .minor { return OverallStatus(indicator: "minor", description: "Minor Service Outage") }
    if weight == ComponentState.degraded.weight {
      return OverallStatus(indicator: "minor", description: "Partially Degraded Service")
    }
    if weight == ComponentState.maintenance.weight || maintenances.contains(where: \.isActive) {
      return OverallStatus(indicator: "maintenance", description: "Service Under Maintenance")
    }
    return OverallStatus(indicator: "none", description: "All Systems Operational")
  }
}
