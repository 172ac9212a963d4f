import Documents

/// Prose from a document, with its tables made fit for a narrow screen: each cell knows the heading of its column.
struct ProseMarkup: Sendable {
  let markdown: String

  var html: HTML {
    Tag.div(.class("prose")) {
      HTML(trusted: TrustedMarkup(Self.labelled(MarkdownHTML.render(markdown))))
    }
  }

  /// Gives every `td` of rendered Markdown a `data-label` with the text of its column's `th`.
  ///
  /// The renderer writes tables as CommonMark's GFM extension does: `<table>`, then `<th …>` cells, then rows of
  /// `<td …>`. Text in the cells is escaped already, so that it can stand in an attribute.
  static func labelled(_ markup: String) -> String {
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
