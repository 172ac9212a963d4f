/// What a file looks like that holds no entries: for the list of what was not understood.
struct UnreadKind {
  /// `unknown`, `text` or `configuration`.
  var format: String
  var note: String
  /// Whether its first lines are worth showing.
  var isText: Bool

  init(_ head: [UInt8], path: String) {
    if head.isEmpty {
      self.init(format: "unknown", note: "the file is empty", isText: false)
    } else if let binary = Self.binaryNote(head) {
      self.init(format: "unknown", note: binary, isText: false)
    } else {
      let text = String(decoding: head, as: UTF8.self)
      self = Self.text(text, lines: text.split(whereSeparator: \.isNewline).prefix(200))
    }
  }

  private init(format: String, note: String, isText: Bool) {
    self.format = format
    self.note = note
    self.isText = isText
  }

  private static func text(_ text: String, lines: ArraySlice<Substring>) -> UnreadKind {
    if text.hasPrefix("-----BEGIN ") {
      let label = text.dropFirst(11).prefix { $0 != "-" }.lowercased()
      return UnreadKind(format: "configuration", note: "looks like a \(label) in PEM", isText: false)
    }
    let first = text.drop { $0.isWhitespace }.first
    if first == "{" || first == "[" {
      if text.contains("\"resultType\"") {
        return UnreadKind(format: "unknown", note: "looks like the answer to a Prometheus query", isText: true)
      }
      if lines.count > 1, lines.allSatisfy({ $0.hasPrefix("{") }) {
        return UnreadKind(format: "unknown", note: "looks like JSON lines without a time that is known", isText: true)
      }
      if first == "{" {
        return UnreadKind(format: "configuration", note: "looks like JSON settings", isText: true)
      }
      if text.drop(while: { $0.isWhitespace }).dropFirst().drop(while: { $0.isWhitespace }).first == "{" {
        return UnreadKind(
          format: "unknown", note: "looks like a JSON document without a time that is known", isText: true)
      }
    }
    let settings = lines.count { isSetting($0) }
    if lines.count > 1, settings * 10 >= lines.count * 7 {
      return UnreadKind(format: "configuration", note: "looks like settings", isText: true)
    }
    return UnreadKind(format: "text", note: "text without time stamps", isText: true)
  }

  /// Comments, `[section]`, `key: value`, `key = value`, `- item`, `key value;`, `block {` and `}`.
  private static func isSetting(_ line: Substring) -> Bool {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard let first = trimmed.first, let last = trimmed.last else { return true }
    if "#;}[".contains(first) || "{;".contains(last) || trimmed.hasPrefix("- ") || trimmed.hasPrefix("//") {
      return true
    }
    let key = trimmed.prefix { $0.isLetter || $0.isNumber || "_-.\"/".contains($0) }
    let rest = trimmed.dropFirst(key.count).drop { $0 == " " }
    if let separator = rest.first, separator == "=" || separator == ":", !key.isEmpty { return true }
    // `maxmemory 256mb`
    return !key.isEmpty && key.count < trimmed.count && trimmed.split(separator: " ").count == 2
  }

  /// Many bytes that no text has, or a magic number; nil for text.
  private static func binaryNote(_ head: [UInt8]) -> String? {
    let magics: [(bytes: [UInt8], name: String)] = [
      ([0x7f, 0x45, 0x4c, 0x46], "an ELF program"), (Array("SQLite format 3".utf8), "an SQLite database"),
      ([0x89, 0x50, 0x4e, 0x47], "a PNG image"), ([0xff, 0xd8, 0xff], "a JPEG image"), (Array("%PDF".utf8), "a PDF"),
      (Array("LPKSHHRH".utf8), "a systemd journal; export it with 'journalctl -o export'"),
      ([0xff, 0xfe], "UTF-16 text; convert it to UTF-8"), ([0xfe, 0xff], "UTF-16 text; convert it to UTF-8"),
      (Array("7z".utf8) + [0xbc, 0xaf], "a 7z archive; unpack it first"),
    ]
    for magic in magics where head.starts(with: magic.bytes) { return "looks like \(magic.name)" }
    let strange = head.count { $0 == 0 || ($0 < 32 && ![9, 10, 12, 13, 27].contains($0)) }
    return strange * 50 > head.count ? "binary data" : nil
  }
}
