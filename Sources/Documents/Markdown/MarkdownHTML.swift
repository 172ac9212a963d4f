import CMarkGFM

/// Markdown as HTML that can stand in a page: no raw HTML, no links that run or carry code.
///
/// GitHub's tables, strikethrough, task lists and bare addresses are understood. Raw HTML vanishes, but for `<br>`, which
/// breaks the line, as it does in many tables. Links may be relative or lead to `http`, `https` and `mailto`.
package enum MarkdownHTML {
  /// Bare addresses in longer texts stay text.
  static let addressedBytesMax = 64 * 1024

  /// The HTML of a text; well formed whatever the text is.
  package static func render(_ markdown: String) -> String {
    var html = ""
    // Finding bare addresses costs the library the square of the length where there are many marks like `@`.
    let isShort = markdown.utf8.count <= addressedBytesMax
    let extensions = ["table", "strikethrough", "tasklist"] + (isShort ? ["autolink"] : [])
    unsafe MarkdownTree.withParsed(markdown, extensions: extensions) { root in
      unsafe makeHarmless(root)
      // The extensions in use add no list of their own to the renderer: tables and marks carry theirs in their nodes.
      guard let text = unsafe cmark_render_html(root, CMARK_OPT_DEFAULT, nil) else { return }
      html = unsafe String(cString: text)
      if let free = unsafe cmark_get_default_mem_allocator()?.pointee.free { unsafe free(text) }
    }
    return html
  }

  private static func makeHarmless(_ root: OpaquePointer) {
    guard let iterator = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    var doomed: [OpaquePointer] = unsafe []
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = unsafe cmark_iter_get_node(iterator) else { break }
      switch unsafe MarkdownTree.type(of: node) {
      case "html_block", "html_inline": unsafe doomed.append(node)
      case "link", "image":
        let target = unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
        if !isHarmless(target) { unsafe cmark_node_set_url(node, "") }
      default: break
      }
    }
    // Not while iterating: the iterator holds the node that comes next.
    while let node = unsafe doomed.popLast() { unsafe remove(node) }
  }

  private static func remove(_ node: OpaquePointer) {
    let literal = unsafe cmark_node_get_literal(node).map { unsafe String(cString: $0).lowercased() } ?? ""
    if unsafe MarkdownTree.type(of: node) == "html_inline", literal.hasPrefix("<br"),
      let lineBreak = unsafe cmark_node_new(CMARK_NODE_LINEBREAK)
    {
      if unsafe cmark_node_insert_before(node, lineBreak) == 0 { unsafe cmark_node_free(lineBreak) }
    }
    unsafe cmark_node_unlink(node)
    unsafe cmark_node_free(node)
  }

  /// Whether a link target is relative or has one of the schemes that only lead somewhere.
  static func isHarmless(_ target: String) -> Bool {
    // Browsers skip white space and control characters inside a scheme.
    let plain = target.lowercased().unicodeScalars.filter { $0.value > 32 && $0.value != 127 }
    let text = String(String.UnicodeScalarView(plain))
    guard let colon = text.firstIndex(of: ":") else { return true }
    if let stop = text.firstIndex(where: { $0 == "/" || $0 == "?" || $0 == "#" }), stop < colon { return true }
    return ["http", "https", "mailto"].contains(String(text[..<colon]))
  }
}
