/// The comments between which the parts of a postmortem stand in its document.
package enum PartMark {
  package static let end = "<!-- end parts -->"

  package static func start(of part: String) -> String { "<!-- parts: \(part) -->" }

  /// Whether a line is one of them, whatever the name of its part.
  package static func isMark(_ line: some StringProtocol) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    let written = words.joined(separator: " ")
    return written == end || words.count == 4 && written == start(of: String(words[2])) && line.contains(written)
  }
}
