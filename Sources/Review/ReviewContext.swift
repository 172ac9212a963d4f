package import Documents
package import Findings

/// A document as the rules see it: read once, asked by all.
package struct ReviewContext: Sendable {
  package let document: PostmortemDocument
  /// The file as the person named it.
  package let path: String
  /// What the document says in its own words: paragraphs, items and cells; no headings, no quotes, no code.
  package let sentences: [Sentence]
  package let actions: [ActionItem]
  package let timelineRows: [TimelineRow]
  /// Indices of the blocks with text by each of their lines.
  private let blockAtLine: [Int: Int]

  package init(document: PostmortemDocument, path: String) {
    self.document = document
    self.path = path
    actions = document.actions
    timelineRows = document.timelineRows
    var blockAtLine: [Int: Int] = [:]
    for (index, block) in document.blocks.enumerated() where !block.proses.allSatisfy(\.isEmpty) {
      for line in block.lines where blockAtLine[line] == nil { blockAtLine[line] = index }
    }
    self.blockAtLine = blockAtLine
    var sentences: [Sentence] = []
    for block in document.blocks where block.quoteDepth == 0 {
      switch block.kind {
      case .paragraph, .item, .row(isHeader: false):
        let kind = document.kind(of: block)
        for prose in block.proses { sentences += SentenceReader.sentences(of: prose, section: kind) }
      default: break
      }
    }
    self.sentences = sentences
  }

  /// One sentence that is said: nothing in it is markup, and what it names as a cause is meant as one.
  init(spoken scalars: [Unicode.Scalar]) {
    document = PostmortemDocument(parsing: "")
    path = "-"
    actions = []
    timelineRows = []
    blockAtLine = [:]
    sentences = SentenceReader.sentences(of: Prose(plain: scalars), section: .rootCause)
  }

  /// A finding of a rule; reason and question are the rule's unless better ones are at hand.
  package func finding(
    _ rule: some ReviewRule, at span: TextSpan, _ message: String, severity: FindingSeverity? = nil,
    question: String? = nil, fix: String? = nil
  ) -> Finding {
    Finding(
      path: path, span: span, rule: rule.identifier, severity: severity ?? rule.severity, message: message,
      reason: rule.reason, question: question ?? rule.question, fix: fix)
  }

  /// Where the heading of a section stands.
  package func headingSpan(_ section: PostmortemSection) -> TextSpan {
    let block = blockAtLine[section.line].map { document.blocks[$0] }
    let bold = section.level == 0 ? block?.prose.bold.first { block?.prose.span(of: $0).line == section.line } : nil
    if let block, let bold { return block.prose.span(of: bold) }
    return block?.prose.span
      ?? TextSpan(line: section.line, column: 1, endLine: section.line, endColumn: 1)
  }

  /// The head of the file, for what concerns the whole document.
  package static let start = TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1)
}
