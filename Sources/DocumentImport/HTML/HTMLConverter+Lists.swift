/// Lists, nested as deep as they are.
extension HTMLConverter {
  mutating func list(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    flow.flush()
    let node = tree[index]
    var items: [Flow] = []
    for child in node.children where !tree[child].isText {
      var item = Flow()
      if tree[child].name == "li" {
        let style = styles.style(of: tree[child])
        if let box = checkbox(tree[child], in: node) {
          item.pending.append(InlineRun(content: .verbatim(box), look: .init()))
        }
        visitChildren(child, look.styled(style), &item)
        item.flush()
        items.append(item)
      } else {
        // A list right in a list, as some tools write it: it belongs to the item before it.
        if var last = items.popLast() {
          visit(child, look, &last)
          last.flush()
          items.append(last)
        } else {
          visit(child, look, &item)
          item.flush()
          items.append(item)
        }
      }
    }
    let start = node.attributes["start"].flatMap(Int.init) ?? 1
    append(items, isOrdered: node.name == "ol", start: start, &flow)
  }

  /// Writes gathered items as one list.
  func append(_ items: [Flow], isOrdered: Bool, start: Int, _ flow: inout Flow) {
    let items = items.filter { !$0.blocks.isEmpty }
    guard !items.isEmpty else { return }
    let mark = flow.listMark(isOrdered)
    let isTight = items.allSatisfy(\.isTight)
    var lines: [String] = []
    var number = max(0, min(start, 99_999_999))
    for item in items {
      let lead = isOrdered ? "\(number)\(mark) " : "\(mark) "
      number += 1
      let room = String(repeating: " ", count: lead.count)
      if !lines.isEmpty, !isTight { lines.append("") }
      for (index, line) in (isTight ? item.tightLines : item.lines).enumerated() {
        lines.append(index == 0 ? lead + line : line.isEmpty ? "" : room + line)
      }
    }
    flow.append(.list(mark: mark), lines)
  }

  /// The box of a task in what Confluence renders.
  private func checkbox(_ item: MarkupTree.Node, in list: MarkupTree.Node) -> String? {
    guard list.has(class: "inline-task-list") || item.attributes["data-inline-task-id"] != nil else { return nil }
    return item.has(class: "checked") ? "[x] " : "[ ] "
  }
}
