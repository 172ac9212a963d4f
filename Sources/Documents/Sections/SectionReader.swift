/// Finds the sections of a document: headings, and bold labels that stand in place of headings.
struct SectionReader {
  private let lines: LineTable
  private let isTitled: Bool
  private var openings: [Opening] = []
  /// The last real heading that opened a section.
  private var enclosing: Opening?
  /// Kinds that some heading of the document stands for: a bold label of the same kind is then only emphasis.
  private var headingKinds: Set<SectionKind> = []

  private struct Opening {
    var kind: SectionKind?
    var heading: String
    var level: Int
    var line: Int
    var start: Int
    var bodyStart: Int
    var isItem = false
  }

  init(lines: LineTable, isTitled: Bool) {
    self.lines = lines
    self.isTitled = isTitled
  }

  mutating func sections(of blocks: [DocumentBlock]) -> [PostmortemSection] {
    let titleIndex = titleIndex(in: blocks)
    for (index, block) in blocks.enumerated() where block.isHeading && index != titleIndex {
      if let kind = SectionKind(heading: block.prose.text) { headingKinds.insert(kind) }
    }
    for (index, block) in blocks.enumerated() where block.quoteDepth == 0 {
      switch block.kind {
      case .heading(let level) where block.listDepth == 0: heading(block, level, isTitle: index == titleIndex)
      case .paragraph where block.listDepth == 0, .item where block.listDepth == 1: labels(block)
      default: break
      }
    }
    return openings.enumerated().map { index, opening in
      let end = index + 1 < openings.count ? openings[index + 1].start : lines.bytes.count
      let body = min(opening.bodyStart, end)..<end
      return PostmortemSection(
        kind: opening.kind, heading: opening.heading, level: opening.level, line: opening.line,
        body: lines.text(in: body), bodyLine: lines.line(ofOffset: body.lowerBound), bytes: opening.start..<end,
        bodyBytes: body)
    }
  }

  /// The heading that is the title: the first one, unless it is one of ours and the title stands elsewhere.
  private func titleIndex(in blocks: [DocumentBlock]) -> Int? {
    guard let first = blocks.firstIndex(where: { $0.isHeading && $0.quoteDepth == 0 && $0.listDepth == 0 }) else {
      return nil
    }
    let kind = SectionKind(heading: blocks[first].prose.text)
    let isAlone = blocks.count { $0.kind == .heading(level: 1) } == 1
    if blocks[first].kind == .heading(level: 1) { return kind == nil || isAlone && !isTitled ? first : nil }
    return kind == nil && !isTitled ? first : nil
  }

  private mutating func heading(_ block: DocumentBlock, _ level: Int, isTitle: Bool) {
    let text = block.prose.text
    let kind = isTitle ? SectionKind.titleAndOwnership : SectionKind(heading: text)
    guard isTitle || opensSection(kind, level) else { return }
    let opening = Opening(
      kind: kind, heading: text, level: level, line: block.lines.lowerBound,
      start: lines.start(ofLine: block.lines.lowerBound), bodyStart: lines.start(ofLine: block.lines.upperBound + 1))
    openings.append(opening)
    enclosing = opening
  }

  private func opensSection(_ kind: SectionKind?, _ level: Int) -> Bool {
    guard let enclosing, level > enclosing.level, enclosing.kind != .titleAndOwnership else { return true }
    // A label's section ends at any heading.
    if openings.last?.level == 0 { return true }
    // What stands below a timeline or the actions belongs to them, whatever it is called.
    if enclosing.kind == .timeline || enclosing.kind == .actions { return false }
    return kind != nil && kind != enclosing.kind
  }

  // MARK: Bold labels

  private mutating func labels(_ block: DocumentBlock) {
    let prose = block.prose
    for bold in prose.bold where bold.lowerBound == 0 || prose.scalars[bold.lowerBound - 1] == "\n" {
      guard let label = label(bold, in: prose), let place = placeBehind(bold, in: prose) else { continue }
      let kind = SectionKind(heading: label.text)
      guard opensLabel(kind, label, isItem: block.isItem) else { continue }
      let line = Int(prose.places[bold.lowerBound].line)
      openings.append(
        Opening(
          kind: kind, heading: label.text, level: 0, line: line, start: lines.start(ofLine: line), bodyStart: place,
          isItem: block.isItem))
    }
  }

  private func opensLabel(_ kind: SectionKind?, _ label: (text: String, isAlone: Bool), isItem: Bool) -> Bool {
    let outer = enclosing?.kind
    let isFree = outer == nil || outer == .titleAndOwnership
    guard let kind, kind != .titleAndOwnership else {
      // A label of the author's own ends a section that a label of the same form opened.
      guard let last = openings.last, last.level == 0 else { return false }
      return kind == nil && last.isItem == isItem
    }
    guard !headingKinds.contains(kind) else { return false }
    if isFree { return true }
    return label.isAlone && !isItem && kind != outer && outer != .timeline && outer != .actions
  }

  private static let labelScalarsMax = 60

  /// A bold stretch is a label when it stands alone on its line or has a colon.
  private func label(_ bold: Range<Int>, in prose: Prose) -> (text: String, isAlone: Bool)? {
    guard bold.count <= Self.labelScalarsMax else { return nil }
    var text = prose.text(in: bold)
    var next = bold.upperBound
    while next < prose.scalars.count, prose.scalars[next] == " " { next += 1 }
    let isLineEnd = next == prose.scalars.count || prose.scalars[next] == "\n"
    let hasColon = text.hasSuffix(":") || (next < prose.scalars.count && prose.scalars[next] == ":")
    guard hasColon || (isLineEnd && bold.lowerBound == 0) else { return nil }
    while text.hasSuffix(":") || text.hasSuffix(" ") { text.removeLast() }
    return text.isEmpty ? nil : (text, isLineEnd)
  }

  /// The byte behind a label, its closing marks and its colon.
  private func placeBehind(_ bold: Range<Int>, in prose: Prose) -> Int? {
    let last = prose.places[bold.upperBound - 1]
    var offset = lines.offset(line: Int(last.line), column: Int(last.endColumn))
    while offset < lines.bytes.count, [42, 95, 58].contains(lines.bytes[offset]) { offset += 1 }
    var end = offset
    while end < lines.bytes.count, lines.bytes[end] == 32 || lines.bytes[end] == 9 { end += 1 }
    let isLineEnd = end == lines.bytes.count || lines.bytes[end] == 10 || lines.bytes[end] == 13
    return isLineEnd ? lines.start(ofLine: Int(last.line) + 1) : offset
  }
}
