/// Stands in until Documents renders Markdown.
enum MarkdownHTML {
  static func render(_ markdown: String) -> String { "<pre>\(HTML.escaped(markdown))</pre>" }
}
