/// Markdown with optional YAML front matter, kept byte for byte: what every kind of document here is read from.
package struct MarkdownDocument: Sendable {
  /// The whole file as it was read.
  package let text: String
  /// The keys at the head of the file; empty when there are none.
  package let frontMatter: FrontMatter
  /// What stands below the front matter, in order, each block with its place; none has a section.
  package let blocks: [DocumentBlock]
  /// The lines of the text, the front matter among them.
  package let lines: LineTable

  /// Reads a document.
  ///
  /// Never fails: what cannot be understood stays text, and front matter that is no YAML is listed among its
  /// problems. Cost is linear in the length of the text, but for what the Markdown library spends on it.
  package init(parsing text: String) {
    let lines = LineTable(text)
    let frontMatter = FrontMatterReader(lines: lines).read()
    let start = lines.start(ofLine: frontMatter.lineCount + 1)
    let nodes = MarkdownTree.nodes(of: lines.text(in: start..<lines.bytes.count))
    self.text = text
    self.lines = lines
    self.frontMatter = frontMatter
    blocks = BlockReader(lines: lines, lineOffset: frontMatter.lineCount).blocks(of: nodes)
  }

  /// The lines of the file from one to another, both included, with their ends.
  package func source(ofLines range: ClosedRange<Int>) -> String {
    guard range.lowerBound >= 1, range.lowerBound <= lines.count else { return "" }
    let end = min(range.upperBound, lines.count)
    return lines.text(in: lines.start(ofLine: range.lowerBound)..<lines.start(ofLine: end + 1))
  }
}
