import Foundation

/// The JSON objects of a source: one document, an array of them, or one on each line.
struct JSONRecords {
  /// One object and the line it starts on, where each line is an object of its own.
  struct Item {
    var line: Int?
    var value: JSONValue
  }

  /// Calls `body` with each object; lines that are not JSON are counted as not understood.
  ///
  /// A document that ends too early is read as far as its last complete element, and a note says so.
  static func forEach(
    in text: RecordText, reading: inout RecordReading, body: (Item, inout RecordReading) -> Bool
  ) throws(RecordError) {
    text.noteLimit(in: &reading)
    if isLines(text) {
      text.forEachLine { number, line in
        if line.isBlank { return true }
        reading.lines += 1
        guard let value = JSONValue(parsing: Data(line)), value.object != nil else {
          reading.countUnrecognised(line: number, text: line.prefix(1024).text)
          return true
        }
        return body(Item(line: number, value: value), &reading)
      }
      return
    }
    guard let document = JSONValue(parsing: text.data) ?? salvage(text.data, reading: &reading) else {
      throw RecordError(.damaged, "not a whole JSON document, and no part of it could be read")
    }
    let values = document.array ?? [document]
    for value in values {
      reading.lines += 1
      if !body(Item(line: values.count == 1 && isOneLine(text.data) ? 1 : nil, value: value), &reading) { return }
    }
  }

  /// Whether the first line is a whole object, so that the source is one object on each line.
  private static func isLines(_ text: RecordText) -> Bool {
    var isLines = false
    text.forEachLine { _, line in
      if line.isBlank { return true }
      isLines = line.first { $0 > 32 } == UInt8(ascii: "{") && JSONValue(parsing: Data(line)) != nil
      return false
    }
    return isLines
  }

  private static func isOneLine(_ data: Data) -> Bool {
    guard let end = data.firstIndex(of: 10) else { return true }
    return data[end...].isBlank
  }

  /// Reads an array that ends too early as far as its last complete element.
  private static func salvage(_ data: Data, reading: inout RecordReading) -> JSONValue? {
    guard data.first(where: { $0 > 32 }) == UInt8(ascii: "[") else { return nil }
    var end = data.endIndex
    for _ in 0..<64 {
      guard let brace = data[..<end].lastIndex(of: UInt8(ascii: "}")) else { return nil }
      if let value = JSONValue(parsing: data[...brace] + Data("]".utf8)) {
        reading.note("damaged: the document ends or breaks at byte \(brace + 1) of \(data.count); read up to there")
        return value
      }
      end = brace
    }
    return nil
  }
}

/// The first objects of a source, to recognise it by.
struct JSONHead {
  /// Up to eight objects that could be parsed.
  var values: [JSONValue] = []
  /// The head as text when it is the beginning of a longer document and nothing could be parsed; else empty.
  var text = ""

  /// Nil when this is not JSON at all.
  init?(_ head: [UInt8]) {
    guard let first = head.first(where: { $0 > 32 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return nil }
    if first == UInt8(ascii: "{") {
      for line in head.split(separator: 10, maxSplits: 8).prefix(8) {
        guard let value = JSONValue(parsing: Data(line)), value.object != nil else { break }
        values.append(value)
      }
    }
    if values.isEmpty, let document = JSONValue(parsing: Data(head)) {
      values = Array((document.array ?? [document]).prefix(8))
    }
    if values.isEmpty, first == UInt8(ascii: "[") { values = Self.elements(of: head) }
    if values.isEmpty { text = String(decoding: head, as: UTF8.self) }
  }

  /// The first whole objects of an array that is longer than the head.
  private static func elements(of head: [UInt8]) -> [JSONValue] {
    var values: [JSONValue] = []
    var depth = 0
    var start = 0
    var isInString = false
    var isEscaped = false
    for (index, byte) in head.enumerated() where values.count < 8 {
      if isInString {
        if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"):
        if depth == 0 { start = index }
        depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0, let value = JSONValue(parsing: Data(head[start...index])) { values.append(value) }
      default: break
      }
    }
    return values
  }

  /// The share of the first objects for which `isOne` holds; where the head is cut, whether its text has all the words.
  func share(words: [String], isOne: (JSONValue) -> Bool) -> Double {
    if values.isEmpty { return !text.isEmpty && words.allSatisfy { text.contains($0) } ? 1 : 0 }
    return Double(values.count(where: isOne)) / Double(values.count)
  }
}
