internal import Crypto

/// A SHA-256: 32 bytes, written as 64 lower-case hexadecimal digits.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  package static let byteCount = 32
  /// Stands in place of the previous hash in the first event.
  package static let zero = ContentHash(checked: [UInt8](repeating: 0, count: byteCount))

  package let bytes: [UInt8]

  private init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// Nil unless there are exactly 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits in either case; nil for anything else.
  package init?(hex: some StringProtocol) {
    let digits = hex.utf8.map { digit -> UInt8? in
      switch digit {
      case 48...57: digit - 48
      case 65...70: digit - 55
      case 97...102: digit - 87
      default: nil
      }
    }
    guard digits.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    for at in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[at], let low = digits[at + 1] else { return nil }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }

  /// The SHA-256 of some bytes.
  package init(of content: [UInt8]) {
    bytes = Array(SHA256.hash(data: content))
  }

  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
