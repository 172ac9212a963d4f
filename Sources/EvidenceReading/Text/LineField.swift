/// One key and its value in a JSON or logfmt line, as ranges of the line.
struct LineField {
  enum Kind {
    case string
    /// A string with backslash escapes.
    case escapedString
    /// Number, `true`, `false`, `null`, or a bare word of logfmt.
    case bare
    /// An array, kept as it is written.
    case raw
  }

  var key: Range<Int>
  /// Key of the object that holds this one; empty at the top.
  var parent: Range<Int>
  var value: Range<Int>
  var kind: Kind
}

/// Finds the fields of lines, into an array that is used again and again.
struct FieldScanner {
  /// Fields that are looked at in one line; the rest is passed over.
  static let fieldsMax = 128

  var fields: [LineField] = []

  init() { fields.reserveCapacity(Self.fieldsMax) }

  /// Finds the fields of a JSON object, objects inside it flattened to three levels; false when it is damaged.
  mutating func scanJSON(_ line: Span<UInt8>, from start: Int) -> Bool {
    fields.removeAll(keepingCapacity: true)
    var at = start
    guard scanObject(line, &at, parent: 0..<0, depth: 0) else { return false }
    return line.skippingBlanks(from: at) >= line.count
  }

  private mutating func scanObject(_ line: Span<UInt8>, _ at: inout Int, parent: Range<Int>, depth: Int) -> Bool {
    guard line.isByte(123, at: at) else { return false }
    at = line.skippingBlanks(from: at + 1)
    if line.isByte(125, at: at) {
      at += 1
      return true
    }
    while true {
      guard let key = Self.string(line, &at) else { return false }
      at = line.skippingBlanks(from: at)
      guard line.isByte(58, at: at) else { return false }
      at = line.skippingBlanks(from: at + 1)
      guard scanValue(line, &at, key: key.range, parent: parent, depth: depth) else { return false }
      at = line.skippingBlanks(from: at)
      guard at < line.count else { return false }
      if line[at] == 125 {
        at += 1
        return true
      }
      guard line[at] == 44 else { return false }
      at = line.skippingBlanks(from: at + 1)
    }
  }

  private mutating func scanValue(
    _ line: Span<UInt8>, _ at: inout Int, key: Range<Int>, parent: Range<Int>, depth: Int
  ) -> Bool {
    guard at < line.count else { return false }
    switch line[at] {
    case 34:
      guard let value = Self.string(line, &at) else { return false }
      add(LineField(key: key, parent: parent, value: value.range, kind: value.isEscaped ? .escapedString : .string))
    case 123 where depth < 3:
      return scanObject(line, &at, parent: key, depth: depth + 1)
    case 123, 91:
      let start = at
      guard Self.skipNested(line, &at) else { return false }
      add(LineField(key: key, parent: parent, value: start..<at, kind: .raw))
    default:
      let start = at
      while at < line.count, line[at] != 44, line[at] != 125, line[at] != 32, line[at] != 93 { at += 1 }
      guard at > start else { return false }
      add(LineField(key: key, parent: parent, value: start..<at, kind: .bare))
    }
    return true
  }

  @inline(__always)
  private mutating func add(_ field: LineField) {
    if fields.count < Self.fieldsMax { fields.append(field) }
  }

  /// The inside of the string that begins at `at`, which moves behind it.
  @inline(__always)
  private static func string(_ line: Span<UInt8>, _ at: inout Int) -> (range: Range<Int>, isEscaped: Bool)? {
    guard line.isByte(34, at: at) else { return nil }
    let start = at + 1
    var index = start
    var isEscaped = false
    let count = line.count
    while index < count {
      let byte = line[index]
      if byte == 34 {
        at = index + 1
        return (start..<index, isEscaped)
      }
      if byte == 92 {
        isEscaped = true
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Moves behind an array or object, whatever is in it.
  private static func skipNested(_ line: Span<UInt8>, _ at: inout Int) -> Bool {
    var depth = 0
    while at < line.count {
      switch line[at] {
      case 34:
        guard string(line, &at) != nil else { return false }
        continue
      case 91, 123: depth += 1
      case 93, 125: depth -= 1
      default: break
      }
      at += 1
      if depth == 0 { return true }
    }
    return false
  }

  /// Finds the fields of a logfmt line (`key=value key="two words"`); false when a part of it is something else.
  mutating func scanLogfmt(_ line: Span<UInt8>, from start: Int) -> Bool {
    fields.removeAll(keepingCapacity: true)
    var at = line.skippingBlanks(from: start)
    while at < line.count {
      let keyStart = at
      while at < line.count, Self.isKeyByte(line[at]) { at += 1 }
      guard at > keyStart else { return false }
      let key = keyStart..<at
      if !line.isByte(61, at: at) {
        // A key alone is a flag; prose is not.
        guard at >= line.count || line[at] == 32, fields.count >= 2 else { return false }
        at = line.skippingBlanks(from: at)
        continue
      }
      at += 1
      if line.isByte(34, at: at) {
        guard let value = Self.string(line, &at) else { return false }
        add(LineField(key: key, parent: 0..<0, value: value.range, kind: value.isEscaped ? .escapedString : .string))
      } else {
        let end = line.endOfToken(from: at)
        add(LineField(key: key, parent: 0..<0, value: at..<end, kind: .bare))
        at = end
      }
      at = line.skippingBlanks(from: at)
    }
    return fields.count >= 2
  }

  @inline(__always)
  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == 95 || byte == 46 || byte == 45 || byte == 64 || byte == 47
  }
}
