import Documents

/// Prose from a document, with its tables made fit for a narrow screen: each cell knows the heading of its column.
package struct ProseMarkup: Sendable {
  package let markdown: String
  /// How many levels its headings are lowered, so that the page keeps one of the first level.
  private let lowered: Int

  package init(markdown: String, lowered: Int = 0) {
    self.markdown = markdown
    self.lowered = lowered
  }

  package var html: HTML {
    Tag.div(.class("prose")) {
      HTML(trusted: TrustedMarkup(Self.reachable(Self.labelled(Self.withoutPictures(rendered)))))
    }
  }

  private var rendered: String {
    var markup = MarkdownHTML.render(markdown)
    guard lowered > 0 else { return markup }
    for level in (1...6).reversed() {
      let lower = min(6, level + lowered)
      markup = markup.replacing("<h\(level)>", with: "<h\(lower)>").replacing("</h\(level)>", with: "</h\(lower)>")
    }
    return markup
  }

  /// Markup with pictures told by their text: nothing is loaded from elsewhere.
  ///
  /// The renderer writes a picture as `<img src="…" alt="…" />`, its values escaped.
  package static func withoutPictures(_ rendered: String) -> String {
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

  /// Code that is wider than the page is scrolled, by keyboard too.
  private static func reachable(_ markup: String) -> String {
    markup.contains("<pre>") ? markup.replacing("<pre>", with: "<pre tabindex=\"0\">") : markup
  }

  /// Gives every `td` of rendered Markdown a `data-label` with the text of its column's `th`.
  ///
  /// The renderer writes tables as CommonMark's GFM extension does: `<table>`, then `<th …>` cells, then rows of
  /// `<td …>`. Text in the cells is escaped already, so that it can stand in an attribute.
  package static func labelled(_ markup: String) -> String {
    guard markup.contains("<table>") else { return markup }
    var result = ""
    result.reserveCapacity(markup.utf8.count * 5 / 4)
    var headings: [String] = []
    var heading: String?
    var column = 0
    for (offset, piece) in markup.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      if offset == 0 {
        result += piece
        continue
      }
      if piece.hasPrefix("table>") {
        headings = []
        result += "<table class=\"stacking\">" + piece.dropFirst(6)
        continue
      }
      if piece.hasPrefix("tr>") { column = 0 }
      if piece.hasPrefix("th>") || piece.hasPrefix("th ") {
        heading = String(piece.drop { $0 != ">" }.dropFirst())
      } else if piece.hasPrefix("/th>"), let text = heading {
        headings.append(text)
        heading = nil
      } else if heading != nil {
        heading? += piece.drop { $0 != ">" }.dropFirst()
      }
      if piece.hasPrefix("td>") || piece.hasPrefix("td ") {
        let label = column < headings.count ? headings[column] : ""
        column += 1
        result += "<td data-label=\"\(label)\"" + piece.dropFirst(2)
        continue
      }
      result += "<" + piece
    }
    return result
  }
}
