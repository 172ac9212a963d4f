/// The cells of one line of a table, as written.
struct TableLine {
  /// What stands between the pipes, blanks at the ends included.
  let cells: [Range<Int>]

  /// Cells stand between pipes that no backslash precedes (GitHub Flavored Markdown, section 4.10).
  init(_ bytes: [UInt8], _ line: Range<Int>) {
    var cells: [Range<Int>] = []
    var at = line.lowerBound
    while at < line.upperBound, bytes[at] == 32 || bytes[at] == 9 || bytes[at] == 62 { at += 1 }
    if at < line.upperBound, bytes[at] == 124 { at += 1 }
    var start = at
    while at < line.upperBound, bytes[at] != 10 {
      if bytes[at] == 124, at == 0 || bytes[at - 1] != 92 {
        cells.append(start..<at)
        start = at + 1
      }
      at += 1
    }
    if bytes[start..<at].contains(where: { $0 > 32 }) { cells.append(start..<at) }
    self.cells = cells
  }

  static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low] <= 32 { low += 1 }
    while low < high, bytes[high - 1] <= 32 { high -= 1 }
    return low..<high
  }
}
