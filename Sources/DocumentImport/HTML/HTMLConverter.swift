/// Walks a tree of HTML and writes Markdown.
///
/// One walk for all kinds; what a kind has of its own stands in an extension each. Recursion is as deep as the tree, which
/// is limited.
struct HTMLConverter {
  let tree: MarkupTree
  let kind: DocumentKind
  let styles: StyleRules
  var notes: NoteTally
  var title: String?
  var metadata: String?
  /// Definitions of footnotes by their labels, in the order in which they are met.
  var footnotes: [(label: String, lines: [String])] = []
  /// Lists that were written together with one before them.
  var writtenLists: Set<Int> = []
  /// Whether paragraphs are read for a table, where they cannot be blocks of their own.
  var cellDepth = 0

  init(tree: MarkupTree, kind: DocumentKind, notes: NoteTally) {
    self.tree = tree
    self.kind = kind
    self.notes = notes
    styles = StyleRules(tree.elements(named: "style").map { tree.text(of: $0) })
  }

  /// The Markdown of the whole document.
  mutating func convert() -> String {
    var flow = Flow()
    readHead()
    for root in roots() { visit(root, InlineRun.Look(), &flow) }
    flow.flush()
    if !footnotes.isEmpty {
      if flow.blocks.last?.kind != .rule { flow.append(.rule, ["***"]) }
      for note in footnotes { flow.append(.paragraph, note.lines) }
    }
    var lines = flow.lines
    if let title, !Self.isTitled(flow) {
      let heading = "# " + InlineMarkdown().lines(of: [InlineRun(content: .text(title), look: .init())]).joined()
      // A title of its own above sections of the same level: Google Docs writes both as first headings.
      if flow.blocks.first?.lines != [heading] { lines = [heading, ""] + lines }
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// Whether the document shows a title of its own: it begins with a heading of the first level.
  private static func isTitled(_ flow: Flow) -> Bool {
    flow.blocks.first { $0.kind != .paragraph }.map { $0.kind == .heading && $0.lines[0].hasPrefix("# ") } ?? false
      && flow.blocks.count { $0.kind == .heading && $0.lines[0].hasPrefix("# ") } == 1
  }

  private mutating func readHead() {
    if let head = tree.elements(named: "title").first {
      let words = tree.words(of: head)
      if !words.isEmpty { title = String(words.prefix(ImportLimits.titleScalarsMax)) }
    }
    if kind == .confluenceExport { readExportHead() }
    if kind == .googleDocs { title = googleTitle() ?? title }
  }

  /// Where the document itself stands.
  private mutating func roots() -> [Int] {
    if kind == .confluenceExport, let main = tree.element(id: "main-content") {
      noteExportChrome()
      return [main]
    }
    if kind == .html {
      for name in ["main", "article"] {
        let found = tree.elements(named: name)
        if found.count == 1 {
          notes.add(.leftOut, "what stands around <\(name)>: navigation, header, footer")
          return found
        }
      }
    }
    let bodies = tree.elements(named: "body")
    return bodies.isEmpty ? [0] : [bodies[0]]
  }

  // MARK: Walking

  mutating func visitChildren(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    for child in tree[index].children { visit(child, look, &flow) }
  }

  mutating func visit(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let node = tree[index]
    if node.isText {
      flow.pending.append(InlineRun(content: .text(node.text), look: look))
      return
    }
    let style = styles.style(of: node)
    if isHidden(node, style) {
      notes.add(.leftOut, "hidden elements", line: node.line)
      return
    }
    if let colon = node.name.firstIndex(of: ":"), ["ac", "ri", "at"].contains(node.name[..<colon]) {
      return visitStorage(index, look, &flow)
    }
    if kind == .confluenceExport || kind == .html, visitRendered(index, look, &flow) { return }
    if kind == .googleDocs, visitGoogle(index, look, &flow) { return }
    if visitBlock(index, look.styled(style), &flow) { return }
    visitInline(index, look.styled(style), &flow)
  }

  private func isHidden(_ node: MarkupTree.Node, _ style: TextStyle) -> Bool {
    style.isHidden == true || node.attributes["hidden"] != nil
  }

  /// Returns whether the element is a block.
  private mutating func visitBlock(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) -> Bool {
    let node = tree[index]
    switch node.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      heading(index, level: Int(node.name.dropFirst()) ?? 1, &flow)
    case "p", "div", "section", "article", "main", "header", "address", "center", "figure", "figcaption", "details",
      "fieldset", "body", "html", "hgroup", "label", "aside", "dl":
      flow.flush()
      visitChildren(index, look, &flow)
      flow.flush()
    case "summary", "dt", "legend":
      flow.flush()
      var strong = look
      strong.isBold = true
      visitChildren(index, strong, &flow)
      flow.flush()
    case "dd":
      flow.flush()
      visitChildren(index, look, &flow)
      flow.flush()
    case "blockquote": quote(index, look, &flow)
    case "ul", "ol", "menu", "dir": list(index, look, &flow)
    case "li":
      // An item without a list.
      flow.flush()
      visitChildren(index, look, &flow)
      flow.flush()
    case "pre", "listing", "xmp": code(index, &flow)
    case "table": table(index, look, &flow)
    case "hr":
      flow.flush()
      flow.append(.rule, ["***"])
    case "tbody", "thead", "tfoot", "tr", "td", "th", "caption": visitChildren(index, look, &flow)
    default: return false
    }
    return true
  }

  mutating func heading(_ index: Int, level: Int, _ flow: inout Flow) {
    flow.flush()
    var inner = Flow()
    visitChildren(index, InlineRun.Look(), &inner)
    // A heading that holds blocks keeps them as blocks below it.
    let runs = inner.pending.map { run in
      run.content == .lineBreak ? InlineRun(content: .text(" "), look: run.look) : run
    }
    inner.pending = []
    let words = InlineMarkdown(isPlain: true).lines(of: runs).joined(separator: " ")
    if !words.isEmpty {
      let closed = words.hasSuffix("#") ? words.dropLast() + "\\#" : words[...]
      flow.append(.heading, [String(repeating: "#", count: min(max(level, 1), 6)) + " " + closed])
    }
    for block in inner.blocks {
      if words.isEmpty, block.kind == .paragraph {
        flow.append(.heading, [String(repeating: "#", count: level) + " " + block.lines.joined(separator: " ")])
      } else {
        flow.append(block.kind, block.lines)
      }
    }
  }

  mutating func quote(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    flow.flush()
    var inner = Flow()
    visitChildren(index, look, &inner)
    inner.flush()
    flow.append(.quote, inner.lines.map { $0.isEmpty ? ">" : "> " + $0 })
  }

  mutating func code(_ index: Int, _ flow: inout Flow) {
    flow.flush()
    var text = ""
    appendCode(index, &text)
    flow.append(.code, FencedCode.lines(text, language: language(of: index)))
  }

  private func appendCode(_ index: Int, _ text: inout String) {
    let node = tree[index]
    if node.isText { text += node.text }
    if node.name == "br" { text += "\n" }
    for child in node.children { appendCode(child, &text) }
  }

  /// What the class of a block of code or of the code in it says, or the parameters of Confluence's highlighter.
  private func language(of index: Int) -> String {
    let inner = tree.child(of: index, named: "code").map { tree[$0] }
    for node in [tree[index], inner].compactMap(\.self) {
      for name in node.classes {
        for prefix in ["language-", "lang-", "highlight-source-"] where name.hasPrefix(prefix) {
          return String(name.dropFirst(prefix.count))
        }
      }
      if let language = node.attributes["lang"], inner != nil || tree[index].name == "pre" { return language }
      if let brush = node.attributes["data-syntaxhighlighter-params"]?.split(separator: ";").first,
        brush.hasPrefix("brush:")
      {
        let name = brush.dropFirst("brush:".count).filter { $0 != " " }
        return ["none", "text", "plain"].contains(name) ? "" : name
      }
    }
    return ""
  }
}

extension InlineRun.Look {
  func styled(_ style: TextStyle) -> InlineRun.Look {
    var look = self
    look.isBold = style.isBold ?? isBold
    look.isItalic = style.isItalic ?? isItalic
    look.isStruck = style.isStruck ?? isStruck
    look.isCode = style.isCode ?? isCode
    return look
  }
}
