/// Text laid out for a terminal: widths as a terminal counts them, no control characters.
package enum TerminalText {
  /// Columns that a terminal gives the text: two for East Asian wide characters and emoji, none for combining marks.
  package static func width(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value < 0x300 { return 1 }
    if scalar.properties.generalCategory == .nonspacingMark || scalar.value == 0x200B { return 0 }
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) || scalar.properties.isEmojiPresentation {
      return 2
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text without anything that a terminal would obey: control characters become a visible dot, line ends a space.
  ///
  /// A log line may carry escape sequences that move the cursor, set the title or hide text.
  package static func harmless(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.append(scalar == "\n" || scalar == "\t" || scalar == "\r" ? " " : "·")
      case .format where isDirectional(scalar): result.append("·")
      case .lineSeparator, .paragraphSeparator: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same of a text of several lines, which stay lines: for what is written line by line, such as a difference.
  package static func harmlessLines(_ text: some StringProtocol) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      harmless(String(String.UnicodeScalarView(line.last == "\r" ? line.dropLast() : line)))
    }.joined(separator: "\n")
  }

  /// Marks that turn the direction of the text around them (Unicode TR 36, "bidirectional text spoofing").
  private static func isDirectional(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// Lines of at most `width` columns, broken at spaces where there are any, else where they must be.
  package static func wrap(_ text: String, width limit: Int) -> [String] {
    guard limit > 0 else { return [text] }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var rest = word
      let wordWidth = width(word)
      if lineWidth > 0, lineWidth + 1 + wordWidth <= limit {
        line += " " + word
        lineWidth += 1 + wordWidth
        continue
      }
      // A token far longer than a line starts on the present line, so that no line stays almost empty.
      if lineWidth > 0 {
        lines.append(line)
        line = ""
        lineWidth = 0
      }
      while width(rest) > limit {
        let head = prefix(rest, width: limit)
        lines.append(String(head))
        rest = rest[head.endIndex...]
      }
      line = String(rest)
      lineWidth = width(rest)
    }
    if lineWidth > 0 { lines.append(line) }
    return lines.isEmpty ? [""] : lines
  }

  /// The longest beginning of the text that fits into `limit` columns; at least one character.
  package static func prefix(_ text: Substring, width limit: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      let next = width(text[end])
      if used + next > limit, end > text.startIndex { break }
      used += next
      end = text.index(after: end)
    }
    return text[..<end]
  }

  /// The text cut in its middle to `limit` columns: the end of a path says more than its middle.
  package static func shortened(_ text: String, width limit: Int) -> String {
    guard width(text) > limit, limit > 3 else { return text }
    let tail = (limit - 1) * 2 / 3
    let head = limit - 1 - tail
    return prefix(text[...], width: head) + "…" + text.suffix(tail)
  }

  package static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }

  /// Digits grouped by three: `84,812`.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }
}
