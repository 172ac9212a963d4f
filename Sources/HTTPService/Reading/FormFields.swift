import HTTPTypes

/// The fields of a form or of a query, in their order, a name as often as it came.
package struct FormFields: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package private(set) var fields: [Field] = []

  package init() {}

  /// The last value of that name; nil where there is none.
  package subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

  /// A name that stands more than once; nil where each stands once.
  package var repeatedName: String? {
    var seen: Set<String> = []
    return fields.first { !seen.insert($0.name).inserted }?.name
  }

  package mutating func append(_ name: String, _ value: String) throws(Refusal) {
    guard fields.count < ServerLimits.formFieldsMax else {
      throw Refusal(
        .contentTooLarge, "the form has more than \(ServerLimits.formFieldsMax) fields",
        hint: "at most \(ServerLimits.formFieldsMax) are taken")
    }
    guard name.utf8.count <= ServerLimits.fieldNameBytesMax else {
      throw Refusal(
        .badRequest,
        "the name of a field has \(name.utf8.count) bytes, and at most \(ServerLimits.fieldNameBytesMax) are taken")
    }
    fields.append(Field(name, Self.withPlainLineEnds(value)))
  }

  /// A browser ends the lines of a text with CR LF, whatever the text had.
  private static func withPlainLineEnds(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "\r")) else { return value }
    return String(String.UnicodeScalarView(value.unicodeScalars.filter { $0 != "\r" }))
  }

  /// Reads `application/x-www-form-urlencoded` (URL Standard, section 5.1), but refuses what is no UTF-8 where the
  /// standard would put replacement characters.
  package init(urlEncoded bytes: some Collection<UInt8>) throws(Refusal) {
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      let name = part.prefix { $0 != UInt8(ascii: "=") }
      let value = part.dropFirst(name.count + 1)
      try append(try Self.decoded(name), try Self.decoded(value))
    }
  }

  private static func decoded(_ bytes: some Collection<UInt8>) throws(Refusal) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var iterator = Array(bytes)[...]
    while let byte = iterator.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        // A sign without two digits after it stands for itself, as the standard has it.
        if let high = digit(iterator.first), let low = digit(iterator.dropFirst().first) {
          result.append(high << 4 | low)
          iterator.removeFirst(2)
        } else {
          result.append(byte)
        }
      default: result.append(byte)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw Refusal(.badRequest, "a field is no UTF-8 text", hint: "send the form in UTF-8")
    }
    return text
  }

  private static func digit(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): byte.map { $0 - UInt8(ascii: "0") }
    case .some(UInt8(ascii: "a")...UInt8(ascii: "f")): byte.map { $0 - UInt8(ascii: "a") + 10 }
    case .some(UInt8(ascii: "A")...UInt8(ascii: "F")): byte.map { $0 - UInt8(ascii: "A") + 10 }
    default: nil
    }
  }
}
