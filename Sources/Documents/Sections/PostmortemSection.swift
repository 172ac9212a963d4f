/// A heading and what stands below it, up to the next heading of the same or a higher level that opens a section.
package struct PostmortemSection: Sendable {
  /// Which of the ten it is; nil for a section of the author's own.
  package var kind: SectionKind?
  /// As written, without its markup.
  package var heading: String
  /// 1 to 6; 0 for a bold label that stands in place of a heading.
  package var level: Int
  /// Line of the heading, from 1.
  package var line: Int
  /// Markdown below the heading, verbatim.
  package var body: String
  /// Line on which ``body`` begins.
  package var bodyLine: Int
  /// UTF-8 offsets of the whole section in the text of its document, heading included.
  package var bytes: Range<Int>
  /// UTF-8 offsets of ``body``.
  package var bodyBytes: Range<Int>

  package init(
    kind: SectionKind?, heading: String, level: Int, line: Int, body: String, bodyLine: Int,
    bytes: Range<Int> = 0..<0, bodyBytes: Range<Int> = 0..<0
  ) {
    self.kind = kind
    self.heading = heading
    self.level = level
    self.line = line
    self.body = body
    self.bodyLine = bodyLine
    self.bytes = bytes
    self.bodyBytes = bodyBytes
  }
}
