import Documents
import PageKit
import Reading

/// What stands below one heading of the second level.
struct ReadingChapter: Sendable {
  let id: String
  let heading: String
  /// Without the heading.
  let markdown: String
  /// Where it is one of the three parts beside the ten sections.
  let part: ReadingPart?

  static func all(of text: String) -> [ReadingChapter] {
    let document = MarkdownDocument(parsing: text)
    let heads = document.blocks.filter { $0.kind == .heading(level: 2) && $0.quoteDepth == 0 }
    return heads.enumerated().map { index, head in
      let start = head.lines.upperBound + 1
      let end = index + 1 < heads.count ? heads[index + 1].lines.lowerBound - 1 : Int.max
      let words = head.prose.text
      let slug = String(words.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
      return ReadingChapter(
        id: "part-\(slug)", heading: words, markdown: end < start ? "" : document.source(ofLines: start...end),
        part: ReadingPart(rawValue: words))
    }
  }

  /// What stands between the title and the first section: what is read here.
  static func intro(of text: String) -> String? {
    let document = MarkdownDocument(parsing: text)
    let body = document.blocks.drop { $0.isHeading }.prefix { !$0.isHeading }
    guard let first = body.first, let last = body.last else { return nil }
    return document.source(ofLines: first.lines.lowerBound...last.lines.upperBound)
  }
}
