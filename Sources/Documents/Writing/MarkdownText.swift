/// Text from elsewhere made plain text in Markdown, with as few escapes as that takes.
package enum MarkdownText {
  /// One line that a parser reads as the words themselves, also in the cell of a table.
  ///
  /// Line ends become spaces, other control characters a dot. Escaped is what GitHub Flavored Markdown would read as markup:
  /// `\`, `` ` ``, `*`, `<`, `|` and a pair of `~` anywhere, `_` but inside a word (section 6.4 of its specification),
  /// brackets that make a link, and the marks that open a block where the text begins.
  package static func inline(_ text: some StringProtocol) -> String {
    let characters = Array(text)
    let isLinkLike = ["](", "][", "]:"].contains { text.contains($0) } || "[![".contains(characters.first ?? " ")
    let isStruckOut = characters.count { $0 == "~" } > 1
    var result = ""
    for (index, character) in characters.enumerated() {
      switch character {
      case "\n", "\r\n", "\r", "\t", "\u{2028}", "\u{2029}": result.append(" ")
      case "\\", "`", "*", "<", "|": result += "\\\(character)"
      case "_" where !isInsideWord(index, of: characters): result += "\\_"
      case "[" where isLinkLike, "]" where isLinkLike: result += "\\\(character)"
      case "~" where isStruckOut: result += "\\~"
      case "#" where index == 0, ">" where index == 0, "+" where index == 0, "-" where index == 0, "=" where index == 0:
        result += "\\\(character)"
      case "." where isListNumber(before: index, of: characters), ")" where isListNumber(before: index, of: characters):
        result += "\\\(character)"
      default:
        let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        result.append(isControl ? "·" : character)
      }
    }
    return result
  }

  /// A code span that holds the text as it is, also in the cell of a table.
  package static func code(_ text: String) -> String {
    let plain = String(text.map { $0 == "`" ? "'" : ($0.isNewline ? " " : $0) })
    return "`\(plain.replacing("|", with: "\\|"))`"
  }

  private static func isInsideWord(_ index: Int, of characters: [Character]) -> Bool {
    guard index > 0, index + 1 < characters.count else { return false }
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    return isWord(characters[index - 1]) && isWord(characters[index + 1])
  }

  /// Whether everything before is digits, so that the mark would make the text the item of a list.
  private static func isListNumber(before index: Int, of characters: [Character]) -> Bool {
    guard index > 0, index < 10, index + 1 == characters.count || characters[index + 1] == " " else { return false }
    return characters[..<index].allSatisfy { $0.isASCII && $0.isNumber }
  }
}
