/// A postmortem as a file: Markdown with optional YAML front matter, kept byte for byte.
package struct PostmortemDocument: Sendable {
  /// The whole file as it was read.
  package let text: String
  /// From the front matter or the first heading; nil when neither is there.
  package var title: String?
  /// In the order of the file. Text before the first heading has no section.
  package var sections: [PostmortemSection]

  package init(text: String, title: String?, sections: [PostmortemSection]) {
    self.text = text
    self.title = title
    self.sections = sections
  }
}

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

  package init(kind: SectionKind?, heading: String, level: Int, line: Int, body: String, bodyLine: Int) {
    self.kind = kind
    self.heading = heading
    self.level = level
    self.line = line
    self.body = body
    self.bodyLine = bodyLine
  }
}
