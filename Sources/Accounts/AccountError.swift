/// Why something about accounts was not done.
///
/// It never holds a password, a link's secret, a session's or a token.
package struct AccountError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    /// Too many attempts: the whole seconds to wait.
    case throttled(seconds: Int)
    /// The handle is unknown, its account not active, or the password another; nobody is told which.
    case wrongCredentials
    /// The caller may not do this.
    case notAllowed
    case invalidHandle
    case invalidDisplayName
    case invalidPassword
    case invalidLabel
    case invalidScopes
    case invalidExpiry
    case handleTaken
    case noSuchAccount
    /// Used, withdrawn, too old, or never there.
    case noSuchInvitation
    case noSuchSession
    case noSuchToken
    /// It would leave nobody to administer.
    case lastAdministrator
    case limitPassed(limit: Int, actual: Int)
    /// Others held the store, or the hashing of passwords, for longer than the timeout.
    case busy
    case notARecord
    case newerSchema
    /// What is stored cannot be read as it was written.
    case damaged
    case storage
  }

  package let code: Code
  /// The field, account or file.
  package let place: String
  /// The fact, in one lower-case sentence without a full stop.
  package let message: String
  /// What to do.
  package let hint: String?

  package init(_ code: Code, place: String, message: String, hint: String? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  package var description: String {
    "\(place): \(message)" + (hint.map { "; \($0)" } ?? "")
  }

  /// One sentence for all that can be wrong, so that it does not tell who has an account.
  package static let wrongCredentials = AccountError(
    .wrongCredentials, place: "sign-in", message: "the handle and the password do not belong together",
    hint: "check both; an administrator can give you a link for a new password")

  package static func throttled(seconds: Int) -> AccountError {
    AccountError(
      .throttled(seconds: seconds), place: "sign-in", message: "there were too many attempts",
      hint: "try again in \(seconds) \(seconds == 1 ? "second" : "seconds")")
  }

  package static func notAllowed(_ what: String) -> AccountError {
    AccountError(.notAllowed, place: "accounts", message: what, hint: "ask an administrator")
  }

  package static func noSuchAccount(_ handle: String) -> AccountError {
    AccountError(
      .noSuchAccount, place: "account '\(handle.prefix(AccountLimits.handleScalarsMax))'",
      message: "there is no such account", hint: "the list of accounts has the handles")
  }
}
