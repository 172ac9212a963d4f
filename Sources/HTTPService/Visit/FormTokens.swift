import Crypto
import Foundation

/// Makes and checks the tokens that prove that a form is one of our own pages' (CSRF).
///
/// A session has a token of its own, kept with it. A browser that is not signed in is given a secret in a cookie, and its
/// forms carry a code over it, which nobody can make without this process's key; so does the local visitor, who has no
/// cookie. Comparing takes the same time wherever the difference lies.
struct FormTokens: Sendable {
  private let key: SymmetricKey

  init(key: SymmetricKey = SymmetricKey(size: .bits256)) { self.key = key }

  /// The token that a form shown to this visitor carries; nil where no browser is involved.
  func token(for context: VisitContext) -> String? {
    switch context.visitor {
    case .session(_, let token, _): token
    case .local: code(over: "local")
    case .stranger, .refused(isToken: false):
      context.visitSecret.isEmpty ? nil : code(over: "visit:\(context.visitSecret)")
    case .token, .refused(isToken: true): nil
    }
  }

  func accepts(_ given: String?, from context: VisitContext) -> Bool {
    guard let given, let expected = token(for: context), !expected.isEmpty else { return false }
    return Self.areEqual(given, expected)
  }

  /// A new secret for a browser's cookie: 256 bits of chance.
  static func newSecret() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes { base64URL(Data($0)) }
  }

  /// Compares digests, which takes the same time wherever the texts differ.
  static func areEqual(_ first: String, _ second: String) -> Bool {
    SHA256.hash(data: Data(first.utf8)) == SHA256.hash(data: Data(second.utf8))
  }

  private func code(over text: String) -> String {
    Self.base64URL(Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)))
  }

  /// RFC 4648, section 5, without padding.
  private static func base64URL(_ data: Data) -> String {
    data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }
}
