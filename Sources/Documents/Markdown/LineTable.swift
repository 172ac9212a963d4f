/// The lines of a text with their byte offsets; `\n`, `\r\n` and `\r` end a line, as in Markdown.
package struct LineTable: Sendable {
  /// The whole text in UTF-8.
  package let bytes: [UInt8]
  /// Offset of the first byte of each line.
  private let starts: [Int]
  /// Offset behind the last byte of each line, its end of line left out.
  private let ends: [Int]

  package init(_ text: String) {
    bytes = Array(text.utf8)
    var starts = [0]
    var ends: [Int] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      guard byte == 10 || byte == 13 else { continue }
      ends.append(at - 1)
      if byte == 13, at < bytes.count, bytes[at] == 10 { at += 1 }
      starts.append(at)
    }
    ends.append(bytes.count)
    self.starts = starts
    self.ends = ends
  }

  /// Number of lines; a text that ends with a line end counts an empty last one.
  package var count: Int { starts.count }

  /// Offset of the first byte of a line, from 1; the end of the text for a line behind the last one.
  package func start(ofLine line: Int) -> Int {
    line > starts.count ? bytes.count : starts[max(line, 1) - 1]
  }

  /// The line, from 1, in which the byte stands.
  package func line(ofOffset offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, from 1, without its end; empty for a line that is not there.
  package func bytes(ofLine line: Int) -> ArraySlice<UInt8> {
    guard line >= 1, line <= starts.count else { return [] }
    return bytes[starts[line - 1]..<ends[line - 1]]
  }

  /// The scalars of a line, from 1, without its end.
  package func scalars(ofLine line: Int) -> [Unicode.Scalar] {
    Array(String(decoding: bytes(ofLine: line), as: UTF8.self).unicodeScalars)
  }

  /// Offset of the byte at which the scalar of a column, from 1, begins.
  package func offset(line: Int, column: Int) -> Int {
    let start = start(ofLine: line)
    let width = scalars(ofLine: line).prefix(max(column, 1) - 1).reduce(0) { $0 + UTF8.width($1) }
    return start + width
  }

  /// A stretch of the text, byte for byte.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
