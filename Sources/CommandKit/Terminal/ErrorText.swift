import TerminalPages

/// What is said of an error, in lines that fit on a terminal.
package struct ErrorText {
  private static let columns = 80

  private let text: String

  package init(_ text: String) { self.text = text }

  /// Lines that are too long go on two columns further in; a command to type is not broken, and begins a line.
  package var wrapped: String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap(Self.wrapped).joined(separator: "\n")
  }

  private static func wrapped(_ line: Substring) -> [String] {
    guard TerminalText.width(line) > columns else { return [String(line)] }
    let indent = line.prefix { $0 == " " }.count
    let first = String(repeating: " ", count: indent)
    // What editors read begins a line, however long it is; so do lines of a difference.
    guard !line.hasPrefix("  +"), !line.hasPrefix("  -") else { return [String(line)] }
    if let command = line.firstRange(of: ": mayday ") {
      let words = wrapped(line[..<line.index(after: command.lowerBound)])
      return words + [first + "  " + line[line.index(command.lowerBound, offsetBy: 2)...]]
    }
    let rest = first + "  "
    return TerminalText.wrap(String(line), width: columns - rest.count).enumerated().map { index, part in
      (index == 0 ? first : rest) + part
    }
  }
}
