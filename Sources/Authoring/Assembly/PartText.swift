/// Plain text of a part as one line of Markdown, and back without loss.
///
/// Code between backticks stays code; whatever else Markdown would read as markup is escaped. Line ends become `<br>`;
/// spaces at the ends and control characters become numeric references, because tables drop them.
struct PartText {
  /// Whether it stands in the cell of a table, where a pipe needs a backslash even in code (GFM, section 4.10).
  var isInCell: Bool

  static let cell = PartText(isInCell: true)
  static let line = PartText(isInCell: false)

  // MARK: Writing

  func written(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let isLinkLike = ["](", "][", "]:"].contains { text.contains($0) }
    let isStruckOut = scalars.count { $0 == "~" } > 1
    var result = String.UnicodeScalarView()
    func put(_ text: String) { result.append(contentsOf: text.unicodeScalars) }
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar == "`" {
        let length = Self.run(scalars, at)
        if let end = codeEnd(scalars, at, length) {
          for index in at..<end {
            if isInCell, scalars[index] == "|" { result.append("\\") }
            result.append(scalars[index])
          }
          at = end
        } else {
          put(String(repeating: "\\`", count: length))
          at += length
        }
        continue
      }
      switch scalar {
      case "\n": put(" <br>")
      case "\\", "*", "<", "|": put("\\\(scalar)")
      case "[" where isLinkLike, "]" where isLinkLike: put("\\\(scalar)")
      case "~" where isStruckOut: put("\\~")
      case "_" where !Self.isInsideWord(scalars, at): put("\\_")
      case "&" where Self.opensReference(scalars, at): put("\\&")
      case _ where isDropped(scalars, at): put("&#\(scalar.value);")
      default: result.append(scalar)
      }
      at += 1
    }
    return String(result)
  }

  /// Spaces at the ends, before a line end or behind it, and what no line of text may hold.
  private func isDropped(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    let scalar = scalars[at]
    let isBreak = scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
    if scalar.properties.generalCategory == .control && scalar != "\t" || isBreak || scalar.value == 0xFEFF {
      return true
    }
    guard scalar.properties.isWhitespace else { return false }
    return at == 0 || at == scalars.count - 1 || scalars[at + 1] == "\n" || scalars[at - 1] == "\n"
  }

  /// Where a stretch of code that can be written as it is ends; nil where it would not be read back.
  private func codeEnd(_ scalars: [Unicode.Scalar], _ at: Int, _ length: Int) -> Int? {
    guard let end = Self.codeEnd(scalars, at, length) else { return nil }
    let inner = (at + length)..<(end - length)
    let isPlain = inner.allSatisfy { index in
      let isControl = scalars[index].properties.generalCategory == .control
      let isBreak = scalars[index].value == 0x2028 || scalars[index].value == 0x2029 || scalars[index].value == 0xFEFF
      return !isControl && !isBreak && !(scalars[index] == "|" && scalars[index - 1] == "\\")
    }
    return isPlain && scalars[inner].contains { !$0.properties.isWhitespace } ? end : nil
  }

  // MARK: Reading

  func read(_ markdown: some StringProtocol) -> String {
    let scalars = Array(markdown.unicodeScalars)
    var result = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      if scalars[at] == "`" {
        let length = Self.run(scalars, at)
        let end = Self.codeEnd(scalars, at, length) ?? at + length
        for index in at..<end {
          if isInCell, scalars[index] == "\\", index + 1 < end, scalars[index + 1] == "|" { continue }
          result.append(scalars[index])
        }
        at = end
      } else if scalars[at] == "\\", at + 1 < scalars.count, Self.isPunctuation(scalars[at + 1]) {
        result.append(scalars[at + 1])
        at += 2
      } else if let end = Self.breakEnd(scalars, at) {
        result.append("\n")
        at = end
      } else if let reference = Self.reference(scalars, at) {
        result.append(reference.scalar)
        at = reference.end
      } else {
        result.append(scalars[at])
        at += 1
      }
    }
    return String(result)
  }

  // MARK: What both know

  static func run(_ scalars: [Unicode.Scalar], _ at: Int) -> Int {
    var end = at
    while end < scalars.count, scalars[end] == "`" { end += 1 }
    return end - at
  }

  /// Behind the next run of as many backticks (CommonMark, section 6.1).
  static func codeEnd(_ scalars: [Unicode.Scalar], _ at: Int, _ length: Int) -> Int? {
    var end = at + length
    while end < scalars.count {
      if scalars[end] == "`" {
        let closing = run(scalars, end)
        if closing == length { return end + closing }
        end += closing
      } else {
        end += 1
      }
    }
    return nil
  }

  private static func isInsideWord(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    guard at > 0, at + 1 < scalars.count else { return false }
    return [scalars[at - 1], scalars[at + 1]].allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  /// `&amp;`, `&#8211;`: what Markdown would read as one character.
  private static func opensReference(_ scalars: [Unicode.Scalar], _ at: Int) -> Bool {
    let rest = scalars[(at + 1)...].prefix(33)
    guard let end = rest.firstIndex(of: ";"), end > at + 1 else { return false }
    return scalars[(at + 1)..<end].allSatisfy { $0 == "#" || $0.isASCII && ($0.properties.isAlphabetic || isDigit($0)) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }

  /// Behind `<br>`, with the space before it.
  private static func breakEnd(_ scalars: [Unicode.Scalar], _ at: Int) -> Int? {
    let start = scalars[at] == " " ? at + 1 : at
    for mark in ["<br>", "<br/>", "<br />"] {
      let wanted = Array(mark.unicodeScalars)
      guard start + wanted.count <= scalars.count else { continue }
      let found = scalars[start..<(start + wanted.count)]
      if zip(found, wanted).allSatisfy({ $0.properties.lowercaseMapping == String($1) }) { return start + wanted.count }
    }
    return nil
  }

  private static func reference(_ scalars: [Unicode.Scalar], _ at: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard scalars[at] == "&", at + 3 < scalars.count, scalars[at + 1] == "#" else { return nil }
    var value: UInt32 = 0
    var end = at + 2
    while end < scalars.count, isDigit(scalars[end]), end - at < 10 {
      value = value * 10 + scalars[end].value - 48
      end += 1
    }
    guard end > at + 2, end < scalars.count, scalars[end] == ";", let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end + 1)
  }
}
