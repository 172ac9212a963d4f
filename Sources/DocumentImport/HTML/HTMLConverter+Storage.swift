/// Confluence's storage format: elements with the prefixes `ac`, `ri` and `at`.
///
/// Atlassian's page "Confluence Storage Format" describes them.
extension HTMLConverter {
  mutating func visitStorage(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let node = tree[index]
    switch node.name {
    case "ac:structured-macro", "ac:macro": macro(index, look, &flow)
    case "ac:link": storageLink(index, look, &flow)
    case "ac:image": storageImage(index, &flow)
    case "ac:task-list": taskList(index, look, &flow)
    case "ac:task":
      // A task without a list.
      appendTasks([index], look, &flow)
    case "ac:emoticon":
      let name = node.attributes["ac:name"] ?? ""
      let text = node.attributes["ac:emoji-fallback"] ?? Self.emoticons[name] ?? (name.isEmpty ? "" : ":\(name):")
      flow.pending.append(InlineRun(content: .text(text), look: look))
    case "ac:placeholder": notes.add(.leftOut, "instructions of a template", line: node.line)
    case "at:declarations", "ac:parameter", "ac:adf-attribute", "ac:task-id", "ac:task-status": break
    case "at:var":
      flow.pending.append(InlineRun(content: .text("{\(node.attributes["at:name"] ?? "")}"), look: look))
    case "ac:adf-extension":
      if let fallback = tree.first(below: index, where: { $0.name == "ac:adf-fallback" }) {
        visitChildren(fallback, look, &flow)
      } else {
        visitChildren(index, look, &flow)
      }
    case "ac:layout", "ac:layout-section", "ac:layout-cell", "ac:rich-text-body", "ac:task-body", "ac:adf-node",
      "ac:adf-content", "ac:adf-fallback", "ac:caption":
      flow.flush()
      visitChildren(index, look, &flow)
      flow.flush()
    case "ac:inline-comment-marker", "ac:link-body", "ac:plain-text-link-body": visitChildren(index, look, &flow)
    case "ac:plain-text-body":
      flow.flush()
      flow.append(.code, FencedCode.lines(tree.text(of: index), language: ""))
    case "ri:user", "ri:page", "ri:attachment", "ri:url", "ri:blog-post", "ri:space", "ri:shortcut",
      "ri:content-entity":
      resource(index, look, &flow)
    default:
      notes.add(.notUnderstood, "element <\(node.name.prefix(40))>, text kept", line: node.line)
      visitChildren(index, look, &flow)
    }
  }

  /// The emoticons that Atlassian's page lists.
  private static let emoticons = [
    "smile": "🙂", "sad": "🙁", "cheeky": "😛", "laugh": "😀", "wink": "😉", "thumbs-up": "👍", "thumbs-down": "👎",
    "information": "ℹ️", "tick": "✅", "cross": "❌", "warning": "⚠️",
  ]

  // MARK: Macros

  /// What an unnamed or named parameter says; nil when it is missing or empty.
  private func parameter(_ name: String, of macro: Int) -> String? {
    let found = tree[macro].children.first {
      tree[$0].name == "ac:parameter" && tree[$0].attributes["ac:name"] == name
    }
    return found.map { tree.words(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func macro(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let node = tree[index]
    let name = node.attributes["ac:name"] ?? ""
    switch name {
    case "code", "noformat", "code-block":
      if let title = parameter("title", of: index) { label(title, &flow) }
      flow.flush()
      let text = tree.child(of: index, named: "ac:plain-text-body").map { tree.text(of: $0) } ?? ""
      let language = parameter("language", of: index) ?? parameter("", of: index) ?? ""
      flow.append(
        .code, FencedCode.lines(text, language: ["none", "text", "plain"].contains(language) ? "" : language))
    case "status":
      let words = parameter("title", of: index) ?? parameter("colour", of: index) ?? ""
      flow.pending.append(InlineRun(content: .text(words), look: look))
    case "info", "tip", "note", "warning":
      var inner = Flow()
      if let title = parameter("title", of: index) { label(title, &inner) }
      body(of: index, look, &inner)
      inner.flush()
      appendBox(inner, &flow)
    case "panel", "expand", "details", "excerpt", "section", "column", "toc-zone", "ui-expand", "ui-tab", "div", "span":
      flow.flush()
      if let title = parameter("title", of: index) { label(title, &flow) }
      body(of: index, look, &flow)
      flow.flush()
    case "toc", "anchor": if name == "toc" { notes.add(.leftOut, "tables of contents", line: node.line) }
    case "jira", "jiraissues":
      if let key = parameter("key", of: index) {
        flow.pending.append(InlineRun(content: .text(key), look: look))
      } else {
        notes.add(.leftOut, "lists of issues asked of Jira", line: node.line)
      }
    case "children", "pagetree", "recently-updated", "contentbylabel", "attachments", "livesearch", "gallery",
      "change-history", "contributors":
      notes.add(.leftOut, "macro '\(name)', which lists other pages or files", line: node.line)
    case "include", "excerpt-include":
      notes.add(.leftOut, "text that stands on another page", line: node.line)
      let page = tree.first(below: index) { $0.name == "ri:page" }
      let title = page.flatMap { tree[$0].attributes["ri:content-title"] } ?? parameter("", of: index) ?? ""
      if !title.isEmpty { flow.pending.append(InlineRun(content: .text("(see the page “\(title)”)"), look: look)) }
    default:
      // Without a name it was broken off, which is said of the whole.
      if !name.isEmpty { notes.add(.notUnderstood, "macro '\(name.prefix(40))', text kept", line: node.line) }
      if let title = parameter("title", of: index) { label(title, &flow) }
      named(by: index, look, &flow)
      body(of: index, look, &flow)
    }
  }

  /// The files, people and addresses that the parameters of a macro point at.
  private mutating func named(by macro: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    for child in tree[macro].children where tree[child].name == "ac:parameter" {
      for inner in tree[child].children where tree[inner].name.hasPrefix("ri:") {
        resource(inner, look, &flow)
        flow.pending.append(InlineRun(content: .text(" "), look: look))
      }
    }
  }

  /// What stands in a macro, its parameters left out.
  private mutating func body(of index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    for child in tree[index].children
    where tree[child].name != "ac:parameter" && tree[child].name != "ac:default-parameter" {
      visit(child, look, &flow)
    }
  }

  // MARK: Tasks

  private mutating func taskList(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    appendTasks(tree[index].children.filter { !tree[$0].isText }, look, &flow)
  }

  private mutating func appendTasks(_ tasks: [Int], _ look: InlineRun.Look, _ flow: inout Flow) {
    flow.flush()
    var items: [Flow] = []
    for task in tasks {
      if tree[task].name == "ac:task-list" {
        var item = items.popLast() ?? Flow()
        taskList(task, look, &item)
        items.append(item)
        continue
      }
      var item = Flow()
      item.pending.append(InlineRun(content: .verbatim(taskMark(task)), look: .init()))
      if let body = tree.child(of: task, named: "ac:task-body") { visitChildren(body, look, &item) }
      item.flush()
      items.append(item)
    }
    append(items, isOrdered: false, start: 1, &flow)
  }

  /// The box of a task.
  func taskMark(_ task: Int) -> String {
    let status = tree.child(of: task, named: "ac:task-status").map { tree.words(of: $0) }
    return status == "complete" ? "[x] " : "[ ] "
  }

  // MARK: Links and images

  private mutating func storageLink(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let body = tree.first(below: index) { $0.name == "ac:link-body" || $0.name == "ac:plain-text-link-body" }
    let resource = tree[index].children.first { tree[$0].name.hasPrefix("ri:") }
    if let resource, tree[resource].name == "ri:page" || tree[resource].name == "ri:blog-post" {
      notes.add(.changed, "links to other pages, their words kept", line: tree[index].line)
    }
    if let body {
      visitChildren(body, look, &flow)
    } else if let resource {
      self.resource(resource, look, &flow)
    } else if let anchor = tree[index].attributes["ac:anchor"] {
      flow.pending.append(InlineRun(content: .text(anchor), look: look))
    } else {
      // A link whose tag is broken off may hold what follows it.
      visitChildren(index, look, &flow)
    }
  }

  /// A name for what is pointed at.
  private mutating func resource(_ index: Int, _ look: InlineRun.Look, _ flow: inout Flow) {
    let node = tree[index]
    var look = look
    var words = ""
    switch node.name {
    case "ri:user":
      // A key or an account is no name; only old exports carry one.
      if let name = node.attributes["ri:username"] {
        words = "@\(name)"
      } else {
        words = "@someone"
        notes.add(.notUnderstood, "people named by a key alone, written @someone", line: node.line)
      }
    case "ri:page", "ri:blog-post": words = node.attributes["ri:content-title"] ?? ""
    case "ri:attachment": words = node.attributes["ri:filename"] ?? ""
    case "ri:space": words = node.attributes["ri:space-key"] ?? ""
    case "ri:shortcut": words = node.attributes["ri:parameter"] ?? ""
    case "ri:url":
      words = node.attributes["ri:value"] ?? ""
      if words.hasPrefix("https://") || words.hasPrefix("http://") { look.target = words }
    default: break
    }
    flow.pending.append(InlineRun(content: .text(words), look: look))
    // Where tags are not closed the way XHTML closes them, what follows may stand inside.
    visitChildren(index, look, &flow)
  }

  private mutating func storageImage(_ index: Int, _ flow: inout Flow) {
    let node = tree[index]
    let file = tree.first(below: index) { $0.name == "ri:attachment" }.flatMap { tree[$0].attributes["ri:filename"] }
    let address = tree.first(below: index) { $0.name == "ri:url" }.flatMap { tree[$0].attributes["ri:value"] }
    let caption = tree.child(of: index, named: "ac:caption")
    let words = node.attributes["ac:alt"] ?? caption.map { tree.words(of: $0) } ?? file ?? ""
    writeImage(alternative: words, source: file ?? address ?? "", line: node.line, &flow)
  }
}
