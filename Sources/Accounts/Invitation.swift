package import Chronology

/// What is known of a one-time link without its secret.
package struct InvitationSummary: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    /// A new account with a role.
    case account(AccountRole)
    /// The first administrator's account.
    case firstAdministrator
    /// A new password for the account with this handle.
    case password(of: String)
  }

  /// Names it in lists; opens nothing.
  package var id: String
  package var purpose: Purpose
  /// Handle of whoever made it; nil for the one that the first start makes.
  package var invitedBy: String?
  package var created: Instant
  package var expires: Instant

  package init(id: String, purpose: Purpose, invitedBy: String?, created: Instant, expires: Instant) {
    self.id = id
    self.purpose = purpose
    self.invitedBy = invitedBy
    self.created = created
    self.expires = expires
  }

  /// What the account will be; nil where the link is for a password.
  package var role: AccountRole? {
    switch purpose {
    case .account(let role): role
    case .firstAdministrator: .administrator
    case .password: nil
    }
  }
}

/// A one-time link, at the one moment at which its secret is known.
package struct Invitation: Hashable, Sendable {
  /// For the link's path; letters, digits, `-` and `_`.
  package var secret: String
  package var summary: InvitationSummary

  package init(secret: String, summary: InvitationSummary) {
    self.secret = secret
    self.summary = summary
  }
}
