/// What an operation asks of its caller.
package enum Permission: String, CaseIterable, Hashable, Sendable {
  /// Incidents that are not private, components, the policy.
  case read
  /// Declaring and working on incidents, updates, components' states, maintenance, near misses.
  case respond
  /// The policy: severities, roles, protocols, templates; the list of components; the status page's settings.
  case configure
  /// Accounts, invitations, every private incident.
  case administer
  /// One's own sessions, tokens and password; never by token.
  case ownAccess
}

/// Who may do what: the one table.
package enum AccessTable {
  package static func allows(_ role: AccountRole, _ permission: Permission) -> Bool {
    switch permission {
    case .read, .ownAccess: true
    case .respond: role >= .responder
    case .configure, .administer: role == .administrator
    }
  }
}
