/// Why a text is no JSON that Mayday takes.
package struct JSONTextProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  /// From 1, in bytes.
  package let column: Int
  /// The fact, in one lower-case sentence without a full stop.
  package let message: String

  package init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  package var description: String { "line \(line), column \(column): \(message)" }
}
