internal import Documents

/// The three parts of a reading beside the ten sections.
package enum ReadingPart: String, CaseIterable, Hashable, Sendable {
  case adoptable = "What might have caught it"
  case questions = "For a reading circle"
  case sources = "Sources"

  /// The blocks below its heading, up to the next heading of the same or a higher level.
  func blocks(of document: PostmortemDocument) -> ArraySlice<DocumentBlock> {
    let blocks = document.blocks
    guard let start = blocks.firstIndex(where: { $0.kind == .heading(level: 2) && $0.prose.text == rawValue }) else {
      return []
    }
    let rest = blocks[(start + 1)...]
    let end = rest.firstIndex { block in
      if case .heading(let level) = block.kind { level <= 2 } else { false }
    }
    return rest[..<(end ?? blocks.endIndex)]
  }

  /// Line of its heading; nil where the document has none.
  func line(in document: PostmortemDocument) -> Int? {
    document.blocks.first { $0.kind == .heading(level: 2) && $0.prose.text == rawValue }?.lines.lowerBound
  }
}
