import CMarkGFM

/// The block structure of a Markdown text as cmark-gfm sees it, copied out of the C library.
///
/// This file and `MarkdownHTML.swift` are the only ones that touch the library: its nodes are raw pointers, valid until
/// the root is freed, which ``withParsed(_:extensions:_:)`` does after its closure has returned.
enum MarkdownTree {
  /// Blocks nested deeper than this are left out of the structure; the text keeps them.
  static let nestingMax = 48

  /// A block that holds text.
  struct Node {
    var type: String
    /// 1 to 6 for a heading.
    var level: Int
    /// From 1, relative to the text that was parsed.
    var lines: ClosedRange<Int>
    /// Byte column of the first line, from 1.
    var column: Int
    var quoteDepth: Int
    var listDepth: Int
    /// Whether it is the first block of a list item.
    var isItemStart: Bool
    var table: Int?
  }

  /// All blocks that hold text, in order.
  static func nodes(of markdown: String) -> [Node] {
    var walk = Walk()
    unsafe withParsed(markdown, extensions: ["table"]) { root in
      unsafe walk.children(of: root, Surroundings())
    }
    return walk.nodes
  }

  /// Parses a text and hands its root to the closure; the pointer must not outlive the call.
  static func withParsed(_ markdown: String, extensions: [String], _ body: (OpaquePointer) -> Void) {
    _ = registered
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { unsafe cmark_parser_free(parser) }
    for name in extensions {
      if let found = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var copy = withoutWideTables(markdown)
    copy.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
      }
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return }
    defer { unsafe cmark_node_free(root) }
    unsafe body(root)
  }

  /// Tables with more columns are read as text: the library's cost grows with the square of their number.
  static let columnsMax = 200

  /// Spoils the delimiter rows of too wide tables, byte for byte, so that every position stays as it is.
  private static func withoutWideTables(_ markdown: String) -> String {
    guard markdown.utf8.count > columnsMax else { return markdown }
    var bytes = Array(markdown.utf8)
    var start = 0
    var isChanged = false
    for end in 0...bytes.count where end == bytes.count || bytes[end] == 10 || bytes[end] == 13 {
      let line = bytes[start..<end]
      if line.count > columnsMax, line.count(where: { $0 == 124 }) > columnsMax {
        for index in start..<end where bytes[index] == 45 { bytes[index] = 46 }
        isChanged = true
      }
      start = end + 1
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : markdown
  }

  /// Registration is not thread-safe in the library; a static value runs it once.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  static func type(of node: OpaquePointer) -> String {
    unsafe String(cString: cmark_node_get_type_string(node))
  }

  private struct Surroundings {
    var quoteDepth = 0
    var listDepth = 0
    var depth = 0
    var table: Int?
  }

  private struct Walk {
    var nodes: [Node] = []
    var tableCount = 0

    mutating func children(of parent: OpaquePointer, _ place: Surroundings, isItem: Bool = false) {
      guard place.depth < MarkdownTree.nestingMax else { return }
      var next = unsafe cmark_node_first_child(parent)
      var isFirst = isItem
      while let node = unsafe next {
        unsafe visit(node, place, isItemStart: isFirst)
        isFirst = false
        unsafe next = cmark_node_next(node)
      }
    }

    private mutating func visit(_ node: OpaquePointer, _ place: Surroundings, isItemStart: Bool) {
      var inner = place
      inner.depth += 1
      let type = unsafe MarkdownTree.type(of: node)
      switch type {
      case "block_quote":
        inner.quoteDepth += 1
        unsafe children(of: node, inner)
      case "list":
        inner.listDepth += 1
        unsafe children(of: node, inner)
      case "item", "tasklist": unsafe children(of: node, inner, isItem: true)
      case "footnote_definition": unsafe children(of: node, inner)
      case "table":
        inner.table = tableCount
        tableCount += 1
        unsafe children(of: node, inner)
      case "heading", "paragraph", "code_block", "html_block", "table_row", "table_header":
        let start = Int(unsafe cmark_node_get_start_line(node))
        let end = Int(unsafe cmark_node_get_end_line(node))
        nodes.append(
          Node(
            type: type, level: type == "heading" ? Int(unsafe cmark_node_get_heading_level(node)) : 0,
            lines: start...max(start, end), column: Int(unsafe cmark_node_get_start_column(node)),
            quoteDepth: place.quoteDepth, listDepth: place.listDepth, isItemStart: isItemStart, table: place.table))
      default: break
      }
    }
  }
}
