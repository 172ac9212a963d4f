/// A piece of a page, escaped already: text becomes part of one only through escaping, markup only through ``Tag``.
///
/// The one way around is ``HTML/init(trusted:)``, for markup that another part of Mayday has made safe.
package struct HTML: Sendable, Hashable {
  /// The markup, ready to be written.
  package let markup: String

  private init(markup: String) { self.markup = markup }

  /// Text: whatever it holds is shown, none of it is obeyed.
  package init(_ text: some StringProtocol) {
    self.init(markup: Self.escaped(text))
  }

  /// Markup that is safe because of who made it: the output of `MarkdownHTML`, which drops raw HTML and unsafe links.
  ///
  /// Control characters are made visible here too, since they mean nothing to markup.
  package init(trusted markup: TrustedMarkup) {
    let isClean = markup.text.unicodeScalars.allSatisfy { Self.isHarmless($0) || $0 == "\n" || $0 == "\t" }
    self.init(markup: isClean ? markup.text : Self.withVisibleControls(markup.text))
  }

  /// An element with its start and end tag; void elements have no content and no end tag.
  package init(tag: Tag, attributes: [Attribute], content: HTML) {
    var markup = "<\(tag.rawValue)"
    for attribute in attributes { markup += attribute.markup }
    markup += ">"
    if !tag.isVoid { markup += content.markup + "</\(tag.rawValue)>" }
    self.init(markup: markup)
  }

  package static let empty = HTML(markup: "")

  package static func joined(_ parts: [HTML]) -> HTML {
    HTML(markup: parts.map(\.markup).joined())
  }

  /// A style sheet written into the page, for files that stand alone.
  package static func style(_ asset: Asset) -> HTML {
    HTML(markup: "<style>\(asset.text)</style>")
  }

  /// The five characters that mean something to HTML, in text or in a quoted attribute; control characters, which no
  /// page may carry, become a visible dot.
  package static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(isHarmless(scalar) ? scalar : "·")
      }
    }
    return result
  }

  private static func withVisibleControls(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isHarmless(scalar) || scalar == "\n" || scalar == "\t" ? scalar : "·")
    }
    return String(result)
  }

  /// Whether a scalar may stand on a page: no controls, and no marks that turn the direction of the text around them
  /// (Unicode TR 36, "bidirectional text spoofing").
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }
}

/// Markup vouched for by its maker; making one is a statement that it is safe.
package struct TrustedMarkup: Sendable, Hashable {
  package let text: String

  package init(_ text: String) { self.text = text }
}

/// Builds pages from text (escaped), elements, and the usual conditions and loops.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ text: String) -> HTML { HTML(text) }
  package static func buildExpression(_ html: HTML) -> HTML { html }
  package static func buildExpression(_ html: HTML?) -> HTML { html ?? .empty }
  package static func buildBlock(_ parts: HTML...) -> HTML { .joined(parts) }
  package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
  package static func buildEither(first part: HTML) -> HTML { part }
  package static func buildEither(second part: HTML) -> HTML { part }
  package static func buildArray(_ parts: [HTML]) -> HTML { .joined(parts) }
}
