internal import Foundation

/// Searching in bytes, in place.
extension Span<UInt8> {
  /// The index of the first `byte` at or after `start`; nil when there is none.
  ///
  /// By `memchr`, whose vector code is many times faster than a loop; the pointer does not leave the closure.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? count
    guard start < end else { return nil }
    return unsafe withUnsafeBytes { raw in
      guard let base = raw.baseAddress, let found = unsafe memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Whether `text` stands at `index`.
  @inline(__always)
  func has(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return unsafe withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return length == 0 }
      return unsafe memcmp(base + index, text.utf8Start, length) == 0
    }
  }

  /// Whether the bytes of `range` are those of `text`.
  @inline(__always)
  func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount && has(text, at: range.lowerBound)
  }

  /// Whether the bytes of `range` are those of `other`.
  @inline(__always)
  func equals(_ range: Range<Int>, _ other: [UInt8]) -> Bool {
    guard range.count == other.count else { return false }
    for offset in 0..<other.count where self[range.lowerBound + offset] != other[offset] { return false }
    return true
  }

  /// The text of `range`, with what is no UTF-8 replaced.
  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always)
  func isByte(_ byte: UInt8, at index: Int) -> Bool {
    index >= 0 && index < count && self[index] == byte
  }

  @inline(__always)
  func isDigit(at index: Int) -> Bool {
    index >= 0 && index < count && self[index] &- 48 < 10
  }

  /// The first index at or after `start` whose byte is no blank and no tab.
  @inline(__always)
  func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < count, self[index] == 32 || self[index] == 9 { index += 1 }
    return index
  }

  /// The index of the first blank at or after `start`, or the end.
  @inline(__always)
  func endOfToken(from start: Int) -> Int {
    var index = start
    while index < count, self[index] != 32, self[index] != 9 { index += 1 }
    return index
  }
}

extension UInt8 {
  @inline(__always)
  var isASCIIDigit: Bool { self &- 48 < 10 }

  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- 97 < 26 }

  @inline(__always)
  var isASCIIUppercase: Bool { self &- 65 < 26 }
}
