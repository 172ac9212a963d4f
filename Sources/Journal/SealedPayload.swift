/// What an event says, with the salt that its hash covers.
///
/// The salt is random and is erased together with the bytes: without it, anybody could find a short payload again by
/// hashing guesses and comparing them with the hash that stays in the chain.
package struct SealedPayload: Hashable, Sendable {
  package static let saltBytes = 16

  package let salt: [UInt8]
  package let bytes: [UInt8]

  package init(salt: [UInt8], bytes: [UInt8]) {
    self.salt = salt
    self.bytes = bytes
  }

  /// Seals with a fresh salt.
  package init(sealing bytes: [UInt8]) {
    var random = SystemRandomNumberGenerator()
    self.init(salt: (0..<Self.saltBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }, bytes: bytes)
  }

  /// SHA-256 over the ``CanonicalBytes`` of: `mayday.payload.1`, the salt, the bytes.
  package var hash: ContentHash {
    var canonical = CanonicalBytes()
    canonical.append("mayday.payload.1")
    canonical.append(salt)
    canonical.append(bytes)
    return canonical.hash
  }
}
