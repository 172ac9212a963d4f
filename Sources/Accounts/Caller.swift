/// What a token may be used for.
package enum TokenScope: String, Codable, CaseIterable, Hashable, Sendable {
  case read
  case respond
  case administer

  /// What an account needs so that a token of this scope is of any use.
  package var least: Permission {
    switch self {
    case .read: .read
    case .respond: .respond
    case .administer: .administer
    }
  }

  /// Whether a token of this scope alone is enough, as far as its account may.
  package func covers(_ permission: Permission) -> Bool {
    switch (self, permission) {
    case (.read, .read), (.respond, .read), (.respond, .respond): true
    case (.administer, .read), (.administer, .configure), (.administer, .administer): true
    default: false
    }
  }
}

/// Who asks for something, and by which way they came.
package struct Caller: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// A person at the machine that holds the record.
    case local
    case session(id: String)
    case token(id: String)
  }

  /// The handle by which the record names them.
  package var account: String
  package var displayName: String
  package var role: AccountRole
  /// Nil: everything that the role may.
  package var scopes: Set<TokenScope>?
  package var origin: Origin

  package init(
    account: String, displayName: String, role: AccountRole, scopes: Set<TokenScope>? = nil, origin: Origin
  ) {
    self.account = account
    self.displayName = displayName
    self.role = role
    self.scopes = scopes
    self.origin = origin
  }

  /// Whoever can read the record's file may do everything in it.
  package static func local(_ name: String) -> Caller {
    Caller(account: name, displayName: name, role: .administrator, origin: .local)
  }

  package func may(_ permission: Permission) -> Bool {
    guard AccessTable.allows(role, permission) else { return false }
    guard let scopes else { return true }
    return scopes.contains { $0.covers(permission) }
  }

  /// Whether they may see and end the sessions and tokens of an account.
  package func mayTendAccess(of handle: String) -> Bool {
    may(.administer) || (account == handle && may(.ownAccess))
  }
}
