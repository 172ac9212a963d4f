/// Reads JSON by RFC 8259, and no more than that.
///
/// Stricter than what comes with the language: a name that stands twice in an object, a half of a surrogate pair, bytes
/// that are no UTF-8, and nesting past ``depthMax`` are refused with their place, so that two readers can never see two
/// things in the same bytes.
package struct JSONText {
  /// How deep arrays and objects may nest.
  package static let depthMax = 32

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that the whole text is.
  package static func parse(_ bytes: [UInt8]) throws(JSONTextProblem) -> JSONValue {
    var text = JSONText(bytes)
    if let bad = firstInvalidByte(bytes) { throw text.problem("this is not UTF-8", at: bad) }
    text.skipSpace()
    guard text.at < bytes.count else { throw text.problem("there is no JSON here") }
    let value = try text.value()
    text.skipSpace()
    guard text.at == bytes.count else { throw text.problem("the value has ended, and more follows") }
    return value
  }

  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    // Decoding puts U+FFFD in the place of what is none: the first byte that differs is where it stands.
    return zip(String(decoding: bytes, as: UTF8.self).utf8, bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
  }

  // MARK: Values

  private mutating func value() throws(JSONTextProblem) -> JSONValue {
    guard at < bytes.count else { throw problem("the text ends where a value was expected") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      throw problem("a value was expected: an object, a list, a text in double quotes, a number, true, false or null")
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONTextProblem) -> JSONValue {
    let expected = Array(String(describing: text).utf8)
    guard bytes[at...].starts(with: expected) else { throw problem("'\(text)' was expected") }
    at += expected.count
    return value
  }

  private mutating func object() throws(JSONTextProblem) -> JSONValue {
    try enter()
    var members: [String: JSONValue] = [:]
    skipSpace()
    if take("}") { return leave(.object(members)) }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw problem("a name in double quotes was expected")
      }
      let place = at
      let name = try string()
      guard members[name] == nil else {
        throw problem("the name '\(shortened(name))' stands twice in one object", at: place)
      }
      skipSpace()
      guard take(":") else { throw problem("':' was expected after a name") }
      skipSpace()
      members[name] = try value()
      skipSpace()
      if take("}") { return leave(.object(members)) }
      guard take(",") else { throw problem("',' or '}' was expected") }
    }
  }

  private mutating func array() throws(JSONTextProblem) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return leave(.array(elements)) }
    while true {
      skipSpace()
      elements.append(try value())
      skipSpace()
      if take("]") { return leave(.array(elements)) }
      guard take(",") else { throw problem("',' or ']' was expected") }
    }
  }

  private mutating func number() throws(JSONTextProblem) -> JSONValue {
    let start = at
    var isWhole = true
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw problem("the number is too large", at: start) }
    return .number(value)
  }

  private mutating func digits() throws(JSONTextProblem) {
    let start = at
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    guard at > start else { throw problem("a digit was expected") }
  }

  // MARK: Texts

  private mutating func string() throws(JSONTextProblem) -> String {
    let start = at
    at += 1
    var text: [UInt8] = []
    var plain = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        text += bytes[plain..<at]
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[plain..<at]
        text += Array(String(try escape()).utf8)
        plain = at
      case 0..<32: throw problem("a control character stands in a text; write it as an escape")
      default: at += 1
      }
    }
    throw problem("a text has no closing double quote", at: start)
  }

  private mutating func escape() throws(JSONTextProblem) -> Unicode.Scalar {
    let start = at
    at += 2
    guard start + 1 < bytes.count else { throw problem("the text ends within an escape", at: start) }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(start)
    default: throw problem("an escape that JSON does not know", at: start)
    }
  }

  private mutating func unicodeEscape(_ start: Int) throws(JSONTextProblem) -> Unicode.Scalar {
    let first = try hexadecimal(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else { throw problem("half of a surrogate pair", at: start) }
    let second = try hexadecimal(start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw problem("half of a surrogate pair", at: start) }
    return scalar
  }

  private mutating func hexadecimal(_ start: Int) throws(JSONTextProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
        throw problem("four hexadecimal digits were expected", at: start)
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  // MARK: Steps

  private mutating func enter() throws(JSONTextProblem) {
    depth += 1
    guard depth <= Self.depthMax else {
      throw problem("nested deeper than \(Self.depthMax) levels; at most \(Self.depthMax) are taken")
    }
    at += 1
  }

  private mutating func leave(_ value: JSONValue) -> JSONValue {
    depth -= 1
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  private func shortened(_ name: String) -> String { name.count > 60 ? name.prefix(60) + "…" : name }

  private func problem(_ message: String, at place: Int? = nil) -> JSONTextProblem {
    let before = bytes[..<min(place ?? at, bytes.count)]
    let line = before.count { $0 == 10 } + 1
    let column = before.count - (before.lastIndex(of: 10).map { $0 + 1 } ?? 0) + 1
    return JSONTextProblem(line: line, column: column, message: message)
  }
}
