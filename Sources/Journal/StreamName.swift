/// The events of one thing, by name: `incident-1`.
///
/// ASCII lower-case letters, digits and `-`, at most ``JournalLimits/nameBytesMax`` bytes; a journal refuses any other
/// on append.
package struct StreamName: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// The stream of the `number`th thing of a category: `incident-1`.
  package init(_ category: String, number: Int) { text = "\(category)-\(number)" }

  /// The number when the name belongs to a category; nil otherwise.
  package func number(in category: String) -> Int? {
    guard text.hasPrefix(category + "-") else { return nil }
    return Int(text.dropFirst(category.utf8.count + 1))
  }

  package var description: String { text }
}
