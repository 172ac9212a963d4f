import Documents
internal import Postmortems

/// A comment of HTML in a Markdown text, and what it says about audiences.
struct AudienceMark {
  enum Meaning: Equatable {
    /// Opens a part for some audiences; `unknown` are words that name none.
    case only(Set<PublicationAudience>, unknown: [String])
    case end
    /// Looks like a mark and cannot be read; opens a part for nobody outside.
    case unreadable
    /// Some other comment.
    case comment
  }

  var range: Range<Int>
  var meaning: Meaning

  /// Bytes of a comment that are read; longer ones are no marks.
  private static let contentMax = 400

  /// The comments of a text that stand outside of code, in order; then marks that stand inside of it.
  static func marks(in places: MarkdownPlaces) -> (marks: [AudienceMark], inCode: [Range<Int>]) {
    let bytes = places.lines.bytes
    var marks: [AudienceMark] = []
    var inCode: [Range<Int>] = []
    var at = 0
    // Where the next comment ends at the earliest; searched once, however many begin before it.
    var end = 0
    while at + 3 < bytes.count {
      guard bytes[at] == 60, bytes[at + 1] == 33, bytes[at + 2] == 45, bytes[at + 3] == 45 else {
        at += 1
        continue
      }
      end = max(end, at + 4)
      while end + 2 < bytes.count, !(bytes[end] == 45 && bytes[end + 1] == 45 && bytes[end + 2] == 62) { end += 1 }
      let isClosed = end + 2 < bytes.count
      let content = String(
        decoding: bytes[(at + 4)..<min(isClosed ? end : bytes.count, at + 4 + contentMax)], as: UTF8.self)
      let range = at..<(isClosed ? end + 3 : bytes.count)
      let meaning = Self.meaning(of: content)
      switch places.kind(at) {
      case .codeBlock, .codeSpan:
        if meaning != .comment, isClosed { inCode.append(range) }
        at += 4
        continue
      case .frontMatter:
        at += 4
        continue
      default: break
      }
      // A comment without an end takes the rest with it, in every renderer.
      marks.append(AudienceMark(range: range, meaning: isClosed ? meaning : .unreadable))
      at = range.upperBound
    }
    return (marks, inCode)
  }

  private static func meaning(of content: String) -> Meaning {
    let words = content.lowercased().split { !$0.isLetter && !$0.isNumber }
    let plain = content.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if plain == "end only" { return .end }
    guard words.first == "only" || words.prefix(2).contains("only") && words.count <= 3 else { return .comment }
    guard let colon = plain.firstIndex(of: ":"), plain[..<colon].filter({ $0 != " " }) == "only" else {
      // Prose that begins with the word is no mark: `only three hosts had it`.
      let isProse = words.first == "only" && words.count > 5
      return isProse ? .comment : .unreadable
    }
    var audiences: Set<PublicationAudience> = []
    var unknown: [String] = []
    for part in plain[plain.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false) {
      let word = String(part.filter { $0 != " " })
      if let audience = PublicationAudience(rawValue: word) {
        audiences.insert(audience)
      } else {
        unknown.append(word)
      }
    }
    return .only(audiences, unknown: unknown)
  }
}
