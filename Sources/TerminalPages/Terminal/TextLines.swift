/// Lines for a terminal, built piece by piece: wrapped with hanging indents, nothing in them that a terminal would obey.
package struct TextLines {
  package private(set) var lines: [String] = []
  package let terminal: Terminal

  package init(_ terminal: Terminal) { self.terminal = terminal }

  package var text: String { lines.joined(separator: "\n") }

  /// An empty line, never two in a row.
  package mutating func gap() {
    if lines.last?.isEmpty == false { lines.append("") }
  }

  package mutating func heading(_ text: String) {
    gap()
    add(text, style: .strong)
  }

  /// A text of any number of lines, each wrapped; all but the first begin `hanging` columns further in.
  package mutating func add(_ text: String, indent: Int = 0, hanging: Int = 0, style: Terminal.Style? = nil) {
    append(text, first: blank(indent), rest: blank(indent + hanging), style)
  }

  /// A text beside its label, its further lines below its first; a label that is too long has a line of its own.
  package mutating func add(
    _ label: String, _ text: String, indent: Int = 2, columns: Int, style: Terminal.Style? = nil
  ) {
    let label = TerminalText.harmless(label)
    let rest = blank(indent + columns)
    guard TerminalText.width(label) <= columns else {
      lines.append(blank(indent) + label)
      return append(text, first: rest, rest: rest, style)
    }
    append(text, first: blank(indent) + TerminalText.padded(label, to: columns), rest: rest, style)
  }

  /// A line whose blanks stay as they are, such as one of code; what is too long goes on below it.
  package mutating func add(_ line: String, verbatim indent: Int, style: Terminal.Style? = nil) {
    var rest = TerminalText.harmless(line)[...]
    let room = max(20, terminal.columns - indent)
    repeat {
      let head = TerminalText.prefix(rest, width: room)
      let whole = trimmed(blank(indent) + head)
      lines.append(style.map { terminal.styled(whole, $0) } ?? whole)
      rest = rest[head.endIndex...]
    } while !rest.isEmpty
  }

  /// Adds a line that is copied and run: the terminal breaks it where it must, and a copy has no breaks.
  package mutating func add(_ line: String, unbroken indent: Int) {
    lines.append(trimmed(blank(indent) + TerminalText.harmless(line)))
  }

  /// Rows of cells below each other, each column as wide as its widest cell; the last one takes what is left.
  package mutating func table(_ rows: [[String]], indent: Int = 2, styles: [Terminal.Style?] = []) {
    let count = rows.map(\.count).max() ?? 0
    guard count > 0 else { return }
    let rows = rows.map { row in row.map { TerminalText.harmless($0) } }
    let widths = (0..<count).map { column in
      rows.map { TerminalText.width($0.count > column ? $0[column] : "") }.max() ?? 0
    }
    let lead = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    for (index, row) in rows.enumerated() {
      let style = styles.indices.contains(index) ? styles[index] : nil
      let head = zip(row.dropLast(), widths).map { TerminalText.padded($0, to: $1 + 2) }.joined()
      append(row.last ?? "", first: blank(indent) + head, rest: blank(indent + lead), style)
    }
  }

  private mutating func append(_ text: String, first: String, rest: String, _ style: Terminal.Style?) {
    var lead = first
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let room = max(20, terminal.columns - TerminalText.width(rest))
      for line in TerminalText.wrap(TerminalText.harmless(part), width: room) {
        let whole = trimmed(lead + line)
        lines.append(style.map { terminal.styled(whole, $0) } ?? whole)
        lead = rest
      }
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: count) }
}
