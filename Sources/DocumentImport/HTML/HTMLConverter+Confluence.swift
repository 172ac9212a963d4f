/// What Confluence writes when it exports a page as HTML.
///
/// The classes and identifiers are those of its HTML export and of its rendered pages.
extension HTMLConverter {
  /// The title without the name of its space, and who wrote the page when.
  mutating func readExportHead() {
    let titled = tree.element(id: "title-text") ?? tree.element(id: "title-heading")
    if let words = titled.map({ tree.words(of: $0) }), !words.isEmpty { title = words }
    let space = tree.element(id: "breadcrumbs").flatMap { tree.first(below: $0) { $0.name == "li" } }
    if let whole = title {
      let name = space.map { tree.words(of: $0) } ?? ""
      if !name.isEmpty, whole.hasPrefix(name + " : ") {
        title = String(whole.dropFirst(name.count + 3))
      } else if let mark = whole.firstRange(of: " : ") {
        title = String(whole[mark.upperBound...])
      }
    }
    if let place = tree.nodes.indices.first(where: { tree[$0].has(class: "page-metadata") }) {
      let words = tree.words(of: place)
      if !words.isEmpty { metadata = String(words.prefix(300)) }
    }
  }

  /// Lists what stands around the page in an export.
  mutating func noteExportChrome() {
    for (index, node) in tree.nodes.enumerated() {
      switch node.attributes["id"] {
      case "breadcrumb-section": notes.add(.leftOut, "path of pages above this one", line: node.line)
      case "footer": notes.add(.leftOut, "footer of the export", line: node.line)
      case "attachments":
        let files = section(around: index).map { links(below: $0) } ?? 1
        notes.add(.leftOut, "attached files", line: node.line, count: max(1, files))
      case "comments": notes.add(.leftOut, "comments below the page", line: node.line)
      case "labels-section": notes.add(.leftOut, "labels of the page", line: node.line)
      default: break
      }
      if node.has(class: "page-metadata") { notes.add(.leftOut, "line on who wrote the page when", line: node.line) }
    }
  }

  private func section(around index: Int) -> Int? {
    tree.nodes.indices.last { place in
      place < index && tree[place].has(class: "pageSection")
    }
  }

  private func links(below index: Int) -> Int {
    var count = 0
    var stack = tree[index].children
    while let next = stack.popLast() {
      if tree[next].name == "a", tree[next].attributes["href"] != nil { count += 1 }
      stack += tree[next].children
    }
    return count
  }

  /// Handles what is known; returns false for everything else.
  mutating func visitRendered(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) -> Bool {
    let node = tree[index]
    guard node.attributes["class"] != nil else { return false }
    if node.has(class: "confluence-information-macro") {
      callout(index, look, &flow)
    } else if node.has(class: "toc-macro") || node.has(classPrefix: "toc-zone") {
      notes.add(.leftOut, "tables of contents", line: node.line)
    } else if node.has(class: "panelHeader") || node.has(class: "codeHeader") || node.has(class: "expand-control") {
      let words = tree.words(of: index)
      guard words != "Click here to expand..." else { return true }
      label(words, &flow)
    } else if node.has(classPrefix: "plugin_pagetree") || node.has(class: "pagetree2")
      || node.has(class: "childpages-macro")
    {
      notes.add(.leftOut, "lists of pages below this one", line: node.line)
    } else if node.has(class: "confluence-embedded-file-wrapper") || node.has(class: "confluence-userlink") {
      // The words alone: the address leads into someone's wiki.
      visitChildrenUnlinked(index, look, &flow)
    } else if node.has(class: "status-macro") {
      flow.pending.append(InlineRun(content: .text(tree.words(of: index)), look: look))
    } else {
      return false
    }
    return true
  }

  /// The words of a link to a person; of anything else all of it.
  private mutating func visitChildrenUnlinked(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    if tree[index].name == "a", tree[index].has(class: "confluence-userlink") {
      notes.add(.changed, "links to people, their names kept", line: tree[index].line)
    }
    visitChildren(index, look, &flow)
  }

  /// A box of information, a tip, a note or a warning: a quote, or what stands in it where that has headings or tables.
  private mutating func callout(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    var inner = Flow()
    if let title = tree[index].children.first(where: { tree[$0].has(class: "title") }) {
      label(tree.words(of: title), &inner)
    }
    for child in tree[index].children where !tree[child].has(class: "title") {
      if tree[child].has(class: "aui-icon") || tree[child].has(class: "confluence-information-macro-icon") { continue }
      visit(child, look, &inner)
    }
    inner.flush()
    appendBox(inner, &flow)
  }

  /// Appends what stands in a box.
  func appendBox(_ inner: Flow, _ flow: inout Flow) {
    flow.flush()
    let isSimple = inner.blocks.allSatisfy { block in
      switch block.kind {
      case .paragraph, .code: true
      default: false
      }
    }
    if isSimple {
      flow.append(.quote, inner.lines.map { $0.isEmpty ? ">" : "> " + $0 })
    } else {
      for block in inner.blocks { flow.append(block.kind, block.lines) }
    }
  }

  /// A short line of its own that names what follows.
  func label(_ words: String, _ flow: inout Flow) {
    flow.flush()
    guard !words.isEmpty else { return }
    flow.pending.append(InlineRun(content: .text(words), look: .init(isBold: true)))
    flow.flush()
  }
}
