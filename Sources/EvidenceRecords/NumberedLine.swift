/// A line of a text with its number, from 1.
package struct NumberedLine: Sendable, Codable, Hashable {
  package var line: Int
  package var text: String

  package init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
