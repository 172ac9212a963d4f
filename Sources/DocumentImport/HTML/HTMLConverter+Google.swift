/// What Google Docs writes when it exports a document as a web page.
///
/// Looks are classes of a style sheet; nested lists stand side by side, their level in a class; footnotes and comments stand
/// at the end, each behind an anchor that leads back.
extension HTMLConverter {
  func googleTitle() -> String? {
    tree.nodes.indices.first { tree[$0].name == "p" && tree[$0].has(class: "title") }
      .map { tree.words(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Handles what is known; returns false for everything else.
  mutating func visitGoogle(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) -> Bool {
    let node = tree[index]
    switch node.name {
    case "p" where node.has(class: "title"): heading(index, level: 1, &flow)
    case "sup", "a": return footnoteMark(index, &flow)
    case "div", "p":
      // A footnote or comment stands in a box of its own.
      guard let label = definition(index) else { return false }
      define(label, index, look)
    case "ul" where node.has(classPrefix: "lst-kix_"), "ol" where node.has(classPrefix: "lst-kix_"):
      // The whole run of lists is written at its first one.
      googleList(index, look, &flow)
    default: return false
    }
    return true
  }

  // MARK: Footnotes and comments

  /// Writes the mark of a footnote or comment; returns whether the element is one.
  private func footnoteMark(_ index: Int, _ flow: inout Flow) -> Bool {
    let anchor = tree[index].name == "a" ? index : tree.child(of: index, named: "a")
    guard let anchor, let label = label(tree[anchor].attributes["href"], "#cmnt", "#ftnt") else { return false }
    flow.pending.append(InlineRun(content: .verbatim("[^\(label)]"), look: .init()))
    return true
  }

  /// `c1` of `#cmnt1` and `1` of `#ftnt1`.
  private func label(_ target: String?, _ comment: String, _ footnote: String) -> String? {
    guard let target else { return nil }
    for (prefix, mark) in [(comment, "c"), (footnote, "")] where target.hasPrefix(prefix) {
      let number = target.dropFirst(prefix.count)
      if !number.isEmpty, number.count <= 6, number.allSatisfy({ $0.isASCII && $0.isNumber }) { return mark + number }
    }
    return nil
  }

  /// The label of the footnote or comment that a block defines: it begins with an anchor that leads back.
  private func definition(_ index: Int) -> String? {
    var place = index
    for _ in 0..<4 {
      let children = tree[place].children.filter { !tree[$0].isText || tree[$0].text.contains { !$0.isWhitespace } }
      guard let first = children.first else { return nil }
      if tree[first].name == "a" {
        return label(tree[first].attributes["href"], "#cmnt_ref", "#ftnt_ref")
      }
      // Only a box around its paragraphs is looked into.
      guard ["p", "sup", "span"].contains(tree[first].name), tree[index].name == "div" || place != index else {
        return nil
      }
      place = first
    }
    return nil
  }

  private mutating func define(_ label: String, _ index: Int, _ look: InlineRun.Look) {
    var inner = Flow()
    let anchor = tree.first(below: index) { $0.name == "a" }
    visitDefinition(index, skipping: anchor, look, &inner)
    inner.flush()
    let lines = inner.lines
    guard let first = lines.first else { return }
    if label.hasPrefix("c") {
      notes.add(.changed, "comments in the margin, kept as footnotes", line: tree[index].line)
    }
    let lead = label.hasPrefix("c") ? "[^\(label)]: Comment: " : "[^\(label)]: "
    let rest = lines.dropFirst().map { $0.isEmpty ? "" : "    " + $0 }
    footnotes.append((label, [lead + first] + rest))
  }

  private mutating func visitDefinition(_ index: Int, skipping: Int?, _ look: InlineRun.Look, _ flow: inout Flow) {
    for child in tree[index].children where child != skipping {
      if ["p", "div"].contains(tree[child].name) {
        flow.flush()
        visitDefinition(child, skipping: skipping, look, &flow)
        flow.flush()
      } else {
        visit(child, look, &flow)
      }
    }
  }

  // MARK: Lists

  private func listLevel(_ node: MarkupTree.Node) -> Int? {
    guard ["ul", "ol"].contains(node.name), let name = node.classes.first(where: { $0.hasPrefix("lst-kix_") }) else {
      return nil
    }
    return name.split(separator: "-").last.flatMap { Int($0) }.map { max(0, min($0, 9)) }
  }

  /// Appends a list; one of a deeper level goes into the last item of the list before it.
  private mutating func googleList(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    guard !writtenLists.contains(index) else { return }
    flow.flush()
    var run: [(level: Int, list: Int)] = []
    for next in followingLists(index) {
      writtenLists.insert(next)
      run.append((listLevel(tree[next]) ?? 0, next))
    }
    var at = 0
    while at < run.count { append(run, &at, level: run[at].level, look, &flow) }
  }

  /// The list and those right behind it.
  private func followingLists(_ index: Int) -> [Int] {
    guard let parent = tree.parent(of: index) else { return [index] }
    var result: [Int] = []
    for child in tree[parent].children where child >= index {
      if tree[child].isText, tree[child].text.allSatisfy(\.isWhitespace) { continue }
      guard listLevel(tree[child]) != nil else { break }
      result.append(child)
    }
    return result
  }

  private mutating func append(
    _ run: [(level: Int, list: Int)], _ at: inout Int, level: Int, _ look: InlineRun.Look, _ flow: inout Flow
  ) {
    let first = run[at].list
    let kix = tree[first].classes.first { $0.hasPrefix("lst-kix_") }
    var items: [Flow] = []
    while at < run.count, run[at].level >= level {
      let list = run[at].list
      if run[at].level > level {
        var last = items.popLast() ?? Flow()
        append(run, &at, level: run[at].level, look, &last)
        items.append(last)
        continue
      }
      let isSame = tree[list].name == tree[first].name && tree[list].classes.first { $0.hasPrefix("lst-kix_") } == kix
      guard isSame else { break }
      for child in tree[list].children where tree[child].name == "li" {
        var item = Flow()
        visitChildren(child, look.styled(styles.style(of: tree[child])), &item)
        item.flush()
        items.append(item)
      }
      at += 1
    }
    let start = tree[first].attributes["start"].flatMap(Int.init) ?? 1
    append(items, isOrdered: tree[first].name == "ol", start: start, &flow)
  }
}
