/// Hashes the shape of a message and remembers its identifiers.
struct ShapeSink: TokenSink {
  static let identifiersMax = 4

  private(set) var shape: UInt64 = StableHash.offset
  private(set) var identifiers = InlineArray<4, UInt64>(repeating: 0)
  private(set) var identifierCount = 0

  @inline(__always)
  mutating func take(delimiters: UInt64, token: Range<Int>, word: UInt64?) {
    shape = Self.step(shape ^ delimiters)
    shape = Self.step(shape ^ (word ?? 0x9e37_79b9_7f4a_7c15))
  }

  mutating func identifier(_ hash: UInt64) {
    guard identifierCount < Self.identifiersMax else { return }
    identifiers[identifierCount] = hash
    identifierCount += 1
  }

  @inline(__always)
  private static func step(_ value: UInt64) -> UInt64 {
    let product = value &* 0xff51_afd7_ed55_8ccd
    return product ^ (product >> 32)
  }
}

/// Writes the template of a message: called once per shape, not once per line.
struct TemplateSink: TokenSink {
  /// Bytes of a template.
  static let bytesMax = 1024

  private let message: [UInt8]
  private var bytes: [UInt8] = []
  /// Words after which the rest counts as one variable token.
  private var wordsLeft: Int

  init(message: [UInt8], wordsMax: Int = .max) {
    self.message = message
    wordsLeft = wordsMax
  }

  var template: String {
    String(decoding: bytes.prefix(Self.bytesMax), as: UTF8.self)
  }

  mutating func take(delimiters: UInt64, token: Range<Int>, word: UInt64?) {
    guard wordsLeft > 0 else { return }
    for shift in stride(from: 56, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: delimiters >> UInt64(shift))
      if byte != 0, !(bytes.isEmpty && byte == 32) { bytes.append(byte) }
    }
    if word == nil {
      bytes.append(contentsOf: "<*>".utf8)
    } else {
      bytes.append(contentsOf: message[token])
      wordsLeft -= 1
      if wordsLeft == 0 { bytes.append(contentsOf: " <*>".utf8) }
    }
  }

  mutating func identifier(_ hash: UInt64) {}
}
