/// The elements that pages are made of; no others can be written.
enum Tag: String, Sendable {
  case a, article, aside, body, br, button, caption, circle, code, datalist, dd, defs, del, details, div, dl, dt, em
  case figcaption, figure, footer, form, g, h1, h2, h3, h4, head, header, html, input, kbd, label, li, line, link, main,
    mark
  case meta, nav, ol, option, p, path, pre, rect, script, section, small, span, strong, summary, svg, symbol, table
  case tbody, td, text, th, thead, time, title, tr, ul, use

  /// HTML, "Void elements"; the SVG shapes are written with an end tag.
  var isVoid: Bool {
    switch self {
    case .br, .input, .link, .meta: true
    default: false
    }
  }

  /// The element with its attributes and what stands in it.
  func callAsFunction(_ attributes: Attribute?..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(tag: self, attributes: attributes.compactMap(\.self), content: content())
  }

  /// The element without content.
  func callAsFunction(_ attributes: Attribute?...) -> HTML {
    HTML(tag: self, attributes: attributes.compactMap(\.self), content: .empty)
  }
}
