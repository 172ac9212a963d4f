internal import Documents
package import Postmortems

/// The words of a postmortem: all of them for searching, the telling ones for likeness.
///
/// Accounts, comments and reviews are not among them: who may read those is another question.
package struct LessonText: Hashable, Sendable {
  private static let telling: [SectionKind: Double] = [.summary: 1.5, .impact: 1.5, .rootCause: 1]

  /// One line.
  package var searched: String
  package var words: WordCounts

  /// Reads the document that it began with, and what was written since in place of its sections.
  ///
  /// The document is not put together, as one that is shown is: its words are the same, and that takes reading it anew for
  /// every section.
  package init(_ postmortem: Postmortem) {
    let document = PostmortemDocument(parsing: postmortem.base)
    let written = Self.written(postmortem)
    var isTold = false
    var words = WordCounts()
    words.add(postmortem.title, weight: 3)
    for factor in postmortem.factors { words.add(factor.text, weight: 2) }
    func tell(_ kind: SectionKind?, _ markdown: String) {
      guard let kind, let weight = Self.telling[kind] else { return }
      words.add(PlainWords.of(markdown), weight: weight)
      isTold = true
    }
    var whole = ""
    var bytes = Array(postmortem.base.utf8)[...]
    var missing = written
    for section in document.sections {
      guard let kind = section.kind, let markdown = missing[kind],
        document.section(kind)?.bytes == section.bytes
      else {
        tell(section.kind, section.body)
        continue
      }
      missing[kind] = nil
      tell(kind, markdown)
      whole += String(decoding: bytes[bytes.startIndex..<section.bodyBytes.lowerBound], as: UTF8.self)
      whole += "\n\(markdown)\n\n"
      bytes = bytes[section.bodyBytes.upperBound...]
    }
    whole += String(decoding: bytes, as: UTF8.self)
    for kind in SectionKind.allCases {
      guard let markdown = missing[kind] else { continue }
      tell(kind, markdown)
      whole += "\n\n## \(kind.heading)\n\n\(markdown)\n"
    }
    let plain = PlainWords.of(whole)
    let parts =
      postmortem.lines.map(\.text) + postmortem.factors.map(\.text)
      + postmortem.assumptions.flatMap { [$0.believed, $0.shown, $0.now] } + postmortem.lucks.map(\.text)
      + postmortem.actions.map(\.content.text)
    searched = ([plain] + parts.map(PlainWords.of)).filter { !$0.isEmpty }.joined(separator: " · ")
    // A document of headings that nobody knows is known by all its words.
    if !isTold { words.add(plain) }
    self.words = words
  }

  private static func written(_ postmortem: Postmortem) -> [SectionKind: String] {
    var written: [SectionKind: String] = [:]
    for (name, text) in postmortem.sections {
      if let kind = SectionKind(rawValue: name) { written[kind] = text.markdown }
    }
    return written
  }
}
