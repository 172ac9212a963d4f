/// Where a tap on a way to reach somebody leads: to a call or to a new mail; built from what it may hold, whatever was typed.
package struct ContactAddress: Sendable, Hashable {
  package let text: String

  private static let digitsMin = 3
  private static let lengthMax = 200

  /// A mail address where it has the form of one, a telephone number where it is made of what such numbers are written
  /// with; nil for everything else, which is shown as words.
  package init?(_ value: String) {
    let value = value.filter { !$0.isWhitespace }
    guard !value.isEmpty, value.utf8.count <= Self.lengthMax else { return nil }
    if let number = Self.number(value) {
      text = "tel:" + number
    } else if Self.isMail(value) {
      text = "mailto:" + value
    } else {
      return nil
    }
  }

  /// Digits with the plus before them; a trunk zero in brackets, `+49 (0)30`, is not dialled.
  private static func number(_ value: String) -> String? {
    let plain = value.hasPrefix("+") ? value.replacing("(0)", with: "") : value
    guard plain.unicodeScalars.allSatisfy({ "+0123456789()-./".unicodeScalars.contains($0) }) else { return nil }
    let digits = plain.filter(\.isNumber)
    guard digits.count >= digitsMin, plain.dropFirst().allSatisfy({ $0 != "+" }) else { return nil }
    return (plain.hasPrefix("+") ? "+" : "") + digits
  }

  /// Letters, digits and `.-_+` around one `@`: no question mark, so that nothing is written into the mail.
  private static func isMail(_ value: String) -> Bool {
    let parts = value.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[1].contains(".") else { return false }
    return value.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789.-_+@".unicodeScalars.contains(scalar))
    }
  }
}
