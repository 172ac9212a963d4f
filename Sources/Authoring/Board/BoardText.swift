import Documents

/// Reads from the words of a document what a screen can carry: a sentence, figures, the items of a list.
struct BoardText {
  private let document: PostmortemDocument

  init(_ document: PostmortemDocument) { self.document = document }

  /// Scalars of a headline; a longer sentence is passed over for a shorter one, or cut at a word.
  static let headlineScalarsMax = 280

  /// The first sentence of the first paragraph; questions of a draft and quotations are passed over.
  func sentence(in kind: SectionKind) -> String? {
    for block in blocks(of: kind) where block.kind == .paragraph {
      let text = block.prose.text
      guard text.contains(where: \.isLetter), !text.hasSuffix(":") else { continue }
      return Self.cut(Self.first(of: text))
    }
    return nil
  }

  /// Rows of tables with what is counted, how much, and how that is known.
  func figures(in kind: SectionKind) -> [BoardScreen.Fact] {
    var names: [String] = []
    var result: [BoardScreen.Fact] = []
    for block in blocks(of: kind) {
      guard case .row(let isHeader) = block.kind else { continue }
      let cells = block.cells.map(\.text)
      if isHeader {
        names = cells.map { $0.lowercased() }
        continue
      }
      // A table of figures says how much of what; others, as those of components and messages, are no figures.
      guard cells.count >= 2, names.count >= 2,
        ["how much", "how many", "number", "amount", "value", "count", "figure"].contains(where: {
          names[1].hasPrefix($0)
        })
      else { continue }
      let basis = cells.dropFirst(2).joined(separator: " ").lowercased()
      result.append(
        BoardScreen.Fact(
          value: cells[1], label: cells[0],
          basis: basis.contains("measured") || basis.contains("counted")
            ? .measured : basis.contains("estimate") ? .estimated : .unstated))
    }
    return result
  }

  /// The items of the lists of a section.
  func items(in kind: SectionKind) -> [String] {
    blocks(of: kind).filter { $0.isItem && $0.listDepth == 1 }.map { Self.cut(Self.first(of: $0.prose.text)) }
  }

  private func blocks(of kind: SectionKind) -> [DocumentBlock] {
    guard let wanted = document.section(kind),
      let index = document.sections.firstIndex(where: { $0.bytes == wanted.bytes })
    else { return [] }
    return document.blocks(inSection: index).filter { $0.quoteDepth == 0 && !$0.isHeading }
  }

  /// Up to the first full stop with a space and a capital behind it.
  private static func first(of text: String) -> String {
    let characters = Array(text)
    for index in characters.indices.dropLast(2) where ".!?".contains(characters[index]) {
      if characters[index + 1] == " ", characters[index + 2].isUppercase || characters[index + 2].isNumber {
        return String(characters[...index])
      }
    }
    return text
  }

  private static func cut(_ text: String) -> String {
    guard text.unicodeScalars.count > headlineScalarsMax else { return text }
    let head = String(text.unicodeScalars.prefix(headlineScalarsMax))
    return head.prefix(upTo: head.lastIndex(of: " ") ?? head.endIndex) + " …"
  }
}
