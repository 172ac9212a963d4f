/// Makes text stay text in Markdown, with as few escapes as that takes.
enum MarkdownEscaping {
  /// Escapes one stretch of a line.
  ///
  /// `isStart`: nothing stands before it on its line. `isLinked`: the paragraph has links, so that brackets may be taken for
  /// a part of one.
  static func escaped(_ text: String, isStart: Bool, isCell: Bool, isLinked: Bool) -> String {
    let characters = Array(text)
    let isBracketRisky =
      isLinked || characters.first == "[" || ["](", "][", "]:", "[^"].contains { text.contains($0) }
    let isStruckOut = characters.count { $0 == "~" } > 1
    var result = ""
    var at = 0
    if isStart {
      let count = opening(characters)
      if count > 0 {
        result += String(characters[..<(count - 1)]) + "\\" + String(characters[count - 1])
        at = count
      }
    }
    for index in at..<max(at, characters.count) {
      let character = characters[index]
      let isMark: Bool =
        switch character {
        case "\\", "`", "*", "<": true
        case "|": isCell
        case "[", "]": isBracketRisky
        case "~": isStruckOut
        case "_": !isInsideWord(index, of: characters)
        case "&": isEntity(index, of: characters)
        default: false
        }
      if isMark { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// Length of the mark at the start that would open a block, up to the character to escape; 0 when there is none.
  private static func opening(_ text: [Character]) -> Int {
    guard let first = text.first else { return 0 }
    let isAloneOrSpaced = text.count == 1 || text[1] == " "
    switch first {
    case ">", "|": return 1
    case "#":
      let run = text.prefix { $0 == "#" }.count
      return run <= 6 && (run == text.count || text[run] == " ") ? 1 : 0
    case "+": return isAloneOrSpaced ? 1 : 0
    case "-", "=":
      // A bullet, a rule, the line under a heading, the line under the head of a table.
      return isAloneOrSpaced || text.allSatisfy { $0 == first || $0 == " " || "|:-".contains($0) } ? 1 : 0
    case ":": return text.allSatisfy { "|:- ".contains($0) } ? 1 : 0
    default:
      let digits = text.prefix { $0.isASCII && $0.isNumber }.count
      guard (1...9).contains(digits), digits < text.count, text[digits] == "." || text[digits] == ")",
        digits + 1 == text.count || text[digits + 1] == " "
      else { return 0 }
      return digits + 1
    }
  }

  private static func isInsideWord(_ index: Int, of text: [Character]) -> Bool {
    guard index > 0, index + 1 < text.count else { return false }
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
    return isWord(text[index - 1]) && isWord(text[index + 1])
  }

  private static func isEntity(_ index: Int, of text: [Character]) -> Bool {
    let name = text[(index + 1)...].prefix(32).prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
    return !name.isEmpty && name.endIndex < text.count && text[name.endIndex] == ";"
  }

  static func longestRun(of mark: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for character in text {
      run = character == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// Where a link leads.
enum LinkTarget {
  /// As it stands between the parentheses of a link, also in a table.
  static func written(_ target: String) -> String {
    var result = ""
    for scalar in target.unicodeScalars {
      switch scalar {
      case " ", "(", ")", "<", ">", "\\", "|", "\"", "`", "*":
        result += "%" + String(scalar.value, radix: 16, uppercase: true)
      case _ where scalar.value < 32 || scalar.value == 127: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The place that Google's redirect leads to: what stands in its parameter `q`.
  static func withoutRedirect(_ target: String) -> String {
    guard
      let head = ["https://www.google.com/url?", "http://www.google.com/url?"].first(where: { target.hasPrefix($0) })
    else { return target }
    for pair in target.dropFirst(head.count).split(separator: "&") where pair.hasPrefix("q=") {
      return percentDecoded(pair.dropFirst(2)) ?? target
    }
    return target
  }

  static func percentDecoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.popFirst() {
      guard first == 37, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        bytes.append(first)
        continue
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
