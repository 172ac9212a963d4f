import Documents
import Findings
internal import Postmortems

/// What tables, timelines and actions show to whom.
extension Preparation {
  private static let evidenceColumns: Set<String> = [
    "evidence", "source", "sources", "reference", "references", "proof", "ref", "evidence reference",
  ]
  private static let ownerColumns: Set<String> = [
    "owner", "owners", "assignee", "assigned to", "responsible", "dri", "action owner", "owner team",
  ]
  /// How a document of Mayday's knows its lines: nothing to readers outside.
  private static let countingColumns: Set<String> = ["known from"]
  /// Words of timeline rows that people outside have a part in, or that mark where the incident turned.
  private static let tellingWords: Set<String> = [
    "customer", "customers", "client", "clients", "user", "users", "visitor", "visitors", "subscriber", "subscribers",
    "decision", "public", "announced", "restored", "resolved", "mitigated", "recovered", "apology",
  ]
  private static let tellingRowsMin = 3

  mutating func reduceTables() {
    guard audience != .internal else { return }
    cutColumns()
    cutNotesOnEvidence()
    guard audience == .public else { return }
    cutTimelineRows()
    cutUnmeasuredRows()
    rewriteActions()
  }

  // MARK: Columns

  private mutating func cutColumns() {
    let places = MarkdownPlaces(text.text)
    var names = Self.evidenceColumns.union(Self.countingColumns)
    if audience == .public { names.formUnion(Self.ownerColumns.union(["group"])) }
    var edits: [SourcedText.Edit] = []
    var doomed: [Int] = []
    for block in places.document.blocks {
      guard case .row(let isHeader) = block.kind else { continue }
      // The table of actions is written anew.
      if audience == .public, places.document.kind(of: block) == .actions { continue }
      let line = places.range(ofLines: block.lines)
      if isHeader {
        doomed = block.cells.indices.filter { column in
          let heading = block.cells[column].text
          return names.contains(Self.name(heading)) || audience == .public && heading == "#"
        }
        if doomed.count == block.cells.count { doomed = [] }
        if !doomed.isEmpty {
          drop(.evidence, "column " + doomed.map { block.cells[$0].text }.joined(separator: ", "), line)
          cut(doomed, places.range(ofLines: (block.lines.upperBound + 1)...(block.lines.upperBound + 1)), &edits)
        }
      }
      cut(doomed, line, &edits)
    }
    text.apply(edits)
  }

  private func cut(_ columns: [Int], _ line: Range<Int>, _ edits: inout [SourcedText.Edit]) {
    let cells = TableLine(text.bytes, line).cells
    for column in columns where column < cells.count {
      let cell = cells[column]
      if column > 0 {
        edits.append(SourcedText.Edit(range: (cell.lowerBound - 1)..<cell.upperBound))
      } else {
        let next = column + 1 < cells.count ? cells[column + 1].lowerBound : cell.upperBound
        edits.append(SourcedText.Edit(range: cell.lowerBound..<next))
      }
    }
  }

  /// Lower-case words; what stands in brackets is left out.
  private static func name(_ text: String) -> String {
    let head = text.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    return head.lowercased().split { !$0.isLetter }.joined(separator: " ")
  }

  // MARK: Timeline

  /// Sentences of a timeline that only tell where its evidence lies: `Evidence is below …`.
  private mutating func cutNotesOnEvidence() {
    let places = MarkdownPlaces(text.text)
    var edits: [SourcedText.Edit] = []
    for block in places.document.blocks where block.kind == .paragraph && places.document.kind(of: block) == .timeline {
      let range = places.range(ofLines: block.lines)
      var start = range.lowerBound
      for at in range {
        // A stop ends a sentence where a blank or the line's end follows it.
        guard text.bytes[at] == 46 || at + 1 == range.upperBound else { continue }
        guard at + 1 >= range.upperBound || text.bytes[at + 1] <= 32 else { continue }
        let sentence = TableLine.trimmed(start..<(at + 1), text.bytes)
        start = at + 1
        guard text.text(in: sentence).hasPrefix("Evidence ") else { continue }
        drop(.evidence, firstWords(sentence), sentence)
        edits.append(text.cut(sentence))
      }
    }
    text.apply(edits)
  }

  private mutating func cutTimelineRows() {
    let places = MarkdownPlaces(text.text)
    let document = places.document
    var edits: [SourcedText.Edit] = []
    for (index, section) in document.sections.enumerated() where section.kind == .timeline {
      let rows = rows(Array(document.blocks(inSection: index)), places)
      let telling = rows.filter { isTelling($0) }
      // Where too few stand out there is nothing to choose by: all stay.
      guard telling.count >= Self.tellingRowsMin, telling.count < rows.count else { continue }
      for row in rows where !isTelling(row) {
        drop(.timelineRow, firstWords(row), row)
        edits.append(SourcedText.Edit(range: row))
      }
    }
    text.apply(edits)
  }

  /// Rows of the times of which nothing is known: how fast we were is ours to measure.
  ///
  /// When it began and ended is the reader's to know, also where we do not know it.
  private mutating func cutUnmeasuredRows() {
    let places = MarkdownPlaces(text.text)
    let rows = places.document.blocks.filter { block in
      block.table != nil && places.document.kind(of: block) == .dateAndTime
    }
    var edits: [SourcedText.Edit] = []
    for table in Dictionary(grouping: rows, by: \.table).values {
      let known = table.filter { $0.kind == .row(isHeader: false) && !Self.isUnmeasured($0.cells.map(\.text)) }
      for row in table where Self.isUnmeasured(row.cells.map(\.text)) {
        let line = places.range(ofLines: row.lines)
        drop(.unmeasured, row.cells[0].text, line)
        edits.append(SourcedText.Edit(range: line))
      }
      // A table that nothing is left of goes with its head and the line of dashes below it.
      guard known.isEmpty, let head = table.first(where: { $0.kind == .row(isHeader: true) }), table.count > 1 else {
        continue
      }
      edits.append(
        SourcedText.Edit(range: places.range(ofLines: head.lines.lowerBound...(head.lines.upperBound + 1))))
    }
    text.apply(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// Words of times that customers live through themselves.
  private static let readersWords: Set<String> = ["impact", "users", "customers", "affected", "resolved"]

  private static func isUnmeasured(_ cells: [String]) -> Bool {
    guard cells.count > 1, cells[1].lowercased() == "not known" else { return false }
    let words = cells[0].lowercased().split { !$0.isLetter }.map(String.init)
    return words.first == "time" || !words.contains(where: Self.readersWords.contains)
  }

  /// The rows of tables, and the outermost items of lists with all that stands in them.
  private func rows(_ blocks: [DocumentBlock], _ places: MarkdownPlaces) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .row(let isHeader) where !isHeader: result.append(places.range(ofLines: block.lines))
      case .item where block.listDepth == 1:
        var last = block.lines.upperBound
        var next = index + 1
        while next < blocks.count, blocks[next].listDepth > 1 || blocks[next].listDepth == 1 && !blocks[next].isItem {
          last = max(last, blocks[next].lines.upperBound)
          next += 1
        }
        result.append(places.range(ofLines: block.lines.lowerBound...last))
      default: break
      }
    }
    return result
  }

  private func isTelling(_ row: Range<Int>) -> Bool {
    let words = text.text(in: row)
    return words.contains("**")
      || words.lowercased().split { !$0.isLetter }.contains { Self.tellingWords.contains(String($0)) }
  }

  // MARK: Actions

  private static let actionHeader = ["What changes", "State", "When"]

  private mutating func rewriteActions() {
    let places = MarkdownPlaces(text.text)
    let document = places.document
    let actions = document.actions
    var edits: [SourcedText.Edit] = []
    for (index, section) in document.sections.enumerated() where section.kind == .actions {
      let blocks = document.blocks(inSection: index)
      let headers = blocks.filter { $0.kind == .row(isHeader: true) }
      if headers.contains(where: { $0.cells.map(\.text) == Self.actionHeader }) { continue }
      let lines =
        places.lines.line(
          ofOffset: section.bytes.lowerBound)..<max(
          section.bodyLine, places.lines.line(ofOffset: section.bytes.upperBound - 1) + 1)
      let own = Self.once(actions.filter { lines.contains($0.line) })
      guard !own.isEmpty else { continue }
      drop(.actionDetail, "owners, days and checks of actions", section.bodyBytes)
      var table = SourcedText(
        "\n| \(Self.actionHeader.joined(separator: " | ")) |\n| --- | --- | --- |\n", origin: section.bytes.lowerBound)
      for item in own {
        let published = PublishedAction(item, raw: raw(item, places))
        let range = places.range(ofLines: item.line...item.line)
        guard !published.isDeclined else {
          drop(.actionDetail, published.text, range)
          continue
        }
        let origin = text.origin(range.lowerBound) ?? -1
        table = table + SourcedText("| \(published.text) | \(published.state) | \(published.month) |\n", origin: origin)
      }
      edits.append(
        SourcedText.Edit(
          range: section.bodyBytes, replacement: table + SourcedText("\n", origin: section.bytes.lowerBound)))
    }
    text.apply(edits)
  }

  /// Each action once: what the words name stands again, with its state, among those that are followed up, below them.
  private static func once(_ actions: [ActionItem]) -> [ActionItem] {
    var seen: Set<String> = []
    return actions.reversed().filter { seen.insert(AdoptedAction.likeness($0.text)).inserted }.reversed()
  }

  /// The words of an action with their markup, on one line.
  private func raw(_ item: ActionItem, _ places: MarkdownPlaces) -> String {
    let start = places.lines.offset(line: item.span.line, column: item.span.column)
    let end = places.lines.offset(line: item.span.endLine, column: item.span.endColumn)
    guard start < end else { return MarkdownText.inline(item.text) }
    // Marks of emphasis and code around the words belong to them.
    var (low, high) = (start, end)
    while low > 0, "*_`".utf8.contains(text.bytes[low - 1]) { low -= 1 }
    while high < text.bytes.count, "*_`".utf8.contains(text.bytes[high]) { high += 1 }
    return text.text(in: low..<high).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
