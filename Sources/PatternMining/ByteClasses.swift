/// What each byte adds to the tally of the token that it stands in; zero for bytes that end a token.
///
/// Four counters of 16 bits in one word: digits, the letters a–f, other letters (and bytes above 127), marks. One
/// addition per byte then tells at the end of a token what it is made of.
struct ByteClasses: Sendable {
  /// One for every value of a byte.
  ///
  /// An array, because a table inside the struct would be copied with it for every line.
  private let tallies: [UInt64]

  init() {
    tallies = (0...UInt8.max).map { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): 1
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): 1 << 16
      case UInt8(ascii: "g")...UInt8(ascii: "z"), UInt8(ascii: "G")...UInt8(ascii: "Z"), 0x80...0xff: 1 << 32
      case 0...UInt8(ascii: " "), 0x7f: 0
      default: "\"'()[]{}<>,;=|:?&/`".utf8.contains(byte) ? 0 : 1 << 48
      }
    }
  }

  /// One entry for every value of a byte.
  var entries: [UInt64] { tallies }

  @inline(__always)
  static func tally(of byte: UInt8, in table: borrowing Span<UInt64>) -> UInt64 {
    // A byte is below 256, the number of entries: nothing to check in the innermost loop.
    unsafe table[unchecked: Int(byte)]
  }
}

/// The counts of ``ByteClasses`` for one token.
struct TokenTally {
  var packed: UInt64

  var digits: Int { Int(packed & 0xffff) }
  var hexLetters: Int { Int(packed >> 16 & 0xffff) }
  var otherLetters: Int { Int(packed >> 32 & 0xffff) }
  var marks: Int { Int(packed >> 48) }
  var hasDigits: Bool { packed & 0xffff != 0 }
  var isNumber: Bool { packed >> 16 == 0 }
}
