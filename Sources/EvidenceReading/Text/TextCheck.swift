/// Whether bytes are text.
enum TextCheck {
  enum Kind { case plain, invalid, hasNUL }

  /// Looks for NUL and for what is no UTF-8.
  ///
  /// Eight bytes at a time as long as they are ASCII.
  @inline(__always)
  static func kind(of line: Span<UInt8>) -> Kind {
    let isPlain = unsafe line.withUnsafeBytes { raw in
      var index = 0
      var high: UInt64 = 0
      var nul: UInt64 = 0
      while index + 8 <= raw.count {
        // Within the bounds that were just compared.
        let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        high |= word
        nul |= (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
        index += 8
      }
      while index < raw.count {
        let byte = unsafe raw[index]
        high |= UInt64(byte)
        if byte == 0 { nul |= 0x80 }
        index += 1
      }
      return (high & 0x8080_8080_8080_8080) | nul == 0
    }
    return isPlain ? .plain : slowKind(of: line)
  }

  private static func slowKind(of line: Span<UInt8>) -> Kind {
    if line.firstIndex(of: 0, from: 0) != nil { return .hasNUL }
    return isUTF8(line) ? .plain : .invalid
  }

  /// Well-formed by table 3-7 of the Unicode Standard.
  static func isUTF8(_ line: Span<UInt8>) -> Bool {
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard (0xC2...0xF4).contains(byte), index + length <= line.count else { return false }
      let second = line[index + 1]
      let range: ClosedRange<UInt8> =
        switch byte {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
      guard range.contains(second) else { return false }
      for offset in 2..<max(2, length) where !(0x80...0xBF).contains(line[index + offset]) { return false }
      index += length
    }
    return true
  }
}
