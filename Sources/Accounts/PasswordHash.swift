import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt with its cost and a salt of its own (RFC 7914).
///
/// The text form is that of the Password Hashing Competition: `$scrypt$ln=15,r=8,p=3$SALT$HASH`, base 64 without padding.
/// Hashing at the standard cost takes 32 MiB and a good quarter of a second of one core: never do it on a thread that
/// others wait for.
package struct PasswordHash: Sendable {
  package let cost: ScryptCost
  private let salt: [UInt8]
  private let hash: [UInt8]

  private static let saltBytes = 16
  private static let hashBytes = 32
  private static let partBytesMax = 64

  /// Throws where memory is too short to hash.
  package init(password: String, cost: ScryptCost = .standard) throws {
    self.cost = cost
    salt = AccessSecret.randomBytes(Self.saltBytes)
    let key = try Self.derive(password, salt: salt, cost: cost, bytes: Self.hashBytes)
    hash = unsafe key.withUnsafeBytes { unsafe Array($0) }
  }

  private init(cost: ScryptCost, salt: [UInt8], hash: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.hash = hash
  }

  /// The hash of no password, as much work to check as another of this cost.
  package static func decoy(cost: ScryptCost = .standard) -> PasswordHash {
    PasswordHash(
      cost: cost, salt: AccessSecret.randomBytes(saltBytes), hash: AccessSecret.randomBytes(hashBytes))
  }

  /// Reads the text form; nil for anything else, and for a cost beyond all reason.
  package init?(text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
    let numbers = parts[2].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    guard numbers.count == 3, numbers.allSatisfy({ $0.count == 2 }), numbers.map({ $0[0] }) == ["ln", "r", "p"],
      let rounds = Int(numbers[0][1]), let blockSize = Int(numbers[1][1]), let parallelism = Int(numbers[2][1]),
      let cost = ScryptCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism),
      let salt = Self.bytes(base64: parts[3]), let hash = Self.bytes(base64: parts[4])
    else { return nil }
    self.init(cost: cost, salt: salt, hash: hash)
  }

  package var text: String {
    "$scrypt$ln=\(cost.rounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(Self.base64(salt))$\(Self.base64(hash))"
  }

  /// Whether it is the hash of `password`, in a time that does not tell how nearly.
  package func verifies(_ password: String) throws -> Bool {
    let key = try Self.derive(password, salt: salt, cost: cost, bytes: hash.count)
    // Keys are compared in constant time.
    return key == SymmetricKey(data: hash) && !password.isEmpty
  }

  /// Whether a hash made today would be harder to guess.
  package func isWeaker(than today: ScryptCost) -> Bool {
    cost.work < today.work
  }

  private static func derive(_ password: String, salt: [UInt8], cost: ScryptCost, bytes: Int) throws -> SymmetricKey {
    var secret = Array(PasswordRules.composed(password).utf8)
    // The library stops the program for no bytes at all.
    if secret.isEmpty { secret = [0] }
    return try KDF.Scrypt.deriveKey(
      from: secret, salt: salt, outputByteCount: bytes, rounds: 1 << cost.rounds, blockSize: cost.blockSize,
      parallelism: cost.parallelism)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
  }

  private static func bytes(base64 text: Substring) -> [UInt8]? {
    guard text.utf8.count <= partBytesMax * 4 / 3 + 1, !text.contains("=") else { return nil }
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: text + padding), (8...partBytesMax).contains(data.count) else { return nil }
    return Array(data)
  }
}

extension PasswordHash: CustomStringConvertible {
  /// Without salt and hash, so that neither reaches a log.
  package var description: String { "scrypt, cost \(cost.rounds), \(cost.blockSize), \(cost.parallelism)" }
}
