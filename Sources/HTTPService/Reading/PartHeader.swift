/// The head of one part of a form: what it is called, and the name of its file where it is one.
struct PartHeader {
  var name: String
  /// Nil for a field that is no file.
  var fileName: String?
  /// Where the content begins.
  var end: Int

  /// Reads the lines from `start` up to the empty one.
  init(_ bytes: [UInt8], at start: Int) throws(Refusal) {
    var at = start
    var disposition: String?
    while true {
      let limit = min(bytes.count, start + ServerLimits.partHeaderBytesMax)
      guard let lineEnd = Self.lineEnd(in: bytes, from: at, to: limit) else {
        throw MultipartForm.malformed(
          limit < bytes.count
            ? "the head of a part has more than \(ServerLimits.partHeaderBytesMax) bytes" : "a part has no content")
      }
      let line = bytes[at..<lineEnd]
      at = lineEnd + 2
      if line.isEmpty { break }
      guard let text = String(validating: line, as: UTF8.self), let colon = text.firstIndex(of: ":") else {
        throw MultipartForm.malformed("a line in the head of a part is no header")
      }
      if text[..<colon].lowercased() == "content-disposition" {
        guard disposition == nil else { throw MultipartForm.malformed("a part says twice what it is") }
        disposition = String(text[text.index(after: colon)...])
      }
    }
    guard let type = WrittenMediaType(disposition), type.essence == "form-data", let name = type.parameters["name"]
    else {
      throw MultipartForm.malformed("a part does not say its name")
    }
    self.name = Self.unescaped(name)
    // `filename*` is not for forms (RFC 7578, section 4.2): a browser sends UTF-8 in `filename`.
    fileName = type.parameters["filename"].map(Self.unescaped)
    end = at
  }

  private static func lineEnd(in bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    var at = start
    while at + 1 < limit {
      if bytes[at] == 13, bytes[at + 1] == 10 { return at }
      at += 1
    }
    return nil
  }

  /// Browsers write these three as escapes (HTML, "multipart/form-data encoding algorithm").
  private static func unescaped(_ text: String) -> String {
    text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }
}

/// The name of a file as its sender wrote it, made fit to be shown.
enum FileName {
  /// Its last component, without control characters and marks that turn the direction of text, cut to 255 bytes.
  static func harmless(_ written: String) -> String {
    let last = written.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    var name = ""
    var byteCount = 0
    for scalar in last.unicodeScalars where isVisible(scalar) {
      byteCount += UTF8.width(scalar)
      if byteCount > ServerLimits.fileNameBytesMax { break }
      name.unicodeScalars.append(scalar)
    }
    return name.isEmpty || name == "." || name == ".." ? "file" : name
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
    default: true
    }
  }
}
