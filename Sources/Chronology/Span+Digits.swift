/// Reading of decimal numbers and names in place: no string, no allocation.
extension Span<UInt8> {
  /// Whether the byte at `index` is `byte`; false beyond the end.
  @inline(__always)
  func isByte(_ byte: UInt8, at index: Int) -> Bool {
    index >= 0 && index < count && self[index] == byte
  }

  /// Whether the byte at `index` is a decimal digit; false beyond the end.
  @inline(__always)
  func isDigit(at index: Int) -> Bool {
    index >= 0 && index < count && self[index] &- 48 < 10
  }

  /// The number written by exactly `width` digits at `index` (at most 18); nil when there are fewer.
  @inline(__always)
  func number(at index: Int, width: Int) -> Int? {
    guard index >= 0, index + width <= count else { return nil }
    var value = 0
    for position in index..<(index + width) {
      let digit = self[position] &- 48
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// The number written by one or two digits at `index`, and the index after it.
  @inline(__always)
  func shortNumber(at index: Int) -> (value: Int, end: Int)? {
    guard isDigit(at: index) else { return nil }
    let first = Int(self[index] &- 48)
    guard isDigit(at: index + 1) else { return (first, index + 1) }
    return (first * 10 + Int(self[index + 1] &- 48), index + 2)
  }

  /// How many digits stand in a row at `index`, counted up to `limit`.
  @inline(__always)
  func digitCount(at index: Int, limit: Int) -> Int {
    var end = index
    while end - index < limit, isDigit(at: end) { end += 1 }
    return end - index
  }

  /// The month, 1 to 12, whose English abbreviation stands at `index`, whatever its case.
  @inline(__always)
  func month(at index: Int) -> Int? {
    guard index >= 0, index + 3 <= count else { return nil }
    return Self.monthNumber(threeLetters(at: index))
  }

  /// Whether the English abbreviation of a weekday stands at `index`.
  func isWeekday(at index: Int) -> Bool {
    guard index >= 0, index + 3 <= count else { return false }
    switch threeLetters(at: index) {
    case 0x6d6f6e, 0x747565, 0x776564, 0x746875, 0x667269, 0x736174, 0x73756e: return true
    default: return false
    }
  }

  @inline(__always)
  private func threeLetters(at index: Int) -> UInt32 {
    (UInt32(self[index]) << 16 | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2])) | 0x202020
  }

  /// The letters as the bytes of one number: `jan` is 0x6a616e.
  @inline(__always)
  private static func monthNumber(_ letters: UInt32) -> Int? {
    switch letters {
    case 0x6a616e: 1
    case 0x666562: 2
    case 0x6d6172: 3
    case 0x617072: 4
    case 0x6d6179: 5
    case 0x6a756e: 6
    case 0x6a756c: 7
    case 0x617567: 8
    case 0x736570: 9
    case 0x6f6374: 10
    case 0x6e6f76: 11
    case 0x646563: 12
    default: nil
    }
  }
}
