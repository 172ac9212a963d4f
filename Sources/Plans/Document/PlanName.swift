/// Names of plans and scenarios: lower-case letters, digits and single hyphens.
package enum PlanName {
  /// Whether a text can name a plan.
  package static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= PlanLimits.nameScalarsMax && made(from: text) == text
  }

  /// The name that a title gives: `A certificate is expired` is `a-certificate-is-expired`; empty for a title without
  /// Latin letters and digits.
  package static func made(from title: String) -> String {
    var result = ""
    for character in title.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result.append("-")
      }
    }
    var cut = String(result.prefix(PlanLimits.nameScalarsMax))
    while cut.hasSuffix("-") { cut.removeLast() }
    return cut
  }
}
