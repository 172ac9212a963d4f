/// FNV-1a with 64 bits and a final mix: small, the same on every machine, not for secrets.
///
/// http://www.isthe.com/chongo/tech/comp/fnv/ gives the constants; the mix is the finaliser of MurmurHash3.
package struct StableHash: Sendable {
  static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x100_0000_01b3

  private var state = Self.offset

  package init() {}

  package mutating func combine(_ text: some StringProtocol) {
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* Self.prime }
    // A byte that no text contains keeps ("ab", "c") apart from ("a", "bc").
    state = (state ^ 0xff) &* Self.prime
  }

  package var value: UInt64 { Self.mixed(state) }

  /// Spreads the bits of a hash over all places.
  static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash ^= hash >> 33
    hash = hash &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
    hash = hash &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ (hash >> 33)
  }

  /// As ``LineScanner`` hashes a word, for tables of words that it asks about.
  static func word(_ text: String) -> UInt64 {
    var hash = offset
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
    return hash
  }
}
