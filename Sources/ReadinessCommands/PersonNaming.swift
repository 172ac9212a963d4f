import CommandKit
package import Interchange
import TerminalPages

/// Whom somebody means who types a name, or a number of the list.
package enum PersonNaming {
  private static let shownMax = 9

  /// By number; else by the whole name; else by a beginning of one of its words, where that leaves one person.
  ///
  /// Throws ``CommandFailure`` that lists those who could be meant.
  package static func person(_ text: String, among people: [PersonAnswer]) throws -> PersonAnswer {
    if let number = Int(text) {
      guard let known = people.first(where: { $0.number == number }) else {
        throw CommandFailure("nobody on the list has the number \(number)", hint: "All of them: mayday people")
      }
      return known
    }
    let typed = text.lowercased()
    let here = people.filter { !$0.hasLeft }
    let whole = here.filter { $0.name.lowercased() == typed }
    let meant = whole.isEmpty ? here.filter { isMeant($0.name.lowercased(), by: typed) } : whole
    guard let first = meant.first else {
      throw CommandFailure(
        "nobody on the list is called '\(TerminalText.harmless(text))'", hint: "All of them: mayday people")
    }
    guard meant.count == 1 else {
      let list = meant.prefix(shownMax).map { "\($0.number)  \(TerminalText.harmless($0.name))" }
      throw CommandFailure(
        "\(meant.count) people could be '\(TerminalText.harmless(text))'",
        hint: (list + ["Give the number of one of them."]).joined(separator: "\n  "))
    }
    return first
  }

  private static func isMeant(_ name: String, by typed: String) -> Bool {
    guard !typed.isEmpty else { return false }
    if name.hasPrefix(typed) { return true }
    return name.split(whereSeparator: { $0.isWhitespace || $0 == "-" }).contains { $0.hasPrefix(typed) }
  }
}
