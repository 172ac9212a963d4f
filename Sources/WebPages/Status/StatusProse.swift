import Documents

/// Words of an update: Markdown made harmless, pictures told by their text, since nothing is loaded from elsewhere.
struct StatusProse: Sendable {
  let markdown: String
  /// The language of the words, where it is not that of the page.
  let language: String?

  var html: HTML {
    Tag.div(.class("prose"), language.map { .set("lang", $0) }) {
      HTML(trusted: TrustedMarkup(Self.markup(markdown)))
    }
  }

  /// The renderer writes a picture as `<img src="…" alt="…" />`, its values escaped.
  static func markup(_ markdown: String) -> String {
    let rendered = MarkdownHTML.render(markdown)
    guard rendered.contains("<img ") else { return rendered }
    var result = ""
    var rest = rendered[...]
    while let start = rest.firstRange(of: "<img ") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "/>") else { break }
      let inside = rest[..<end.lowerBound]
      if let alt = inside.firstRange(of: "alt=\"") {
        result += inside[alt.upperBound...].prefix { $0 != "\"" }
      }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
