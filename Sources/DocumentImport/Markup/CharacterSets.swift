import CLibXML2

/// Turns bytes into text by the character set that they declare.
struct CharacterSets {
  var text: String
  /// What was used, when it was not UTF-8 as declared or as found.
  var note: String?

  /// Never fails: what cannot be read becomes the replacement character.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
      return
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        isLittle
          ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      }
      text = String(decoding: units, as: UTF16.self)
      note = "read as UTF-16"
      return
    }
    let declared = Self.declared(in: bytes)
    if let declared, declared != "utf-8", declared != "utf8", !Self.isWide(declared) {
      if let read = Self.convert(bytes, from: declared) {
        text = read
        note = "read as \(declared)"
        return
      }
      note = "declared character set '\(declared)' is not known here"
    }
    if let valid = String(validating: bytes, as: UTF8.self) {
      text = valid
      return
    }
    if declared == nil, let read = Self.convert(bytes, from: "windows-1252") {
      text = read
      note = "no character set declared; read as windows-1252"
      return
    }
    text = String(decoding: bytes, as: UTF8.self)
    note = note ?? "not valid UTF-8; unreadable bytes shown as \u{FFFD}"
  }

  /// What stands behind `charset=` or `encoding=` near the start; lower case.
  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(2048).map { $0 < 128 ? $0 : 63 }, as: UTF8.self).lowercased()
    guard head.contains("<meta") || head.hasPrefix("<?xml") else { return nil }
    for mark in ["charset=", "encoding="] {
      guard let range = head.firstRange(of: mark) else { continue }
      let name = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" }
      guard !name.isEmpty, name.count <= 40 else { continue }
      // Browsers read these as windows-1252 (WHATWG Encoding Standard, section 4.2).
      return ["iso-8859-1", "latin1", "us-ascii", "ascii", "cp1252"].contains(String(name))
        ? "windows-1252" : String(name)
    }
    return nil
  }

  /// A declaration that could be read as ASCII is not one of these, whatever it says.
  private static func isWide(_ name: String) -> Bool { name.hasPrefix("utf-16") || name.hasPrefix("utf-32") }

  private static func convert(_ bytes: [UInt8], from name: String) -> String? {
    guard let handler = unsafe xmlFindCharEncodingHandler(name) else { return nil }
    defer { unsafe xmlCharEncCloseFunc(handler) }
    guard let input = unsafe xmlBufferCreate(), let output = unsafe xmlBufferCreate() else { return nil }
    defer {
      unsafe xmlBufferFree(input)
      unsafe xmlBufferFree(output)
    }
    _ = unsafe bytes.withUnsafeBufferPointer { unsafe xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
    while unsafe xmlBufferLength(input) > 0 {
      let before = unsafe xmlBufferLength(input)
      let count = unsafe xmlCharEncInFunc(handler, output, input)
      if unsafe count < 0 && xmlBufferLength(input) == before {
        // One byte that the set does not have: it is shown as such, and the rest is read.
        unsafe xmlBufferCat(output, "\u{FFFD}")
        _ = unsafe xmlBufferShrink(input, 1)
      } else if unsafe xmlBufferLength(input) == before {
        break
      }
    }
    guard let content = unsafe xmlBufferContent(output) else { return nil }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))), as: UTF8.self)
  }
}
