import Chronology

/// JSON and logfmt lines.
extension LineParser {
  mutating func parseJSON(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    let start = line.skippingBlanks(from: 0)
    guard line.isByte(123, at: start), scanner.scanJSON(line, from: start) else { return false }
    return composeFields(line, &parts)
  }

  mutating func parseLogfmt(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    guard scanner.scanLogfmt(line, from: 0) else { return false }
    return composeFields(line, &parts)
  }

  /// Sorts the fields into time, level and message, and puts the message together; false without a time.
  private mutating func composeFields(_ line: Span<UInt8>, _ parts: inout LineParts) -> Bool {
    var time = (rank: Int.max, index: -1)
    var message = (rank: Int.max, index: -1)
    var service = (rank: Int.max, index: -1)
    var level = -1
    var host = -1
    for index in 0..<scanner.fields.count {
      let field = scanner.fields[index]
      switch role(of: field, line) {
      case .time(let rank): if rank < time.rank { time = (rank, index) }
      case .message(let rank):
        if rank < message.rank, field.kind == .string || field.kind == .escapedString || field.kind == .bare {
          message = (rank, index)
        }
      case .service(let rank): if rank < service.rank { service = (rank, index) }
      case .level: if level < 0 { level = index }
      case .host: if host < 0 { host = index }
      case .other: break
      }
    }
    guard time.index >= 0 else { return false }
    guard
      let stamp = WrittenInstant(
        parsing: line.extracting(scanner.fields[time.index].value), assumptions: assumptions)
    else { return false }
    parts.stamp = stamp
    if level >= 0 { parts.level = Self.level(line, scanner.fields[level].value) }
    if host >= 0 { parts.host = scanner.fields[host].value }
    if service.index >= 0 { parts.process = scanner.fields[service.index].value }
    if line.equals(scanner.fields[time.index].key, "__REALTIME_TIMESTAMP") {
      composeJournal(line, message: message.index, identifier: service.index)
    } else {
      compose(line, message: message.index, leavingOut: (time.index, level, host, service.index))
    }
    parts.isRewritten = true
    return true
  }

  @inline(__always)
  private func role(of field: LineField, _ line: Span<UInt8>) -> FieldRole {
    guard !field.parent.isEmpty else { return FieldRole(line, field.key) }
    // Elastic Common Schema nests what others write with a point.
    if line.equals(field.parent, "log"), line.equals(field.key, "level") { return .level }
    if line.equals(field.parent, "service"), line.equals(field.key, "name") { return .service(1) }
    if line.equals(field.parent, "host"), line.equals(field.key, "name") { return .host }
    if line.equals(field.parent, "jsonPayload"), line.equals(field.key, "message") { return .message(1) }
    return .other
  }

  private static func level(_ line: Span<UInt8>, _ value: Range<Int>) -> LogLevel {
    if let level = LogLevel(word: line, value) { return level }
    guard (1...2).contains(value.count) else { return .unknown }
    var number = 0
    for index in value {
      guard line[index].isASCIIDigit else { return .unknown }
      number = number * 10 + Int(line[index] - 48)
    }
    return LogLevel(pinoNumber: number)
  }

  /// Writes the message and the remaining fields into the scratch, `key=value` in the order of the line.
  private mutating func compose(
    _ line: Span<UInt8>, message: Int, leavingOut out: (time: Int, level: Int, host: Int, service: Int)
  ) {
    scratch.removeAll(keepingCapacity: true)
    if message >= 0 { append(line, scanner.fields[message], isQuoted: false) }
    for index in 0..<scanner.fields.count where index != message && index != out.time && index != out.level {
      let field = scanner.fields[index]
      if index == out.host, line.equals(field.value, host) { continue }
      if index == out.service, line.equals(field.value, service) { continue }
      if !scratch.isEmpty { scratch.append(32) }
      if !field.parent.isEmpty {
        append(line, field.parent)
        scratch.append(46)
      }
      append(line, field.key)
      scratch.append(61)
      append(line, field, isQuoted: true)
    }
  }

  /// An entry of `journalctl -o json` is its program and its message; the many other fields are the journal's own.
  private mutating func composeJournal(_ line: Span<UInt8>, message: Int, identifier: Int) {
    scratch.removeAll(keepingCapacity: true)
    if identifier >= 0, !line.equals(scanner.fields[identifier].value, service) {
      append(line, scanner.fields[identifier], isQuoted: false)
      scratch.append(58)
      scratch.append(32)
    }
    if message >= 0 { append(line, scanner.fields[message], isQuoted: false) }
  }

  @inline(__always)
  private mutating func append(_ line: Span<UInt8>, _ range: Range<Int>) {
    unsafe line.withUnsafeBufferPointer { bytes in
      // The range was found in this line.
      unsafe scratch.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  private mutating func append(_ line: Span<UInt8>, _ field: LineField, isQuoted: Bool) {
    let isSpaced =
      isQuoted && field.kind != .bare && field.kind != .raw
      && line.firstIndex(of: 32, from: field.value.lowerBound, to: field.value.upperBound) != nil
    if isSpaced { scratch.append(34) }
    if field.kind == .escapedString {
      JSONUnescaping.append(line, field.value, to: &scratch)
    } else {
      append(line, field.value)
    }
    if isSpaced { scratch.append(34) }
  }
}

/// Backslash escapes of JSON strings (RFC 8259, section 7), made one line: line ends and tabs become blanks.
enum JSONUnescaping {
  static func append(_ line: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = line[index]
      guard byte == 92, index + 1 < range.upperBound else {
        text.append(byte)
        index += 1
        continue
      }
      let escape = line[index + 1]
      index += 2
      switch escape {
      case 110, 114, 116, 98, 102:
        text.append(32)
      case 117:
        index = appendScalar(line, at: index, end: range.upperBound, to: &text)
      default:
        text.append(escape)
      }
    }
  }

  /// `\u00e9`, and `\ud83d\ude00` as a pair; half a pair becomes U+FFFD.
  private static func appendScalar(_ line: Span<UInt8>, at index: Int, end: Int, to text: inout [UInt8]) -> Int {
    guard let first = unit(line, at: index, end: end) else { return index }
    var value = first
    var next = index + 4
    if (0xD800..<0xDC00).contains(first), line.isByte(92, at: next), line.isByte(117, at: next + 1),
      let second = unit(line, at: next + 2, end: end), (0xDC00..<0xE000).contains(second)
    {
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      next += 6
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return next
  }

  private static func unit(_ line: Span<UInt8>, at index: Int, end: Int) -> UInt32? {
    guard index + 4 <= end else { return nil }
    var value: UInt32 = 0
    for position in index..<(index + 4) {
      guard let digit = Character(Unicode.Scalar(line[position])).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
