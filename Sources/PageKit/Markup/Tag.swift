/// The elements that pages are made of; no others can be written.
package enum Tag: String, Sendable {
  case a, article, aside, blockquote, body, br, button, caption, circle, code, datalist, dd, defs, del, details, dialog,
    div, dl,
    dt, em
  case fieldset, figcaption, figure, footer, form, g, h1, h2, h3, h4, head, header, html, input, ins, kbd, label,
    legend, li,
    line, link, main, mark
  case meta, nav, ol, option, p, path, pre, rect, script, section, select, small, span, strong, summary, sup, svg,
    symbol,
    table
  case tbody, td, text, textarea, th, thead, time, title, tr, ul, use

  /// HTML, "Void elements"; the SVG shapes are written with an end tag.
  package var isVoid: Bool {
    switch self {
    case .br, .input, .link, .meta: true
    default: false
    }
  }

  /// The element with its attributes and what stands in it.
  package func callAsFunction(_ attributes: Attribute?..., @HTMLBuilder content: () -> HTML) -> HTML {
    HTML(tag: self, attributes: attributes.compactMap(\.self), content: content())
  }

  /// The element without content.
  package func callAsFunction(_ attributes: Attribute?...) -> HTML {
    HTML(tag: self, attributes: attributes.compactMap(\.self), content: .empty)
  }
}
