/// Where an incident stands in its life.
package enum IncidentState: String, Codable, CaseIterable, Hashable, Sendable {
  /// Declared; nobody has said yet whether it is one.
  case triage
  case active
  /// Users are not affected any more; the cause may still be there.
  case mitigated
  case resolved
  /// Resolved, and its postmortem is being written.
  case learning
  case closed
  /// Looked at, and no incident.
  case declined
  /// Part of another incident, which it leads on to.
  case merged
  /// Declared by mistake.
  case cancelled

  /// Whether somebody is working against it now.
  package var isRunning: Bool { self == .triage || self == .active || self == .mitigated }

  /// The states that can follow.
  package var next: [IncidentState] {
    switch self {
    case .triage: [.active, .mitigated, .resolved, .declined, .merged, .cancelled]
    case .active: [.mitigated, .resolved, .merged, .cancelled]
    case .mitigated: [.active, .resolved, .merged]
    case .resolved: [.learning, .closed, .active, .merged]
    case .learning: [.closed, .active]
    case .closed: [.active, .learning]
    case .declined, .cancelled: [.triage, .active]
    case .merged: [.active]
    }
  }

  /// Whether going on to `state` opens again what was over; a reason is asked for then.
  package func isReopening(to state: IncidentState) -> Bool { !isRunning && state.isRunning }

  /// Whether a reason is asked for on entering it.
  package var needsReason: Bool { self == .declined || self == .cancelled }

  /// What people outside would be told without an update that says more; nil where there is nothing to tell.
  package var publicState: PublicState? {
    switch self {
    case .triage, .active: .investigating
    case .mitigated: .monitoring
    case .resolved, .learning, .closed: .resolved
    case .declined, .merged, .cancelled: nil
    }
  }

  /// Reads the word that a document gives for the state of its incident.
  package init(status: String) {
    let word = status.lowercased().split { !$0.isLetter }.first.map(String.init) ?? ""
    switch word {
    case "active", "ongoing", "investigating", "open", "identified": self = .active
    case "mitigated", "monitoring": self = .mitigated
    case "learning": self = .learning
    case "closed", "done", "final", "complete", "completed": self = .closed
    default: self = .resolved
    }
  }
}
