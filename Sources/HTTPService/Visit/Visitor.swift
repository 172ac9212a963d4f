package import Accounts

/// Who sends a request, as far as it says.
package enum Visitor: Sendable {
  /// Nobody that is known here.
  case stranger
  /// Came with a token or a cookie that is known no longer; `isToken` when it was a token.
  case refused(isToken: Bool)
  /// The person at this machine, where the server was started for them alone.
  case local(Caller)
  case session(Caller, formToken: String, secret: String)
  case token(Caller)

  package var caller: Caller? {
    switch self {
    case .stranger, .refused: nil
    case .local(let caller), .token(let caller): caller
    case .session(let caller, _, _): caller
    }
  }

  /// Whether a browser sends the proof by itself, so that another site could have made it send the request.
  var isSentByBrowser: Bool {
    if case .token = self { false } else { true }
  }
}
