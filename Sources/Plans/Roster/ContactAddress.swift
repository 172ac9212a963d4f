/// What a telephone or a mail program takes of a way to reach somebody: `tel:+493012345`, `mailto:kim@example.org`.
///
/// Made of the characters of numbers and addresses alone, so that nothing else can be led to.
package struct ContactAddress: Hashable, Sendable {
  package let text: String

  /// The first number or address in a text, such as `telephone: +49 30 12345 (day)`; nil where there is none.
  package init?(_ way: String) {
    guard way.utf8.count <= 400 else { return nil }
    if let mail = Self.mail(in: way) {
      text = "mailto:" + mail
    } else if let number = Self.number(in: way) {
      text = "tel:" + number
    } else {
      return nil
    }
  }

  private static func mail(in way: String) -> String? {
    way.split { $0.isWhitespace || "<>(),;".contains($0) }.lazy.map { word in
      word.hasPrefix("mailto:") ? String(word.dropFirst(7)) : String(word)
    }.first { word in
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(isOfMail) }
        && parts[1].contains(".")
    }
  }

  private static func isOfMail(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "+", "-": true
    default: false
    }
  }

  /// At least five digits with what people write between them; `(0)` within a number of another country is left out.
  private static func number(in way: String) -> String? {
    var number = ""
    func isWhole(_ number: String) -> Bool { (5...15).contains(number.count { $0 != "+" }) }
    for character in way.replacing("(0)", with: " ") {
      switch character {
      case "0"..."9" where character.isASCII: number.append(character)
      case "+":
        if isWhole(number) { return number }
        number = "+"
      case " ", "-", "/", "(", ")", ".", "\u{A0}", "\u{202F}", "–": continue
      default:
        if isWhole(number) { return number }
        number = ""
      }
    }
    return isWhole(number) ? number : nil
  }
}

extension RosterPerson.Contact {
  package var address: ContactAddress? { ContactAddress(value) }
}
