/// Text, its look, links and images.
extension HTMLConverter {
  mutating func visitInline(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let node = tree[index]
    var look = look
    switch node.name {
    // A weight of its own outweighs the element: pasted text stands in `<b style="font-weight:normal">`.
    case "b", "strong": look.isBold = styles.style(of: node).isBold ?? true
    case "i", "em", "cite", "var", "dfn": look.isItalic = styles.style(of: node).isItalic ?? true
    case "s", "strike", "del": look.isStruck = true
    case "code", "tt", "kbd", "samp": look.isCode = true
    case "br":
      flow.pending.append(InlineRun(content: .lineBreak, look: .init()))
      return
    case "a": return link(index, look, &flow)
    case "img": return image(node, &flow)
    case "time": return time(index, look, &flow)
    case "input": return input(node, &flow)
    case "q":
      flow.pending.append(InlineRun(content: .text("“"), look: look))
      visitChildren(index, look, &flow)
      flow.pending.append(InlineRun(content: .text("”"), look: look))
      return
    case "script", "noscript", "style", "head", "title", "meta", "link", "template", "base", "colgroup", "col", "wbr":
      if node.name == "script" { notes.add(.leftOut, "scripts", line: node.line) }
      return
    case "form", "button", "select", "textarea", "option":
      notes.add(.leftOut, "form controls", line: node.line)
      // A whole page may stand in a form.
      guard node.name == "form" else { return }
    case "iframe", "object", "embed", "video", "audio", "canvas", "svg", "math", "map", "applet", "frameset":
      notes.add(.leftOut, "embedded things (<\(node.name)>)", line: node.line)
      return
    case "nav", "footer":
      notes.add(.leftOut, "navigation and footers", line: node.line)
      return
    default:
      if !Self.known.contains(node.name) {
        notes.add(.notUnderstood, "element <\(node.name.prefix(40))>, text kept", line: node.line)
      }
    }
    visitChildren(index, look, &flow)
  }

  private static let known: Set<String> = [
    "span", "font", "small", "big", "sub", "sup", "u", "ins", "mark", "abbr", "acronym", "bdi", "bdo", "ruby", "rt",
    "rp", "data", "nobr", "picture", "source", "form", "o:p", "b", "strong", "i", "em", "cite", "var", "dfn", "s",
    "strike", "del", "code", "tt", "kbd", "samp", "output", "search",
  ]

  mutating func link(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let node = tree[index]
    var look = look
    let target = LinkTarget.withoutRedirect(
      (node.attributes["href"] ?? "").trimming(while: \.isWhitespace))
    let scheme = target.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    let hasScheme = scheme.endIndex < target.endIndex && target[scheme.endIndex] == ":"
    if hasScheme, !["http", "https", "mailto", "ftp"].contains(scheme.lowercased()) {
      notes.add(.leftOut, "targets of links that do not lead to a page", line: node.line)
    } else if target.hasPrefix("#") {
      notes.add(.leftOut, "targets of links within the document", line: node.line)
    } else if !target.isEmpty, look.target == nil {
      look.target = target
    }
    visitChildren(index, look, &flow)
  }

  mutating func image(_ node: MarkupTree.Node, _ flow: inout Flow) {
    // Pictures of faces and marks stand for a character.
    if node.has(class: "emoticon") || node.has(class: "emoji") {
      let text = node.attributes["data-emoji-fallback"] ?? node.attributes["alt"] ?? ""
      flow.pending.append(InlineRun(content: .text(text), look: .init()))
      return
    }
    let source = node.attributes["src"] ?? ""
    let words = [node.attributes["alt"], node.attributes["title"]].lazy.compactMap(\.self).first { !$0.isEmpty }
    writeImage(alternative: words ?? "", source: source, line: node.line, &flow)
  }

  /// An image's words and where it was; the image itself does not come along.
  mutating func writeImage(alternative: String, source: String, line: Int, _ flow: inout Flow) {
    notes.add(.leftOut, "images, whose files are not brought along", line: line)
    let words = InlineMarkdown().lines(of: [InlineRun(content: .text(alternative), look: .init())])
      .joined(separator: " ").replacing("[", with: "\\[").replacing("]", with: "\\]")
    let isData = source.lowercased().hasPrefix("data:")
    let place = isData ? "" : LinkTarget.written(String(source.prefix(500)))
    if words.isEmpty && place.isEmpty { return }
    flow.pending.append(InlineRun(content: .verbatim("![\(words)](\(place))"), look: .init()))
  }

  /// A day as a machine reads it, where it says more than the words of someone's locale.
  mutating func time(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let stated = tree[index].attributes["datetime"] ?? ""
    let words = tree.words(of: index)
    let isDay = stated.count == 10 && stated.allSatisfy { $0.isNumber || $0 == "-" }
    if words.isEmpty || isDay && !words.contains(":") && !stated.isEmpty {
      flow.pending.append(InlineRun(content: .text(stated), look: look))
    } else {
      visitChildren(index, look, &flow)
    }
  }

  private mutating func input(_ node: MarkupTree.Node, _ flow: inout Flow) {
    guard node.attributes["type"]?.lowercased() == "checkbox" else {
      if node.attributes["type"]?.lowercased() != "hidden" {
        notes.add(.leftOut, "form controls", line: node.line)
      }
      return
    }
    let mark = node.attributes["checked"] == nil ? "[ ] " : "[x] "
    // A box at the start of an item is one in Markdown too.
    flow.pending.append(InlineRun(content: .verbatim(mark), look: .init()))
  }
}

extension String {
  /// Without the characters at both ends that pass a test.
  func trimming(while test: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, test(first) { rest.removeFirst() }
    while let last = rest.last, test(last) { rest.removeLast() }
    return String(rest)
  }
}
