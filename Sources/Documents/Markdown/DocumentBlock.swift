/// One block of a document: what a reader sees as a heading, a paragraph, a list item or a table row.
package struct DocumentBlock: Sendable {
  package enum Kind: Sendable, Hashable {
    /// 1 to 6.
    case heading(level: Int)
    case paragraph
    /// The first paragraph of a list item; `isDone` is nil unless it is a task.
    case item(isDone: Bool?)
    case row(isHeader: Bool)
    case code
    /// Raw HTML, comments among it.
    case html
  }

  package var kind: Kind
  /// First and last line, from 1, both included.
  ///
  /// For an underlined heading the underline counts.
  package var lines: ClosedRange<Int>
  /// How many block quotes it stands in.
  package var quoteDepth: Int
  /// How many lists it stands in.
  package var listDepth: Int
  /// Empty for a row, code and HTML.
  package var prose: Prose
  /// The cells of a row, in order.
  package var cells: [Prose]
  /// Counts the tables of the document, so that rows find their header; nil outside a table.
  package var table: Int?
  /// Index of the section in which it stands; nil before the first one.
  package var section: Int?

  package init(
    kind: Kind, lines: ClosedRange<Int>, quoteDepth: Int = 0, listDepth: Int = 0, prose: Prose = Prose(),
    cells: [Prose] = [], table: Int? = nil
  ) {
    self.kind = kind
    self.lines = lines
    self.quoteDepth = quoteDepth
    self.listDepth = listDepth
    self.prose = prose
    self.cells = cells
    self.table = table
  }

  package var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }

  package var isItem: Bool {
    if case .item = kind { true } else { false }
  }

  /// The prose of the block, or that of each cell.
  package var proses: [Prose] { cells.isEmpty ? [prose] : cells }
}
