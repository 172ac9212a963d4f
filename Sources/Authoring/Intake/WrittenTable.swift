import Documents

/// A table as somebody wrote it, with its lines in the document.
struct WrittenTable {
  struct Row {
    var line: Int
    /// Markdown, by the name of its column in lower case.
    var cells: PartTable.Row
    /// The same as a reader sees it.
    var proses: [String: Prose]
  }

  /// From its header to its last row.
  var lines: ClosedRange<Int>
  /// With the blank line below it, where there is one above it too.
  var linesWithBlank: ClosedRange<Int>
  /// Names of the columns in lower case, without what stands in brackets.
  var names: [String]
  /// The same as they are written.
  var writtenNames: [String]
  var rows: [Row]
  /// What it holds, by its section and its columns; nil: none of ours.
  var kind: PartStretch?

  /// Tables outside of lists, quotations and some lines, in their order.
  static func all(in document: PostmortemDocument, outside taken: [ClosedRange<Int>]) -> [WrittenTable] {
    let lines = LineTable(document.text)
    var blocks: [Int: [DocumentBlock]] = [:]
    for block in document.blocks where block.quoteDepth == 0 && block.listDepth == 0 {
      if let table = block.table { blocks[table, default: []].append(block) }
    }
    return blocks.sorted { $0.key < $1.key }.compactMap { _, blocks in
      WrittenTable(blocks, document, lines).flatMap { table in
        taken.contains { $0.overlaps(table.lines) } ? nil : table
      }
    }
  }

  /// Nil for one whose rows do not begin with a pipe.
  private init?(_ blocks: [DocumentBlock], _ document: PostmortemDocument, _ table: LineTable) {
    func text(_ line: Int) -> String {
      String(decoding: table.bytes(ofLine: line), as: UTF8.self).trimmingSpaces
    }
    guard let header = blocks.first, header.kind == .row(isHeader: true), let last = blocks.last,
      blocks.allSatisfy({ $0.lines.count == 1 && text($0.lines.lowerBound).hasPrefix("|") })
    else { return nil }
    lines = header.lines.lowerBound...max(last.lines.upperBound, header.lines.lowerBound + 1)
    writtenNames = PartTable.cells(of: text(header.lines.lowerBound))
    names = writtenNames.map(PartTable.key)
    let keys = names
    rows = blocks.dropFirst().map { block in
      let cells = PartTable.cells(of: text(block.lines.lowerBound))
      return Row(
        line: block.lines.lowerBound,
        cells: PartTable.Row(cells: Dictionary(zip(keys, cells)) { first, _ in first }),
        proses: Dictionary(zip(keys, block.cells)) { first, _ in first })
    }
    let (above, below) = (lines.lowerBound - 1, lines.upperBound + 1)
    let isLoose =
      (above < 1 || text(above).isEmpty) && below <= table.count && text(below).isEmpty
    linesWithBlank = isLoose ? lines.lowerBound...below : lines
    switch document.kind(of: header) {
    case .timeline: kind = .timeline
    case .actions: kind = .actions
    case .rootCause: kind = names.contains("what we believed") ? .causes : nil
    default: kind = nil
    }
  }
}

extension PostmortemDocument {
  /// The text of a cell without its emphasis, code kept as code; nil where it holds what plain text cannot say.
  static func plainText(of cell: String, seenAs prose: Prose) -> (text: String, isEmphasisLost: Bool)? {
    guard !prose.objects.contains(where: { $0.kind == .target }), !cell.contains("![") else { return nil }
    let bare = withoutEmphasis(cell)
    let text = PartText.cell.read(bare)
    // What a reader sees decides whether anything was lost on the way.
    func letters(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "`" }))
    }
    return letters(text) == letters(prose.text) ? (text, bare != cell) : nil
  }

  /// Without the marks of bold and italic words, outside of code.
  private static func withoutEmphasis(_ cell: String) -> String {
    let scalars = Array(cell.unicodeScalars)
    var result = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar == "\\", at + 1 < scalars.count {
        result.append(contentsOf: scalars[at...(at + 1)])
        at += 2
      } else if scalar == "`", let end = PartText.codeEnd(scalars, at, PartText.run(scalars, at)) {
        result.append(contentsOf: scalars[at..<end])
        at = end
      } else if scalar == "*" || scalar == "_" {
        var end = at
        while end < scalars.count, scalars[end] == scalar { end += 1 }
        let isSpaced = { (index: Int) in
          !scalars.indices.contains(index) || scalars[index].properties.isWhitespace
        }
        let isInWord = scalar == "_" && !isSpaced(at - 1) && !isSpaced(end)
        if isInWord || isSpaced(at - 1) && isSpaced(end) { result.append(contentsOf: scalars[at..<end]) }
        at = end
      } else {
        result.append(scalar)
        at += 1
      }
    }
    return String(result)
  }
}
