import Postmortems

/// A stretch of a document that holds parts, between two comments that no reader of the page sees.
///
/// They are of the same make as the marks of audience (`<!-- only: internal -->`).
enum PartStretch: String, CaseIterable {
  case accounts, causes, timeline, actions, luck

  static let end = PartMark.end

  var start: String { PartMark.start(of: rawValue) }

  init?(mark: String) {
    guard let kind = Self.allCases.first(where: { $0.start == mark }) else { return nil }
    self = kind
  }

  /// Comments of the author's own that look like these get a space more, so that they stay theirs.
  static func guarded(_ text: String) -> String { shifted(text, by: 1) }
  static func unguarded(_ text: String) -> String { shifted(text, by: -1) }

  private static func shifted(_ text: String, by count: Int) -> String {
    guard text.contains("parts") else { return text }
    var pieces = pieces(of: text, behind: "<!--")
    for index in pieces.indices.dropFirst() {
      let spaces = pieces[index].prefix { $0 == " " }.count
      let words = pieces[index].dropFirst(spaces)
      guard spaces > 0, words.hasPrefix("parts:") || words.hasPrefix("end parts") else { continue }
      if count > 0 {
        pieces[index] = " " + pieces[index]
      } else if spaces > 1 {
        pieces[index] = String(pieces[index].dropFirst())
      }
    }
    return pieces.joined(separator: "<!--")
  }

  private static func pieces(of text: String, behind mark: String) -> [String] {
    var pieces: [String] = []
    var start = text.startIndex
    for range in text.ranges(of: mark) {
      pieces.append(String(text[start..<range.lowerBound]))
      start = range.upperBound
    }
    return pieces + [String(text[start...])]
  }
}
