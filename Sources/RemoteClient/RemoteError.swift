/// Why a server gave no answer that Mayday understands.
package struct RemoteError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Hashable, Sendable {
    /// `MAYDAY_URL` or `MAYDAY_TOKEN` cannot be used.
    case invalidSetting = "invalid-setting"
    case cannotReach = "cannot-reach"
    case timedOut = "timed-out"
    /// The certificate, or the handshake.
    case insecure
    /// It leads elsewhere.
    case redirect
    /// Something answers, but not Mayday.
    case notMayday = "not-mayday"
    /// A Mayday that speaks another version of the interface.
    case otherVersion = "other-version"
    case tooLarge = "too-large"
  }

  package let code: Code
  /// The address, or the setting.
  package let place: String
  /// The fact, in one lower-case sentence without a full stop.
  package let message: String
  /// What to do.
  package let hint: String

  package init(_ code: Code, place: String, message: String, hint: String) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  package var description: String { "\(place): \(message); \(hint)" }
}
