/// The cells of a table's row as bytes of the document, so that they are read and edited without loss.
struct SourceCells {
  /// The row, without its line end.
  let line: String
  /// Where each cell's words stand, white space around them left out; an empty cell has an empty range.
  private(set) var cells: [Range<String.Index>] = []

  /// Cells stand between pipes that no backslash precedes, also inside code (GFM, section 4.10).
  init(line: String) {
    self.line = line
    var at = line.startIndex
    while at < line.endIndex, " \t>".contains(line[at]) { at = line.index(after: at) }
    if at < line.endIndex, line[at] == "|" { at = line.index(after: at) }
    var start = at
    var last: Character = " "
    while at < line.endIndex {
      if line[at] == "|", last != "\\" {
        cells.append(trimmed(start..<at))
        start = line.index(after: at)
      }
      last = line[at]
      at = line.index(after: at)
    }
    // What stands behind the last pipe is a cell where a row is not closed by one.
    if !line[start...].allSatisfy(\.isWhitespace) { cells.append(trimmed(start..<line.endIndex)) }
  }

  private func trimmed(_ range: Range<String.Index>) -> Range<String.Index> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, line[low].isWhitespace { low = line.index(after: low) }
    while low < high, line[line.index(before: high)].isWhitespace { high = line.index(before: high) }
    return low..<high
  }

  /// The words of a cell as they stand there; empty where the row is short.
  ///
  /// The backslash before a pipe is the table's, not the cell's, and each `<br>` is a line end.
  func text(_ index: Int) -> String {
    guard cells.indices.contains(index) else { return "" }
    return Self.lines(String(line[cells[index]]).replacing("\\|", with: "|"))
  }

  /// The row with other words in a cell; nil where the row is short.
  func replacing(_ index: Int, with text: String) -> String? {
    guard cells.indices.contains(index) else { return nil }
    let range = cells[index]
    var (before, after) = (String(line[..<range.lowerBound]), String(line[range.upperBound...]))
    if range.isEmpty, before.last == "|" { before += " " }
    if range.isEmpty, after.first == "|" { after = " " + after }
    return before + Self.cell(text) + after
  }

  /// Words as they stand in one cell: one line, its pipes escaped.
  static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: "<br>").replacing("|", with: "\\|")
  }

  private static func lines(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "<") {
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close].lowercased().filter { !$0.isWhitespace && $0 != "/" }
      if tag == "br" {
        result += rest[..<open].reversed().drop { $0 == " " }.reversed()
        result += "\n"
        rest = rest[rest.index(after: close)...].drop { $0 == " " }
      } else {
        result += rest[...open]
        rest = rest[rest.index(after: open)...]
      }
    }
    return result + rest
  }
}
