import Documents

/// Finds the stretches of parts in a document, and the text without them.
struct StretchReader {
  struct Found {
    var kind: PartStretch
    /// Between the marks.
    var lines: [String]
    /// The lines of the document that were written with it: its marks and the blank lines before it.
    var whole: ClosedRange<Int>
    /// The lines of its marks.
    var marks: (start: Int, end: Int)
  }

  private(set) var found: [Found] = []
  private let document: PostmortemDocument
  private let lines: LineTable

  init(_ document: PostmortemDocument) {
    self.document = document
    let lines = LineTable(document.text)
    self.lines = lines
    func text(_ line: Int) -> String { String(decoding: lines.bytes(ofLine: line), as: UTF8.self) }
    let marks = document.blocks.filter { $0.kind == .html && $0.quoteDepth == 0 }
      .map { (line: $0.lines.lowerBound, mark: text($0.lines.lowerBound).trimmingSpaces) }
      .filter { $0.mark == PartStretch.end || PartStretch(mark: $0.mark) != nil }
    var next = 0
    while next < marks.count {
      let mark = marks[next]
      next += 1
      guard let kind = PartStretch(mark: mark.mark) else { continue }
      // A beginning without its end is left alone: its rows stay words.
      guard next < marks.count, marks[next].mark == PartStretch.end else { continue }
      let end = marks[next].line
      // The blank lines before it were written with it.
      var start = mark.line
      while start > 1, text(start - 1).trimmingSpaces.isEmpty { start -= 1 }
      found.append(
        Found(
          kind: kind, lines: (mark.line + 1..<end).map(text), whole: (start > 1 ? start : mark.line)...end,
          marks: (mark.line, end)))
      next += 1
    }
  }

  /// The text without any of them.
  var words: PostmortemDocument { found.isEmpty ? document : without(found.map(\.whole)) }

  /// The text without some lines; what Mayday did to comments of the author's own for the sake of its marks is undone.
  func without(_ ranges: [ClosedRange<Int>]) -> PostmortemDocument {
    var kept: [UInt8] = []
    var from = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      kept += lines.bytes[from..<max(from, lines.start(ofLine: range.lowerBound))]
      from = max(from, lines.start(ofLine: range.upperBound + 1))
    }
    kept += lines.bytes[from...]
    let text = String(decoding: kept, as: UTF8.self)
    return PostmortemDocument(parsing: found.isEmpty ? text : PartStretch.unguarded(text))
  }
}
