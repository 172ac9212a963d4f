import Documents
internal import Postmortems

/// Which sections an audience gets.
extension Preparation {
  /// Kinds that the public reads; others, and sections of an author's own, stay inside.
  private static let publicKinds: Set<SectionKind> = [
    .dateAndTime, .summary, .impact, .rootCause, .timeline, .actions, .lessons,
  ]

  mutating func selectSections() {
    guard audience != .internal else { return }
    let places = MarkdownPlaces(text.text)
    let document = places.document
    var edits: [SourcedText.Edit] = []
    let front = 0..<places.lines.start(ofLine: document.frontMatter.lineCount + 1)
    let titleBlock = titleBlock(document)
    var head = SourcedText()
    if titleBlock == nil, let title = document.title, !title.isEmpty {
      let line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
      head = SourcedText("# \(MarkdownText.inline(line))\n\n", origin: front.isEmpty ? -1 : 0)
    }
    if !front.isEmpty { drop(.frontMatter, "front matter", front) }
    edits.append(SourcedText.Edit(range: front, replacement: head))
    if audience == .public {
      let first = document.sections.first?.bytes.lowerBound ?? text.bytes.count
      if document.section(.summary) != nil { cutBody(front.upperBound..<first, "before the first section", &edits) }
    }
    for section in document.sections {
      let isTitle = section.line == titleBlock?.lines.lowerBound
      if isTitle {
        if audience == .public, document.section(.summary) != nil {
          cutBody(section.bodyBytes, section.heading, &edits)
        }
      } else if isDropped(section) {
        drop(.section, section.heading, section.bytes)
        edits.append(SourcedText.Edit(range: section.bytes))
      }
    }
    text.apply(edits)
  }

  private func isDropped(_ section: PostmortemSection) -> Bool {
    audience == .public
      ? !(section.kind.map(Self.publicKinds.contains) ?? false) : section.kind == .participants
  }

  /// The heading that is the document's title.
  func titleBlock(_ document: PostmortemDocument) -> DocumentBlock? {
    guard let block = document.blocks.first(where: { $0.isHeading && $0.quoteDepth == 0 && $0.listDepth == 0 }),
      document.sections.contains(where: { $0.line == block.lines.lowerBound && $0.kind == .titleAndOwnership }),
      SectionKind(heading: block.prose.text) == nil || block.kind == .heading(level: 1)
    else { return nil }
    return block
  }

  private mutating func cutBody(_ range: Range<Int>, _ title: String, _ edits: inout [SourcedText.Edit]) {
    guard text.bytes[range].contains(where: { $0 > 32 }), !isOpening(range) else { return }
    drop(.section, title, range)
    edits.append(
      SourcedText.Edit(range: range, replacement: SourcedText("\n", origin: text.origin(range.lowerBound) ?? -1)))
  }

  // MARK: Opening

  /// The opening text as it stands in the prepared text, its names replaced; nil when there is none.
  static func preparedOpening(_ context: PublicationContext) -> String? {
    guard let opening = context.opening, opening.utf8.count <= PublicationLimits.openingBytesMax,
      opening.contains(where: { !$0.isWhitespace })
    else { return nil }
    var alone = context
    alone.opening = nil
    var preparation = Preparation(opening, alone)
    preparation.replaceNames()
    preparation.findSensitive()
    preparation.tidyBlankLines()
    return preparation.text.text
  }

  /// Whether a stretch is the opening text that was put there before.
  private func isOpening(_ range: Range<Int>) -> Bool {
    let words = text.text(in: range).split(whereSeparator: \.isWhitespace)
    return preparedOpening.map { $0.split(whereSeparator: \.isWhitespace) == words } ?? false
  }

  mutating func addOpening() {
    guard let opening = context.opening else { return }
    guard opening.utf8.count <= PublicationLimits.openingBytesMax else {
      note(
        .tooLong, "the opening text is longer than \(PublicationLimits.openingBytesMax / 1024) KB and was left out",
        at: 0..<0)
      return
    }
    guard let preparedOpening else { return }
    let places = MarkdownPlaces(text.text)
    let document = places.document
    let line = titleBlock(document).map { $0.lines.upperBound } ?? document.frontMatter.lineCount
    let at = places.lines.start(ofLine: line + 1)
    let below = text.text(in: at..<text.bytes.count).split(whereSeparator: \.isWhitespace)
    if below.starts(with: preparedOpening.split(whereSeparator: \.isWhitespace)) { return }
    let lead = at > 0 && text.bytes[at - 1] != 10 ? "\n\n" : "\n"
    text.apply([SourcedText.Edit(range: at..<at, replacement: SourcedText(lead + opening + "\n\n"))])
  }
}
