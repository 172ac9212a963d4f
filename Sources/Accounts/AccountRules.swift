import Foundation

/// What handles, names, passwords and labels may be.
///
/// Each function returns the text as it is kept, or throws ``AccountError`` with the field as its place.
package enum AccountRules {
  /// Never a person's: the record uses them for what no person did.
  private static let reservedHandles: Set<String> = ["mayday", "system"]

  /// Lower-case ASCII letters, digits, `.`, `-` and `_`, beginning with a letter or digit.
  package static func handle(_ text: String) throws(AccountError) -> String {
    let count = text.unicodeScalars.count
    let limits = AccountLimits.handleScalarsMin...AccountLimits.handleScalarsMax
    guard limits.contains(count) else {
      throw AccountError(
        .invalidHandle, place: "handle", message: "it has \(count) characters",
        hint: "use \(limits.lowerBound) to \(limits.upperBound)")
    }
    let isPlain = text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 45 || $0 == 46 || $0 == 95 }
    guard isPlain, text.utf8.first.map(isLetterOrDigit) == true else {
      throw AccountError(
        .invalidHandle, place: "handle", message: "'\(printable(text))' is not a handle",
        hint: "use lower-case letters, digits, '.', '-' and '_', beginning with a letter or digit")
    }
    guard !reservedHandles.contains(text) else {
      throw AccountError(
        .invalidHandle, place: "handle", message: "'\(text)' stands for Mayday itself in the record",
        hint: "take another")
    }
    return text
  }

  /// What somebody typed into a sign-in form, as a handle would be written.
  package static func typedHandle(_ text: String) -> String {
    let bare = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return String(bare.lowercased().unicodeScalars.prefix(AccountLimits.handleScalarsMax + 1).map(Character.init))
  }

  package static func displayName(_ text: String) throws(AccountError) -> String {
    try line(
      text, place: "display name", code: .invalidDisplayName, scalarsMax: AccountLimits.displayNameScalarsMax)
  }

  package static func tokenLabel(_ text: String) throws(AccountError) -> String {
    try line(text, place: "label", code: .invalidLabel, scalarsMax: AccountLimits.tokenLabelScalarsMax)
  }

  /// Printable text of somebody's program, cut to size; never refused.
  package static func cut(_ text: String, scalarsMax: Int) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(scalarsMax) where !misleads(scalar) { kept.append(scalar) }
    return String(kept)
  }

  private static func line(
    _ text: String, place: String, code: AccountError.Code, scalarsMax: Int
  ) throws(AccountError) -> String {
    let composed = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    let count = composed.unicodeScalars.count
    guard count > 0 else {
      throw AccountError(code, place: place, message: "it is empty", hint: "use 1 to \(scalarsMax) characters")
    }
    guard count <= scalarsMax else {
      throw AccountError(
        code, place: place, message: "it has \(count) characters", hint: "use at most \(scalarsMax)")
    }
    guard !composed.unicodeScalars.contains(where: misleads) else {
      throw AccountError(
        code, place: place, message: "it has a character that cannot be seen", hint: "type it instead of pasting it")
    }
    return composed
  }

  /// Control characters, line breaks, and those that turn the direction of the text around them.
  static func misleads(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte)
  }

  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { misleads($0) ? "\u{FFFD}" : $0 }))
  }
}
