extension ComponentState {
  /// Statuspage's word for it.
  var statuspageWord: String {
    switch self {
    case .operational: "operational"
    case .degraded: "degraded_performance"
    case .partialOutage: "partial_outage"
    case .majorOutage: "major_outage"
    case .maintenance: "under_maintenance"
    }
  }
}

extension PublicMaintenanceState {
  /// Statuspage's word for it, which has none for work that was called off: it is over.
  var statuspageWord: String {
    switch self {
    case .scheduled: "scheduled"
    case .inProgress: "in_progress"
    case .verifying: "verifying"
    case .completed, .cancelled: "completed"
    }
  }
}
