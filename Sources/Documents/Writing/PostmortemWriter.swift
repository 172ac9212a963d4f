/// Writes a new postmortem: front matter and the ten sections in order.
///
/// What it writes is read back by ``PostmortemDocument/init(parsing:)`` with the same keys, bodies, rows and actions.
package struct PostmortemWriter: Sendable {
  package var title: String
  /// Keys and values in the order in which they are written; empty values keep their key.
  package var frontMatter: [(key: String, value: FrontMatterValue)]
  /// Markdown by section; a section without one is written with its heading alone.
  package var bodies: [SectionKind: String]

  package init(
    title: String, frontMatter: [(key: String, value: FrontMatterValue)] = [], bodies: [SectionKind: String] = [:]
  ) {
    self.title = title
    self.frontMatter = frontMatter
    self.bodies = bodies
  }

  /// A value of the front matter.
  package enum FrontMatterValue: Sendable, Hashable, ExpressibleByStringLiteral {
    case text(String)
    case list([String])

    package init(stringLiteral value: String) { self = .text(value) }
  }

  /// The whole document.
  ///
  /// The title heads it, and stands in the front matter as the key `title` unless given there.
  package func write() -> String {
    var text = "---\n"
    let isTitled = frontMatter.contains { $0.key == "title" }
    if !isTitled { text += Self.line("title", .text(title)) }
    for (key, value) in frontMatter { text += Self.line(key, value) }
    text += "---\n"
    for kind in SectionKind.allCases {
      let heading = kind == .titleAndOwnership ? "# \(Self.headingText(title))" : "## \(kind.heading)"
      let body = bodies[kind].map { String($0.drop(while: \.isNewline)).trimmingSuffix(while: \.isWhitespace) } ?? ""
      text += "\n\(heading)\n" + (body.isEmpty ? "" : "\n\(body)\n")
    }
    return text
  }

  /// One line of front matter, its end included; an empty value keeps its key.
  package static func line(_ key: String, _ value: FrontMatterValue) -> String {
    switch value {
    case .text(let value): value.isEmpty ? "\(key):\n" : "\(key): \(quoted(value))\n"
    case .list(let values): "\(key): [\(values.map { quoted($0, inList: true) }.joined(separator: ", "))]\n"
    }
  }

  /// A table; pipes and line breaks in cells are escaped, so that each row stays one line.
  package static func table(header: [String], rows: [[String]]) -> String {
    var lines = ["| " + header.map(cell).joined(separator: " | ") + " |"]
    lines.append("|" + String(repeating: " --- |", count: header.count))
    for row in rows {
      let cells = header.indices.map { $0 < row.count ? cell(row[$0]) : "" }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private static func cell(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|": result += "\\|"
      case _ where character.isNewline: result += "<br>"
      default: result.append(character)
      }
    }
    return result
  }

  /// A title must stay one line.
  private static func headingText(_ title: String) -> String {
    title.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Plain where YAML reads the text as it stands, else in double quotes (YAML 1.2, section 7.3.1).
  private static func quoted(_ text: String, inList: Bool = false) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy { scalar in
        scalar.isLetterOrDigit
          || " -_./+".unicodeScalars.contains(scalar)
      } && text.first.map { $0.isLetter || $0.isNumber } ?? false && text.last != " "
      && !["null", "true", "false", "yes", "no", "on", "off", "~"].contains(text.lowercased())
    if isPlain { return text }
    if !inList, Self.isInstant(text) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 32 || scalar.value == 127 || scalar.value == 0x85:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      case _ where !isPrintable(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether YAML takes the scalar as it stands in a quoted text (YAML 1.2, section 5.1); line ends of Unicode would be
  /// folded.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// `2012-08-01T13:30:00Z`: colons without a space behind them need no quotes.
  private static func isInstant(_ text: String) -> Bool {
    text.first?.isNumber == true && text.allSatisfy { $0.isNumber || "TZ:+-.".contains($0) } && text.last != ":"
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !predicate($0) }) else { return "" }
    return String(self[...last])
  }
}
