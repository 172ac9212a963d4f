import Crypto
import Foundation

/// A random text that opens something: a session, a one-time link, the API.
///
/// Only its digest is kept. With 32 random bytes there is nothing to guess, so that one plain SHA-256 is enough.
package struct AccessSecret: Sendable {
  package enum Kind: Sendable {
    /// 32 random bytes, base 64 for URLs without padding.
    case session
    case invitation
    /// `mdy_`, 32 random bytes and 4 of checksum in hexadecimal, so that scanners find a leaked one and know it for real.
    case token
  }

  package static let tokenPrefix = "mdy_"
  private static let randomBytes = 32
  private static let checksumBytes = 4

  package let text: String

  package static func random(_ kind: Kind) -> AccessSecret {
    let bytes = randomBytes(Self.randomBytes)
    switch kind {
    case .session, .invitation: return AccessSecret(text: base64URL(bytes))
    case .token:
      let head = tokenPrefix + hex(bytes)
      return AccessSecret(text: head + checksum(of: head))
    }
  }

  private init(text: String) { self.text = text }

  /// What somebody sent; nil where it cannot be a secret of this kind, which needs no look into the store.
  package init?(_ text: String, kind: Kind) {
    guard text.utf8.count <= AccountLimits.secretBytesMax else { return nil }
    switch kind {
    case .session, .invitation:
      guard text.utf8.count == (Self.randomBytes * 8 + 5) / 6, text.utf8.allSatisfy(Self.isBase64URL) else {
        return nil
      }
    case .token:
      let head = text.dropLast(Self.checksumBytes * 2)
      guard text.hasPrefix(Self.tokenPrefix),
        text.utf8.count == Self.tokenPrefix.utf8.count + (Self.randomBytes + Self.checksumBytes) * 2,
        text.dropFirst(head.count) == Self.checksum(of: String(head))
      else { return nil }
    }
    self.init(text: text)
  }

  /// SHA-256 of the text.
  package var digest: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

  /// What forms of this session bring along: derived, so that it is nowhere stored and leads nowhere back.
  package var csrfToken: String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("mayday form".utf8), using: SymmetricKey(data: Data(text.utf8)))
    return Self.base64URL(Array(code))
  }

  /// Whether two texts are the same, in a time that does not tell how nearly.
  package static func areEqual(_ left: String, _ right: String) -> Bool {
    SHA256.hash(data: Data(left.utf8)) == SHA256.hash(data: Data(right.utf8))
  }

  /// An identifier for lists: 16 hexadecimal digits, opening nothing.
  package static func randomID() -> String { hex(randomBytes(8)) }

  /// From the system's generator, which is fit for keys.
  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  private static func checksum(of head: String) -> String {
    hex(Array(SHA256.hash(data: Data(head.utf8)).prefix(checksumBytes)))
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  private static func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
      .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
  }

  private static func isBase64URL(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 95: true
    default: false
    }
  }
}

extension AccessSecret: CustomStringConvertible {
  /// Nothing of the secret, so that it cannot reach a log.
  package var description: String { "secret" }
}
