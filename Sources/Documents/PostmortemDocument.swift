/// A postmortem as a file: Markdown with optional YAML front matter, kept byte for byte.
package struct PostmortemDocument: Sendable {
  /// The whole file as it was read.
  package let text: String
  /// From the front matter or the first heading; nil when neither is there.
  package var title: String?
  /// In the order of the file.
  ///
  /// Text before the first heading has no section.
  package var sections: [PostmortemSection]
  /// The keys at the head of the file; empty when there are none.
  package var frontMatter: FrontMatter
  /// What stands below the front matter, in order, each block with its place and its section.
  package var blocks: [DocumentBlock]

  package init(
    text: String, title: String?, sections: [PostmortemSection], frontMatter: FrontMatter = FrontMatter(),
    blocks: [DocumentBlock] = []
  ) {
    self.text = text
    self.title = title
    self.sections = sections
    self.frontMatter = frontMatter
    self.blocks = blocks
  }

  /// Reads a postmortem.
  ///
  /// Never fails: what cannot be understood stays text, and front matter that is no YAML is listed
  /// among its problems. Cost is linear in the length of the text, but for what the Markdown library spends on it.
  package init(parsing text: String) {
    let document = MarkdownDocument(parsing: text)
    let lines = document.lines
    let frontMatter = document.frontMatter
    var blocks = document.blocks
    var reader = SectionReader(lines: lines, isTitled: frontMatter["title"] != nil)
    let sections = reader.sections(of: blocks)
    var next = 0
    for index in blocks.indices {
      let offset = lines.start(ofLine: blocks[index].lines.lowerBound)
      while next < sections.count, sections[next].bytes.lowerBound <= offset { next += 1 }
      blocks[index].section = next > 0 ? next - 1 : nil
    }
    self.init(
      text: text, title: frontMatter["title"] ?? sections.first { $0.kind == .titleAndOwnership }?.heading,
      sections: sections, frontMatter: frontMatter, blocks: blocks)
  }

  /// The section of a kind: the first that says something, else the first.
  package func section(_ kind: SectionKind) -> PostmortemSection? {
    let all = sections.filter { $0.kind == kind }
    return all.first { $0.body.contains { !$0.isWhitespace } } ?? all.first
  }

  /// The blocks of a section, its heading first.
  package func blocks(inSection index: Int) -> ArraySlice<DocumentBlock> {
    // Blocks stand in the order of their sections: two binary searches find the stretch.
    func first(_ wanted: Int) -> Int {
      var low = 0
      var high = blocks.count
      while low < high {
        let middle = (low + high) / 2
        if (blocks[middle].section ?? -1) < wanted { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return blocks[first(index)..<first(index + 1)]
  }

  /// The kind of the section in which a block stands.
  package func kind(of block: DocumentBlock) -> SectionKind? {
    block.section.flatMap { sections[$0].kind }
  }

  /// Who answers for the document: from the front matter, or from a line such as `Owner: …` below the title.
  package var owner: String? {
    if let owner = frontMatter["owner"] ?? frontMatter["author"] ?? frontMatter["authors"] { return owner }
    for block in blocks {
      let section = block.section.map { sections[$0] }
      guard section == nil || section?.kind == .titleAndOwnership || section?.level == 0 else { break }
      for line in block.proses.flatMap(\.lines) {
        if let owner = LabelledValue.value(in: line, labels: ["owner", "owners", "author", "authors"]) { return owner }
      }
    }
    return nil
  }
}
