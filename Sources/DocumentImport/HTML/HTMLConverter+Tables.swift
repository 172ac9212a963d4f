/// Tables: of data as tables, of layout as what stands in them.
extension HTMLConverter {
  private struct Cell {
    var lines: [String]
    var isHead: Bool
  }

  mutating func table(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    flow.flush()
    let rows = rows(of: index)
    if isLayout(index, rows: rows) {
      for cell in rows.flatMap(\.self) {
        flow.flush()
        visitChildren(cell, look, &flow)
        flow.flush()
      }
      return
    }
    if cellDepth > 0 {
      notes.add(.changed, "tables within tables, written line by line", line: tree[index].line)
      for row in rows {
        for (place, cell) in row.enumerated() {
          if place > 0 { flow.pending.append(InlineRun(content: .text("; "), look: look)) }
          visitChildren(cell, look, &flow)
        }
        flow.pending.append(InlineRun(content: .lineBreak, look: .init()))
      }
      return
    }
    if let caption = tree.child(of: index, named: "caption") {
      visitChildren(caption, look, &flow)
      flow.flush()
    }
    let grid = grid(rows, look, index)
    guard let width = grid.map(\.count).max(), width > 0 else { return }
    flow.append(.table, markdown(of: grid, width: width))
  }

  /// The cells of each row, without those of tables within.
  private func rows(of table: Int) -> [[Int]] {
    var rows: [[Int]] = []
    func gather(_ index: Int) {
      for child in tree[index].children {
        switch tree[child].name {
        case "tr": rows.append(tree[child].children.filter { ["td", "th"].contains(tree[$0].name) })
        case "tbody", "thead", "tfoot": gather(child)
        default: break
        }
      }
    }
    gather(table)
    return rows.filter { !$0.isEmpty }
  }

  /// Whether a table only places things on the page: it says so, has one cell, or holds headings.
  private func isLayout(_ index: Int, rows: [[Int]]) -> Bool {
    let node = tree[index]
    if node.attributes["role"] == "presentation" || node.has(class: "layoutTable") || node.has(class: "sectionMacro") {
      return true
    }
    if rows.count == 1 && rows[0].count == 1 { return true }
    return tree.contains(index) { ["h1", "h2", "h3", "h4", "h5", "h6"].contains($0.name) }
  }

  private mutating func grid(_ rows: [[Int]], _ look: InlineRun.Look, _ table: Int) -> [[Cell]] {
    var grid: [[Cell]] = []
    // Cells that reach down into the next rows, by column.
    var spanning: [Int: (cell: Cell, rows: Int)] = [:]
    var count = 0
    for row in rows {
      var cells: [Cell] = []
      func fill() {
        while let span = spanning[cells.count], cells.count < ImportLimits.columnsMax {
          spanning[cells.count] = span.rows > 1 ? (span.cell, span.rows - 1) : nil
          cells.append(span.cell)
        }
      }
      for index in row {
        fill()
        let cell = cell(index, look)
        guard cells.count < ImportLimits.columnsMax, count < ImportLimits.tableCellsMax else {
          notes.add(.cut, "cells beyond the limit of a table", line: tree[index].line)
          continue
        }
        let columns = number(tree[index].attributes["colspan"], ImportLimits.columnsMax - cells.count)
        let down = number(tree[index].attributes["rowspan"], ImportLimits.spannedRowsMax)
        if columns > 1 { notes.add(.changed, "cells that span columns", line: tree[index].line) }
        if down > 1 { notes.add(.changed, "cells that span rows, repeated in each", line: tree[index].line) }
        for column in 0..<columns {
          let piece = column == 0 ? cell : Cell(lines: [], isHead: cell.isHead)
          if down > 1 { spanning[cells.count] = (piece, down - 1) }
          cells.append(piece)
        }
      }
      fill()
      count += cells.count
      grid.append(cells)
    }
    return grid
  }

  private func number(_ text: String?, _ most: Int) -> Int {
    max(1, min(text.flatMap { Int($0.filter(\.isNumber)) } ?? 1, max(1, most)))
  }

  private mutating func cell(_ index: Int, _ look: InlineRun.Look) -> Cell {
    let node = tree[index]
    var inner = Flow()
    cellDepth += 1
    visitCell(index, look.styled(styles.style(of: node)), &inner)
    cellDepth -= 1
    let isHead = node.name == "th"
    let lines = InlineMarkdown(isCell: true, isPlain: isHead).lines(of: inner.pending).filter { !$0.isEmpty }
    return Cell(lines: lines, isHead: isHead)
  }

  /// The content of a cell as one stretch of text, blocks apart by breaks.
  private mutating func visitCell(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow, item: String = "") {
    for child in tree[index].children {
      let node = tree[child]
      switch node.name {
      case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "ac:rich-text-body", "ac:task-body",
        "details", "summary", "dl", "dt", "dd":
        breakLine(&flow)
        visitCell(child, look.styled(styles.style(of: node)), &flow)
        breakLine(&flow)
      case "ul", "ol", "ac:task-list": visitCellItems(child, look, &flow)
      case "pre":
        for line in tree.text(of: child).split(separator: "\n") {
          breakLine(&flow)
          var code = look
          code.isCode = true
          flow.pending.append(InlineRun(content: .text(String(line)), look: code))
        }
        breakLine(&flow)
      default:
        var inner = Flow()
        visit(child, look, &inner)
        if inner.blocks.isEmpty {
          flow.pending += inner.pending
        } else {
          // Blocks that only the general walk knows, such as macros: their lines, as they are.
          inner.flush()
          for line in inner.tightLines {
            breakLine(&flow)
            let text = line.replacing("|", with: "\\|")
            flow.pending.append(InlineRun(content: .verbatim(text.trimming { $0 == " " }), look: .init()))
          }
          breakLine(&flow)
        }
      }
    }
  }

  private mutating func visitCellItems(_ list: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let isOrdered = tree[list].name == "ol"
    var number = 1
    for child in tree[list].children where !tree[child].isText {
      breakLine(&flow)
      var lead = isOrdered ? "\(number). " : "• "
      if tree[child].name == "ac:task" { lead = taskMark(child) }
      if ["li", "ac:task"].contains(tree[child].name) {
        flow.pending.append(InlineRun(content: .verbatim(lead), look: .init()))
        number += 1
        if tree[child].name == "ac:task" {
          if let body = tree.child(of: child, named: "ac:task-body") { visitCell(body, look, &flow) }
        } else {
          visitCell(child, look, &flow)
        }
      } else {
        visitCell(child, look, &flow)
      }
    }
    breakLine(&flow)
  }

  private func breakLine(_ flow: inout Flow) {
    if let last = flow.pending.last, last.content != .lineBreak {
      flow.pending.append(InlineRun(content: .lineBreak, look: .init()))
    }
  }

  // MARK: Writing

  private func markdown(of grid: [[Cell]], width: Int) -> [String] {
    var rows = grid
    let isHeaded = rows[0].allSatisfy { $0.isHead || $0.lines.isEmpty } || !rows.allSatisfy { $0.first?.isHead == true }
    if !isHeaded || rows.count == 1 && rows[0].contains(where: { !$0.isHead }) && rows[0].first?.isHead == true {
      // The first column names the rows: there is no row of names above.
      rows.insert([], at: 0)
    }
    let lines = rows.enumerated().map { number, row in
      let cells = (0..<width).map { column -> String in
        guard row.indices.contains(column) else { return " " }
        let cell = row[column]
        let text = cell.lines.joined(separator: "<br>")
        if text.isEmpty { return " " }
        return cell.isHead && number > 0 && !text.contains("**") ? " **\(text)** " : " \(text) "
      }
      return "|" + cells.joined(separator: "|") + "|"
    }
    let rule = "|" + String(repeating: " --- |", count: width)
    return [lines[0], rule] + lines.dropFirst()
  }
}
