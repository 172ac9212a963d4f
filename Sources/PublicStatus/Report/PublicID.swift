import Crypto

/// The name that the public knows a thing by: stable, and safe in an address and as the name of a file.
///
/// Letters, digits, `-` and `_`, 1 to ``lengthMax`` of them. Any other text becomes a digest of itself, so that whatever
/// comes from outside still yields a name, always the same one.
package struct PublicID: Hashable, Sendable {
  package let text: String

  /// Characters of a name that is kept as it is.
  package static let lengthMax = 64

  /// The text itself where it is fit, else its digest.
  package init(_ text: String) {
    let isFit = !text.isEmpty && text.utf8.count <= Self.lengthMax && text.utf8.allSatisfy(Self.isPlain)
    self.text = isFit ? text : Self.digest(text)
  }

  /// A name that says nothing about what it was made from: twelve characters, as status page readers are used to.
  ///
  /// Numbers in a row would tell by their gaps that something is kept back; digests have no order. Mix a secret of the
  /// record into `seed` where the seeds could be guessed.
  package init(hashing seed: String) { text = Self.digest(seed) }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func digest(_ seed: String) -> String {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return String(SHA256.hash(data: Array(seed.utf8)).prefix(12).map { letters[Int($0 & 31)] })
  }
}

extension PublicID: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension PublicID: CustomStringConvertible, ExpressibleByStringLiteral {
  package var description: String { text }
  package init(stringLiteral text: String) { self.init(text) }
}
