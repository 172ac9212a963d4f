import Documents
import Incidents

/// What words leave open at their end, so that it would take along whatever stands below them.
struct OpenBlock {
  enum Kind {
    case code
    case comment
    /// `<pre>`, `<script>` and the like, by the words with which the line begins.
    case element(String)
  }

  let kind: Kind
  /// Among the words, from 1.
  let line: Int

  /// Nil where a heading that stood below the words would be read as one.
  init?(in words: String) {
    // The line before keeps rules at the start from being read as front matter.
    let text = "\n\(words)\n\n# \(Self.probe)\n"
    let lines = LineTable(text)
    let document = PostmortemDocument(parsing: text)
    guard let last = document.blocks.last(where: { $0.lines.lowerBound <= lines.count }), !Self.isProbe(last),
      last.kind == .code || last.kind == .html
    else { return nil }
    let first = String(decoding: lines.bytes(ofLine: last.lines.lowerBound), as: UTF8.self)
    line = last.lines.lowerBound - 1
    kind =
      last.kind == .code
      ? .code
      : first.contains("<!--")
        ? .comment : .element(String(first.drop(while: \.isWhitespace).prefix { !$0.isWhitespace && $0 != ">" }))
  }

  private static let probe = "Below"

  private static func isProbe(_ block: DocumentBlock) -> Bool {
    block.kind == .heading(level: 1) && block.prose.text == probe
  }

  /// `place` is the field in which the words stand.
  func refusal(_ place: String) -> IncidentRefusal {
    let (what, hint) =
      switch kind {
      case .code: ("a block of code", "end it with a line of the same marks as it begins with")
      case .comment: ("a comment", "end it with -->")
      case .element(let name):
        (
          "'\(name.prefix(20))>', which",
          "end it with </\(name.dropFirst().prefix(20))>, or put it between backticks where it is meant as words"
        )
      }
    let said = if case .element = kind { what } else { "\(what) that" }
    return IncidentRefusal(
      .invalidText, place: place,
      message: "line \(line) begins \(said) does not end: what stands below it would become part of it", hint: hint)
  }
}
