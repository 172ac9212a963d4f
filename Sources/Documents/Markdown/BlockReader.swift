/// Turns the nodes of the Markdown parser into blocks whose words know their places in the file.
struct BlockReader {
  let lines: LineTable
  /// How many lines of the file stand before the Markdown.
  let lineOffset: Int

  func blocks(of nodes: [MarkdownTree.Node]) -> [DocumentBlock] {
    nodes.compactMap(block)
  }

  private func block(_ node: MarkdownTree.Node) -> DocumentBlock? {
    let first = node.lines.lowerBound + lineOffset
    let range = first...(node.lines.upperBound + lineOffset)
    var block = DocumentBlock(
      kind: .paragraph, lines: range, quoteDepth: node.quoteDepth, listDepth: node.listDepth, table: node.table)
    switch node.type {
    case "heading": return heading(node, block)
    case "table_header", "table_row":
      block.kind = .row(isHeader: node.type == "table_header")
      block.cells = cells(ofLine: first)
      return block
    case "code_block": block.kind = .code
    case "html_block": block.kind = .html
    default:
      var prose = prose(in: range, column: node.column)
      if node.isItemStart {
        var isDone: Bool?
        if let box = Self.checkbox(prose) {
          isDone = box.isDone
          prose = prose.dropping(box.length)
        }
        block.kind = .item(isDone: isDone)
      }
      guard !prose.isEmpty else { return nil }
      block.prose = prose
    }
    return block
  }

  private func heading(_ node: MarkdownTree.Node, _ block: DocumentBlock) -> DocumentBlock {
    var block = block
    block.kind = .heading(level: node.level)
    let first = block.lines.lowerBound
    let scalars = lines.scalars(ofLine: first)
    var at = min(scalarColumn(line: first, byteColumn: node.column) - 1, scalars.count)
    while at < scalars.count, scalars[at] == " " { at += 1 }
    var last = first
    if at < scalars.count, scalars[at] == "#" {
      while at < scalars.count, scalars[at] == "#" || scalars[at] == " " { at += 1 }
      var end = scalars.count
      while end > at, scalars[end - 1].isSpace { end -= 1 }
      var hashes = end
      while hashes > at, scalars[hashes - 1] == "#" { hashes -= 1 }
      if hashes < end, hashes == at || scalars[hashes - 1] == " " { end = hashes }
      var scanner = ProseScanner()
      scanner.add(scalars[at..<end], line: first, column: at + 1)
      block.prose = scanner.scan()
    } else {
      while last < lines.count, !isUnderline(last + 1) { last += 1 }
      block.prose = prose(in: first...last, column: node.column)
      last += 1
    }
    block.lines = first...min(last, lines.count)
    return block
  }

  /// The row of `=` or `-` under a heading, also inside a quote.
  private func isUnderline(_ line: Int) -> Bool {
    let bytes = lines.bytes(ofLine: line).filter { $0 != 32 && $0 != 9 && $0 != 62 }
    return !bytes.isEmpty && (bytes.allSatisfy { $0 == 61 } || bytes.allSatisfy { $0 == 45 })
  }

  private func prose(in range: ClosedRange<Int>, column: Int) -> Prose {
    var scanner = ProseScanner()
    var hasText = false
    for line in range {
      let scalars = lines.scalars(ofLine: line)
      var at = line == range.lowerBound ? min(scalarColumn(line: line, byteColumn: column) - 1, scalars.count) : 0
      // Continuation lines carry the marks of the quotes and the indentation of the lists around them.
      while at < scalars.count, scalars[at] == " " || scalars[at] == "\t" || scalars[at] == ">" { at += 1 }
      // Definitions stand before the text of a paragraph, never within it (CommonMark, section 4.7).
      if !hasText, isReferenceDefinition(scalars[at...]) { continue }
      at = footnoteText(scalars[at...])
      hasText = true
      scanner.add(scalars[at...], line: line, column: at + 1)
    }
    return scanner.scan()
  }

  /// `[label]: target "title"`, which shows nothing; a footnote shows, and so does a remark: `[Note]: all of it was late`.
  private func isReferenceDefinition(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let rest = behindLabel(scalars), scalars[scalars.startIndex + 1] != "^" else { return false }
    let words = scalars[rest...].split(whereSeparator: \.isSpace)
    guard words.count > 1, let title = words[1].first else { return true }
    return "\"'(".unicodeScalars.contains(title)
  }

  /// Where the text of a line begins: behind `[^label]:` for a footnote.
  private func footnoteText(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    guard var at = behindLabel(scalars), scalars[scalars.startIndex + 1] == "^" else { return scalars.startIndex }
    while at < scalars.endIndex, scalars[at].isSpace { at += 1 }
    return at
  }

  /// The place behind `[label]:`; nil for a line that does not begin with one.
  private func behindLabel(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard scalars.first == "[", let close = scalars.firstIndex(of: "]"), close + 2 < scalars.endIndex,
      scalars[close + 1] == ":", close > scalars.startIndex + 1
    else { return nil }
    return close + 2
  }

  /// Cells stand between pipes that no backslash precedes, also inside code (GFM, section 4.10).
  private func cells(ofLine line: Int) -> [Prose] {
    let scalars = lines.scalars(ofLine: line)
    var at = 0
    while at < scalars.count, " \t>".unicodeScalars.contains(scalars[at]) { at += 1 }
    if at < scalars.count, scalars[at] == "|" { at += 1 }
    var result: [Prose] = []
    var start = at
    while at <= scalars.count {
      let isEnd = at == scalars.count
      if isEnd || (scalars[at] == "|" && !(at > 0 && scalars[at - 1] == "\\")) {
        if isEnd, scalars[start..<at].allSatisfy(\.isSpace) { break }
        var scanner = ProseScanner()
        var from = start
        while from < at, scalars[from].isSpace { from += 1 }
        var to = at
        while to > from, scalars[to - 1].isSpace { to -= 1 }
        for index in from..<to {
          // The backslash before a pipe is the table's, not the cell's, even inside code.
          if scalars[index] == "\\", index + 1 < to, scalars[index + 1] == "|" { continue }
          scanner.add(scalars[index], line: line, column: index + 1)
        }
        result.append(scanner.scan())
        start = at + 1
      }
      at += 1
    }
    return result
  }

  private func scalarColumn(line: Int, byteColumn: Int) -> Int {
    let bytes = lines.bytes(ofLine: line).prefix(max(byteColumn, 1) - 1)
    return bytes.reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private static func checkbox(_ prose: Prose) -> (isDone: Bool, length: Int)? {
    let scalars = prose.scalars
    guard scalars.count >= 3, scalars[0] == "[", scalars[2] == "]", " xX".unicodeScalars.contains(scalars[1]) else {
      return nil
    }
    var length = 3
    while length < scalars.count, scalars[length] == " " { length += 1 }
    return (scalars[1] != " ", length)
  }
}
