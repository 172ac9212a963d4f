import HTTPTypes

/// A form with files: `multipart/form-data` (RFC 7578, RFC 2046), read strictly.
///
/// Line ends are CRLF, nothing stands before the first boundary, each part has a name. A file's name is kept for showing
/// only, cut to its last component and cleared of control characters: it never becomes a path.
package struct MultipartForm: Sendable {
  package struct File: Sendable {
    /// The name of the form's field.
    package var field: String
    package var name: String
    package var bytes: [UInt8]
  }

  package private(set) var fields = FormFields()
  package private(set) var files: [File] = []

  /// `contentType` is the header's value, which holds the boundary.
  package init(_ bytes: [UInt8], contentType: String) throws(Refusal) {
    guard let type = WrittenMediaType(contentType), type.essence == "multipart/form-data",
      let boundary = type.parameters["boundary"], Self.isBoundary(boundary)
    else { throw Self.malformed("its header names no boundary of 1 to 70 plain characters") }
    let delimiter = Array("--\(boundary)".utf8)
    guard bytes.starts(with: delimiter) else { throw Self.malformed("it does not begin with its boundary") }
    var at = delimiter.count
    var partCount = 0
    while true {
      if bytes[at...].starts(with: Self.end) { return }
      guard bytes[at...].starts(with: Self.lineEnd) else { throw Self.malformed("a boundary is not alone on its line") }
      partCount += 1
      guard partCount <= ServerLimits.partsMax else {
        throw Refusal(
          .contentTooLarge, "the form has more than \(ServerLimits.partsMax) parts",
          hint: "at most \(ServerLimits.partsMax) are taken")
      }
      let header = try PartHeader(bytes, at: at + 2)
      guard let end = Self.firstDelimiter(in: bytes, from: header.end, delimiter) else {
        throw Self.malformed("its last part does not end")
      }
      try add(header, bytes[header.end..<end])
      at = end + 2 + delimiter.count
    }
  }

  private static let lineEnd: [UInt8] = [13, 10]
  private static let end = Array("--".utf8)

  static func malformed(_ what: String) -> Refusal {
    Refusal(.badRequest, "the form cannot be read: \(what)", hint: "send multipart/form-data as in RFC 7578")
  }

  /// RFC 2046, section 5.1.1: the characters of a boundary, which does not end with a space.
  private static func isBoundary(_ text: String) -> Bool {
    let others = Set("'()+_,-./:=? ".utf8)
    return (1...70).contains(text.utf8.count) && text.last != " "
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"):
          true
        default: others.contains(byte)
        }
      }
  }

  /// Where the next line end lies that a delimiter follows.
  private static func firstDelimiter(in bytes: [UInt8], from start: Int, _ delimiter: [UInt8]) -> Int? {
    var at = start
    let last = bytes.count - delimiter.count - 2
    while at <= last {
      if bytes[at] == 13, bytes[at + 1] == 10, bytes[(at + 2)...].starts(with: delimiter) {
        // A line of the content may begin like the delimiter and go on.
        let rest = bytes[(at + 2 + delimiter.count)...]
        if rest.starts(with: lineEnd) || rest.starts(with: end) { return at }
      }
      at += 1
    }
    return nil
  }

  private mutating func add(_ header: PartHeader, _ content: ArraySlice<UInt8>) throws(Refusal) {
    guard let fileName = header.fileName else {
      guard let text = String(validating: content, as: UTF8.self) else {
        throw Refusal(.badRequest, "a field is no UTF-8 text", hint: "send the form in UTF-8")
      }
      try fields.append(header.name, text)
      return
    }
    // A browser sends a file without name and content where none was chosen.
    if fileName.isEmpty, content.isEmpty { return }
    files.append(File(field: header.name, name: FileName.harmless(fileName), bytes: Array(content)))
  }
}
