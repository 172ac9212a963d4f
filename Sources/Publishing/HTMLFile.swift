import Documents
package import Postmortems

/// A prepared text as one HTML file: its style within, no script, nothing from elsewhere.
package struct HTMLFile: Sendable {
  /// Shown as the heading, unless the text begins with one of its own.
  package var title: String
  /// What stands above the heading: for whom the text is.
  package var audience: PublicationAudience
  /// As people read it: `10 August 2012`.
  package var date: String
  /// `Revision 3`; nil for none.
  package var revision: String?
  package var markdown: String

  package init(
    title: String, audience: PublicationAudience, date: String, revision: String? = nil, markdown: String
  ) {
    self.title = title
    self.audience = audience
    self.date = date
    self.revision = revision
    self.markdown = markdown
  }

  /// The whole file; the same for the same values.
  package var html: String {
    let (heading, body) = parts
    let facts = [Self.label(audience), date] + (revision.map { [$0] } ?? [])
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="light dark">
      <title>\(Self.escaped(heading))</title>
      <style>
      \(HTMLSheet.css)
      @media print { @page { @bottom-left { content: "\(Self.inSheet(heading))"; } } }
      </style>
      </head>
      <body>
      <header>
      <p class="facts">\(facts.filter { !$0.isEmpty }.map { "<span>\(Self.escaped($0))</span>" }.joined())</p>
      <h1>\(Self.escaped(heading))</h1>
      </header>
      <main>
      \(Self.framed(MarkdownHTML.render(body)))</main>
      </body>
      </html>

      """
  }

  private static func label(_ audience: PublicationAudience) -> String {
    switch audience {
    case .internal: "Internal"
    case .stakeholders: "For stakeholders"
    case .public: "Public"
    }
  }

  /// The heading, and what stands below it, front matter left out.
  private var parts: (heading: String, body: String) {
    let document = PostmortemDocument(parsing: markdown)
    let lines = LineTable(markdown)
    let end = lines.bytes.count
    let front = lines.start(ofLine: document.frontMatter.lineCount + 1)
    guard let block = document.blocks.first, block.kind == .heading(level: 1), !block.prose.isEmpty else {
      return (title, lines.text(in: front..<end))
    }
    return (block.prose.text, lines.text(in: lines.start(ofLine: block.lines.upperBound + 1)..<end))
  }

  // MARK: Markup

  /// Tables in frames that scroll sideways on small screens; words in the place of pictures, which would come from elsewhere.
  private static func framed(_ html: String) -> String {
    let tables = html.replacing(
      "<table>", with: "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>"
    )
    .replacing("</table>", with: "</table></div>")
    var result = ""
    var rest = tables[...]
    while let open = rest.firstRange(of: "<img "), let close = rest[open.upperBound...].firstRange(of: "/>") {
      result += rest[..<open.lowerBound]
      let tag = rest[open.upperBound..<close.lowerBound]
      let words = tag.firstRange(of: "alt=\"").map { tag[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
      result += words.isEmpty ? "" : "<span class=\"picture\">Picture: \(words)</span>"
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A string of CSS within an element: what could end either is written as its number.
  private static func inSheet(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(80) {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " ,.-:".unicodeScalars.contains(scalar)
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return result
  }
}
