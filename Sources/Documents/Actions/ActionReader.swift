/// Reads the action items of a document from the tables and lists of its action sections.
struct ActionReader {
  enum Column: Hashable { case action, owner, due, verification, status, link, index }

  static let columns: [Column: Set<String>] = [
    .action: [
      "action", "action item", "action items", "actions", "item", "task", "tasks", "what", "description", "remediation",
      "recommendation", "todo", "to do", "step", "follow up", "improvement", "title", "summary",
    ],
    .owner: [
      "owner", "owners", "assignee", "assigned", "assigned to", "who", "responsible", "dri", "person", "team", "by",
      "lead", "action owner", "owner team",
    ],
    .due: [
      "due", "due date", "deadline", "by when", "eta", "target", "target date", "when", "date", "due by", "timeline",
      "completion date", "expected", "milestone",
    ],
    .verification: [
      "verification", "how verified", "how it is verified", "how to verify", "verified by", "proof", "success criteria",
      "acceptance criteria", "definition of done", "done when", "check",
    ],
    .status: ["status", "state", "done", "progress", "complete", "completed"],
    .link: [
      "link", "links", "issue", "ticket", "tickets", "jira", "bug", "tracking", "pr", "reference", "url", "github",
    ],
    .index: ["", "no", "nr", "id", "type", "priority", "prio", "category", "severity"],
  ]

  /// Words that say what a column holds whatever stands beside them: `Responsible team`, `Jira ticket`.
  ///
  /// The first that fits counts: an `Action owner` is an owner.
  static let columnWords: [(role: Column, words: Set<String>)] = [
    (.owner, ["owner", "owners", "assignee", "assignees", "responsible", "dri", "assigned", "poc"]),
    (.due, ["due", "deadline", "eta"]),
    (.status, ["status", "state"]),
    (.link, ["ticket", "tickets", "issue", "issues", "jira", "link", "links", "pr"]),
    (.action, ["action", "actions", "task", "tasks", "remediation", "improvement"]),
  ]

  let document: PostmortemDocument

  func items() -> [ActionItem] {
    var result: [ActionItem] = []
    var header: TableColumns<Column>?
    var isDoneBelow = false
    // The items around the present one, outermost first.
    var parents: [Int] = []
    let blocks = document.blocks.filter { document.kind(of: $0) == .actions && $0.quoteDepth == 0 }
    let knownNames = knownNames(blocks)
    for (index, block) in blocks.enumerated() {
      if block.listDepth == 0 { parents = [] }
      switch block.kind {
      case .heading: isDoneBelow = Self.isHeadingOfDone(block.prose.text)
      case .row(let isHeader):
        if isHeader {
          header = Self.readableHeader(block.cells)
        } else if let header, let item = item(row: block, header) {
          result.append(item)
        }
      case .item(let isTicked):
        while let last = parents.last, blocks[last].listDepth >= block.listDepth { parents.removeLast() }
        let isAction = isAction(index, in: blocks, below: parents)
        parents.append(index)
        guard isAction else { continue }
        var item = ActionSentence(block.prose, knownNames: knownNames).item
        item.isDone = item.isDone || isTicked == true || isDoneBelow
        if isTicked == false { item.isDone = false }
        adoptDetails(behind: index, in: blocks, knownNames, &item)
        result.append(item)
      default: break
      }
    }
    return result
  }

  /// Who takes part by what the document says, else who stands in brackets at the end of several items; in lower case.
  private func knownNames(_ actions: [DocumentBlock]) -> Set<String> {
    var names: Set<String> = []
    func take(_ text: String) {
      for piece in text.split(whereSeparator: { ",;&\n|".contains($0) }).flatMap({ $0.split(separator: " and ") }) {
        let words = piece.split { $0 == "(" || $0 == ":" }.first ?? piece
        let name = words.split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingPrefix("@")
        guard OwnerNotes.isNameLike(String(name)), name.first?.isUppercase == true else { continue }
        names.insert(name.lowercased())
        if let first = name.split(separator: " ").first, first.count > 1 { names.insert(first.lowercased()) }
      }
    }
    for key in ["owner", "author", "authors", "participants", "responders", "lead"] {
      if let text = document.frontMatter[key] { take(text) }
    }
    for block in document.blocks where document.kind(of: block) == .participants && !block.isHeading {
      for prose in block.proses { prose.lines.forEach(take) }
    }
    // Where the document says who takes part, only they do.
    guard names.isEmpty else { return names }
    let ends = actions.filter(\.isItem).compactMap { OwnerNotes.candidate(in: $0.prose.text) }
    if ends.count >= 2 { names.formUnion(ends.map { $0.lowercased() }) }
    return names
  }

  /// `Immediate actions (completed)` heads what is done.
  private static func isHeadingOfDone(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter }
    return words.contains { ["completed", "done", "finished", "taken", "implemented"].contains($0) }
  }

  /// Nil for a table that holds something else than actions.
  private static func readableHeader(_ cells: [Prose]) -> TableColumns<Column>? {
    let columns = TableColumns(header: cells, roles: Self.columns, words: Self.columnWords)
    let speaking: [Column] = [.action, .owner, .due, .status]
    return speaking.contains { columns.index[$0] != nil } ? columns : nil
  }

  private func item(row: DocumentBlock, _ columns: TableColumns<Column>) -> ActionItem? {
    let cells = row.cells
    let unknown = columns.unknown.first { $0 < cells.count }.map { cells[$0] }
    guard let text = columns.cell(.action, of: cells) ?? unknown, !text.isEmpty else { return nil }
    var item = ActionSentence(text).item
    if let owner = Self.filled(columns.cell(.owner, of: cells)) { item.owner = owner }
    if let due = Self.filled(columns.cell(.due, of: cells)), ActionSentence.isDate(due) {
      item.due = due
      // `2012-08-01, done`: a date that has been kept.
      if let word = due.split(whereSeparator: { ",;(".contains($0) }).last, ActionSentence.isDoneWord(String(word)) {
        item.isDone = true
      }
    }
    item.verification = Self.filled(columns.cell(.verification, of: cells))
    item.status = Self.filled(columns.cell(.status, of: cells))
    if let status = item.status { item.isDone = ActionSentence.isDoneWord(status) }
    if let cell = columns.cell(.link, of: cells) {
      // A number of a ticket is kept as it stands where no address does.
      item.link = ActionSentence.link(in: cell) ?? item.link ?? Self.filled(cell)
    }
    return item
  }

  /// The text of a cell; nil for an empty one and for marks that stand for nothing.
  private static func filled(_ cell: Prose?) -> String? {
    guard let text = cell?.text, text.contains(where: { $0.isLetter || $0.isNumber }) else {
      return cell?.text.contains { $0 == "✅" || $0 == "✓" || $0 == "✔" } == true ? cell?.text : nil
    }
    return ["tbd", "tbc", "todo", "none", "n/a", "na", "unassigned", "unknown", "nobody"].contains(text.lowercased())
      ? nil : text
  }

  // MARK: Lists

  /// An item is an action unless it only heads others, is a detail of the item above it, or says that there is none.
  private func isAction(_ index: Int, in blocks: [DocumentBlock], below parents: [Int]) -> Bool {
    if Self.isGroup(index, in: blocks) || Self.saysNone(blocks[index].prose.text) { return false }
    return parents.last.map { Self.isGroup($0, in: blocks) } ?? true
  }

  /// `N/A`, `None.`, `No actions`.
  private static func saysNone(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "/" }.joined(separator: " ")
    return ["n/a", "na", "none", "nothing", "no action", "no actions", "no action items", "none needed"].contains(words)
  }

  private static func isGroup(_ index: Int, in blocks: [DocumentBlock]) -> Bool {
    guard index + 1 < blocks.count, blocks[index + 1].isItem,
      blocks[index + 1].listDepth > blocks[index].listDepth
    else { return false }
    let prose = blocks[index].prose
    return prose.text.hasSuffix(":")
      || prose.bold.first.map { $0.count >= prose.trimmed(0..<prose.scalars.count).count - 1 } == true
  }

  /// Takes owner, date and link from the details below an item: `- Owner: …`.
  private func adoptDetails(
    behind index: Int, in blocks: [DocumentBlock], _ knownNames: Set<String>, _ item: inout ActionItem
  ) {
    var next = index + 1
    while next < blocks.count,
      blocks[next].listDepth > blocks[index].listDepth || !blocks[next].isItem && blocks[next].listDepth > 0
    {
      let detail = ActionSentence(blocks[next].prose, knownNames: knownNames)
      item.owner = item.owner ?? detail.item.owner
      item.due = item.due ?? detail.item.due
      item.link = item.link ?? detail.item.link
      next += 1
    }
  }
}

extension PostmortemDocument {
  /// What the action sections promise, in order: rows of tables, bullets, tasks.
  package var actions: [ActionItem] { ActionReader(document: self).items() }
}
