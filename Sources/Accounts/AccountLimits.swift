/// Every bound on accounts, invitations, sessions and tokens.
package enum AccountLimits {
  package static let handleScalarsMin = 2
  package static let handleScalarsMax = 40
  package static let displayNameScalarsMax = 80
  /// Counted in Unicode scalars of the composed form (NFC).
  package static let passwordScalarsMin = 10
  package static let passwordScalarsMax = 200
  package static let tokenLabelScalarsMax = 80
  /// What is kept of a browser's name, and of an address.
  package static let agentScalarsMax = 200
  package static let addressScalarsMax = 64
  /// A longer secret is not looked up at all.
  package static let secretBytesMax = 128

  package static let accountsMax = 1_000
  package static let openInvitationsMax = 100
  /// Of one account; the one seen longest ago makes room.
  package static let sessionsMax = 50
  /// Of one account.
  package static let tokensMax = 50

  package static let firstInvitationSeconds: Double = 6 * 3600
  package static let invitationSeconds: Double = 7 * 86_400
  package static let passwordResetSeconds: Double = 24 * 3600
  package static let sessionIdleSeconds: Double = 12 * 3600
  package static let sessionSeconds: Double = 14 * 86_400
  /// How exactly the last use of a session or a token is known.
  package static let lastSeenSeconds: Double = 60
  /// How long an address is remembered as one from which an account signed in.
  package static let knownAddressSeconds: Double = 30 * 86_400

  /// Passwords that are hashed at the same time, and those that may wait for it.
  package static let hashesAtOnceMax = 2
  package static let hashesWaitingMax = 64
}
