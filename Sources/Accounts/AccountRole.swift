/// What a person may do in Mayday as a whole; roles within an incident are another thing.
package enum AccountRole: String, Codable, CaseIterable, Hashable, Sendable {
  /// Reads whatever is not private.
  case reader
  /// Declares and works on incidents, and speaks for the team.
  case responder
  /// Sets Mayday up, and looks after accounts.
  case administrator
}

extension AccountRole: Comparable {
  package static func < (left: AccountRole, right: AccountRole) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .reader: 0
    case .responder: 1
    case .administrator: 2
    }
  }
}
