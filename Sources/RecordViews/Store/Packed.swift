internal import Chronology
internal import Foundation

/// Values one after the other as bytes, read many times faster than JSON; whoever reads knows their order.
///
/// Whole numbers are varints of 7 bits a byte, the lowest first, with the sign in the lowest bit; texts are their count of
/// bytes, then UTF-8.
struct PackedWriter {
  private(set) var data = Data()

  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest >= 0x80 {
      data.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    data.append(UInt8(rest))
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    data.append(contentsOf: text.utf8)
  }

  mutating func put(_ instant: Instant) {
    put(Int(instant.nanoseconds))
    put(Int(instant.fractionDigits))
  }

  mutating func put(_ day: CivilDate) { put(day.daysSinceEpoch) }

  mutating func put<Value>(_ value: Value?, _ body: (inout PackedWriter, Value) -> Void) {
    put(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  mutating func put<Value>(_ values: [Value], _ body: (inout PackedWriter, Value) -> Void) {
    put(values.count)
    for value in values { body(&self, value) }
  }
}

/// Reads what ``PackedWriter`` wrote.
struct PackedReader {
  /// What is read was not written like that.
  struct Mismatch: Error {}

  private let bytes: [UInt8]
  private var at = 0

  init(_ data: Data) { bytes = Array(data) }

  mutating func int() throws -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 7
    }
    throw Mismatch()
  }

  mutating func text() throws -> String {
    let count = try int()
    guard count >= 0, count <= bytes.count - at else { throw Mismatch() }
    defer { at += count }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }

  mutating func instant() throws -> Instant {
    let nanoseconds = try int()
    return Instant(nanoseconds: Int64(nanoseconds), fractionDigits: UInt8(clamping: try int()))
  }

  mutating func day() throws -> CivilDate { CivilDate(daysSinceEpoch: try int()) }

  /// A value out of a fixed set, by its name.
  mutating func named<Value: RawRepresentable<String>>(_ type: Value.Type) throws -> Value {
    guard let value = Value(rawValue: try text()) else { throw Mismatch() }
    return value
  }

  mutating func optional<Value>(_ body: (inout PackedReader) throws -> Value) throws -> Value? {
    try int() == 0 ? nil : try body(&self)
  }

  mutating func list<Value>(_ body: (inout PackedReader) throws -> Value) throws -> [Value] {
    let count = try int()
    guard count >= 0, count <= bytes.count - at else { throw Mismatch() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }
}
