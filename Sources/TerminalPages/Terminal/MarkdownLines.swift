/// Markdown for a terminal: the marks stay unless they are left out, lists keep their indents, and tables stand in columns or as blocks.
package struct MarkdownLines {
  /// How far the text of a document is taken in, whatever blanks it begins with.
  private static let depthMax = 24
  /// A line of the writer's that is shorter ends where it ended; longer ones flow on.
  private static let shortMax = 40

  private let source: [Substring]

  /// `keepsMarks`: whether the stars of bold words are shown, as in a text that is to be changed.
  package init(_ markdown: String, keepsMarks: Bool = true) {
    source = (keepsMarks ? markdown : Self.withoutBold(markdown)).split(omittingEmptySubsequences: false) {
      $0.isNewline
    }
  }

  /// Without the stars around bold words; code keeps what it has.
  private static func withoutBold(_ markdown: String) -> String {
    markdown.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index.isMultiple(of: 2) ? String(part).replacing("**", with: "") : String(part)
    }.joined(separator: "`")
  }

  /// Puts the text into lines, `indent` columns in.
  package func add(to lines: inout TextLines, indent: Int) {
    var index = 0
    var fence: String?
    while index < source.count {
      let line = source[index]
      let mark = Self.fence(line)
      if fence != nil || mark != nil {
        lines.add(String(line).untabbed, unbroken: indent)
        if let open = fence, let mark, mark.hasPrefix(open) { fence = nil } else { fence = fence ?? mark }
        index += 1
      } else if let table = MarkdownTable(source[index...]) {
        table.add(to: &lines, indent: indent)
        index += table.lineCount
      } else {
        index += add(from: index, to: &lines, indent)
      }
    }
  }

  /// Puts the paragraph or the item that begins here; returns how many lines it has.
  private func add(from start: Int, to lines: inout TextLines, _ indent: Int) -> Int {
    let first = Block(source[start])
    guard !first.text.isEmpty else {
      lines.gap()
      return 1
    }
    var text = String(first.text)
    var count = 1
    while first.flows, start + count < source.count, !endsHard(start + count - 1) {
      let next = Block(source[start + count])
      guard next.mark.isEmpty, next.flows, !next.text.isEmpty, Self.fence(source[start + count]) == nil,
        MarkdownTable(source[(start + count)...]) == nil
      else { break }
      text += " " + next.text
      count += 1
    }
    let depth = indent + min(first.depth, Self.depthMax)
    if first.mark.isEmpty {
      lines.add(text, indent: depth)
    } else {
      let columns = TerminalText.width(first.mark) + 1
      lines.add(first.mark, text, indent: depth, columns: columns)
    }
    return count
  }

  /// Whether what follows a line begins a new one: by two blanks, a backslash, or since the writer broke it early.
  private func endsHard(_ index: Int) -> Bool {
    let line = source[index]
    return line.hasSuffix("  ") || line.hasSuffix("\\") || TerminalText.width(line) < Self.shortMax
  }

  /// The mark that opens or closes a block of code.
  private static func fence(_ line: Substring) -> String? {
    let text = line.drop { $0 == " " }
    guard let first = text.first, first == "`" || first == "~" else { return nil }
    let mark = text.prefix { $0 == first }
    return mark.count >= 3 ? String(mark) : nil
  }

  /// A line with what it begins with: blanks, and the mark of a list or a quotation.
  private struct Block {
    var depth = 0
    var mark = ""
    var text: Substring
    /// Whether lines that follow belong to it: not those of headings and raw HTML.
    var flows = true

    init(_ line: Substring) {
      text = line[...]
      while let first = text.first, first == " " || first == "\t" {
        depth += first == "\t" ? 4 : 1
        text.removeFirst()
      }
      while text.last?.isWhitespace == true { text.removeLast() }
      guard let first = text.first else { return }
      switch first {
      case "-", "*", "+":
        if text.dropFirst().first == " " { take(1) }
      case ">":
        take(1)
        flows = false
      case "#", "<": flows = false
      case "0"..."9":
        let digits = text.prefix { ("0"..."9").contains($0) }
        let rest = text[digits.endIndex...]
        if digits.count <= 9, let end = rest.first, end == "." || end == ")", rest.dropFirst().first == " " {
          take(digits.count + 1)
        }
      default: break
      }
    }

    private mutating func take(_ count: Int) {
      mark = String(text.prefix(count))
      text = text.dropFirst(count).drop { $0 == " " }
    }
  }
}

extension String {
  /// With four blanks for each tabulator.
  fileprivate var untabbed: String { replacing("\t", with: "    ") }
}

/// A table in Markdown: rows between bars, the second of them dashes.
struct MarkdownTable {
  /// Lines of the source that it takes.
  let lineCount: Int
  private let header: [String]
  private let rows: [[String]]

  /// Nil where no table begins with the first of these lines.
  init?(_ lines: ArraySlice<Substring>) {
    guard lines.count >= 2, let first = lines.first, first.contains("|"),
      Self.isRule(lines[lines.index(after: lines.startIndex)])
    else { return nil }
    header = Self.cells(first)
    let body = lines.dropFirst(2).prefix { $0.contains("|") && $0.contains { !$0.isWhitespace } }
    rows = body.map(Self.cells)
    lineCount = 2 + body.count
  }

  /// In columns where they fit side by side; else a block for each row, with the head of its column before each cell.
  func add(to lines: inout TextLines, indent: Int) {
    let count = max(header.count, rows.map(\.count).max() ?? 0)
    let all = ([header] + rows).map { row in
      (0..<count).map { row.count > $0 ? TerminalText.harmless(row[$0]) : "" }
    }
    let widths = (0..<count).map { column in all.map { TerminalText.width($0[column]) }.max() ?? 0 }
    guard indent + widths.reduce(0, +) + 2 * (count - 1) > min(lines.terminal.columns, 80) else {
      let rule = widths.map { String(repeating: "-", count: max($0, 1)) }
      return lines.table([all[0], rule] + all.dropFirst(), indent: indent)
    }
    for row in all.dropFirst() {
      lines.gap()
      for (name, cell) in zip(all[0], row) where !cell.isEmpty {
        lines.add(name.isEmpty ? cell : "\(name): \(cell)", indent: indent, hanging: 2)
      }
    }
    lines.gap()
  }

  /// Whether the line says where columns are and no more.
  private static func isRule(_ line: Substring) -> Bool {
    line.contains("|") && line.contains("-") && line.allSatisfy { "|-: \t".contains($0) }
  }

  /// What stands between the bars; `\|` is a bar of the text.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        if character == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    var trimmed = cells.map { $0.split(separator: " ").joined(separator: " ") }
    if trimmed.first?.isEmpty == true { trimmed.removeFirst() }
    if trimmed.last?.isEmpty == true, line.last(where: { !$0.isWhitespace }) == "|" { trimmed.removeLast() }
    return trimmed
  }
}
