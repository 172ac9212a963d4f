/// Turns a document of HTML into Markdown that keeps its headings, lists, tables, code, links and emphasis.
///
/// What cannot come along is listed; text stays text. Linear in the length of the document, but for tables whose cells
/// span rows, which ``ImportLimits/tableCellsMax`` bounds.
package struct HTMLToMarkdown: Sendable {
  /// Ends with a line end unless it is empty.
  package let markdown: String
  /// From the document's own head or its title line; nil when it has none.
  package let title: String?
  package let notes: [ImportNote]
  /// What the tool that wrote the document says about it, as it stands: `Created by …, last modified on …`.
  package let metadata: String?

  /// Converts the text of a document; `kind` is one of the kinds of HTML.
  package init(_ html: String, kind: DocumentKind = .html) {
    var notes = NoteTally()
    guard let tree = Self.tree(of: html, kind: kind, notes: &notes) else {
      notes.add(.cut, "the document holds no elements")
      self.init(markdown: "", title: nil, notes: notes.notes, metadata: nil)
      return
    }
    if let line = tree.stoppedAtLine {
      notes.add(.cut, "everything below: nested too deep or too large to read on", line: line)
    }
    if tree.flattened > 0 {
      notes.add(.changed, "elements nested deeper than \(ImportLimits.depthMax)", count: tree.flattened)
    }
    var converter = HTMLConverter(tree: tree, kind: kind, notes: notes)
    let body = converter.convert()
    self.init(
      markdown: body, title: converter.title, notes: converter.notes.notes, metadata: converter.metadata)
  }

  private init(markdown: String, title: String?, notes: [ImportNote], metadata: String?) {
    self.markdown = markdown
    self.title = title
    self.notes = notes
    self.metadata = metadata
  }

  private static func tree(of text: String, kind: DocumentKind, notes: inout NoteTally) -> MarkupTree? {
    guard kind == .confluenceStorage else { return MarkupParser.html(text) }
    let plain = XHTMLText.withoutSections(text)
    if let tree = MarkupParser.xhtml(fragment: plain) { return tree }
    notes.add(.changed, "markup that is not well formed; read as well as it could be")
    return MarkupParser.html(PrefixedNames.hidden(in: plain))
  }
}
