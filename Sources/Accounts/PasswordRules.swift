import Foundation

/// Which passwords are taken.
///
/// Length counts, not the mixture of kinds of characters (NIST SP 800-63B, section 5.1.1.2); what everybody tries first
/// is refused.
package enum PasswordRules {
  /// Throws ``AccountError`` for a password that is too short, too long or too easily guessed.
  package static func check(_ password: String, handle: String, displayName: String) throws(AccountError) {
    let composed = composed(password)
    let count = composed.unicodeScalars.count
    guard count >= AccountLimits.passwordScalarsMin else {
      throw refusal(
        "it has \(count) characters",
        hint: "use at least \(AccountLimits.passwordScalarsMin); four words that do not belong together are good")
    }
    guard count <= AccountLimits.passwordScalarsMax else {
      throw refusal("it has \(count) characters", hint: "use at most \(AccountLimits.passwordScalarsMax)")
    }
    guard !composed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw refusal("it has a character that cannot be typed again", hint: "leave out tabs and line breaks")
    }
    let folded = composed.lowercased()
    guard ![handle, displayName].contains(where: { self.composed($0).lowercased() == folded }) else {
      throw refusal("it is the handle or the name", hint: "take one that has nothing to do with you")
    }
    guard Set(folded.unicodeScalars).count >= distinctScalarsMin, !CommonPasswords.contains(folded) else {
      throw refusal(
        "it is among the first that anybody would try", hint: "four words that do not belong together are good")
    }
  }

  /// Whether it could ever have been taken, by its length alone.
  package static func hasPossibleLength(_ password: String) -> Bool {
    let count = composed(password).unicodeScalars.count
    return (AccountLimits.passwordScalarsMin...AccountLimits.passwordScalarsMax).contains(count)
  }

  /// The form that is counted and hashed: keyboards write the same letter in different ways.
  static func composed(_ password: String) -> String {
    // Composing an endless text would be work for nothing.
    guard password.utf8.count <= AccountLimits.passwordScalarsMax * 16 else { return password }
    return password.precomposedStringWithCanonicalMapping
  }

  private static let distinctScalarsMin = 4

  private static func refusal(_ message: String, hint: String) -> AccountError {
    AccountError(.invalidPassword, place: "password", message: message, hint: hint)
  }
}
