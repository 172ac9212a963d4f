import Documents

/// Labels with their values, as they stand in the parts of a postmortem that say what it is about: lines such as
/// `Severity: 2`, rows whose first cell is the label.
struct DocumentLabels {
  struct Entry {
    /// Lower case, letters and spaces.
    var label: String
    /// Each cell of a row; one for a line.
    var values: [String]
  }

  /// The longest label in words: more is a sentence with a colon in it.
  private static let labelWordsMax = 6

  let entries: [Entry]

  init(_ document: PostmortemDocument) {
    var entries: [Entry] = []
    for block in document.blocks where !block.isHeading && Self.isAboutIt(document.kind(of: block)) {
      if block.cells.count > 1 {
        entries.append(Entry(label: Self.label(block.cells[0].text), values: block.cells.dropFirst().map(\.text)))
      } else {
        entries += Self.lines(of: block.prose).compactMap(Self.entry)
      }
    }
    self.entries = entries
  }

  /// The first value whose label is one of some words.
  func value(_ labels: Set<String>) -> String? {
    entries.first { labels.contains($0.label) && $0.values.contains { !$0.isEmpty } }?.values.first { !$0.isEmpty }
  }

  /// The lines of a block's words, marks of the text left out.
  static func lines(of prose: Prose) -> [String] {
    var lines: [String] = []
    var start = 0
    for index in 0...prose.scalars.count where index == prose.scalars.count || prose.scalars[index] == "\n" {
      lines.append(prose.text(in: start..<index))
      start = index + 1
    }
    return lines.filter { !$0.isEmpty }
  }

  private static func isAboutIt(_ kind: SectionKind?) -> Bool {
    switch kind {
    case nil, .titleAndOwnership, .dateAndTime, .status, .summary, .impact: true
    case .participants, .rootCause, .timeline, .actions, .lessons: false
    }
  }

  /// A line that begins with a label.
  static func entry(_ line: String) -> Entry? {
    // `13:30` is a time, not a label.
    let colon = line.indices.first { index in
      let next = line.index(after: index)
      return line[index] == ":" && (next == line.endIndex || !line[next].isNumber)
    }
    guard let colon else { return nil }
    let label = label(line[..<colon])
    guard !label.isEmpty, label.split(separator: " ").count <= labelWordsMax else { return nil }
    return Entry(label: label, values: [String(line[line.index(after: colon)...].drop(while: \.isWhitespace))])
  }

  private static func label(_ text: some StringProtocol) -> String {
    let words = text.lowercased().split { !$0.isLetter }
    return words.joined(separator: " ")
  }
}
