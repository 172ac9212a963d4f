/// A page taken apart far enough to ask what is in it.
///
/// It knows the markup that pages write, not HTML at large.
package struct Markup {
  package struct Element {
    package var tag: String
    package var attributes: [String: String] = [:]
  }

  package private(set) var elements: [Element] = []
  /// What is wrong with the nesting; empty for a sound page.
  package private(set) var faults: [String] = []
  /// Text between the tags, entities as they are written.
  package private(set) var text = ""

  private static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta"]

  package init(_ html: String) {
    var open: [String] = []
    for (offset, piece) in html.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
      guard offset > 0, !piece.hasPrefix("!doctype") else { continue }
      guard let end = piece.firstIndex(of: ">") else {
        faults.append("a tag that does not end: <\(piece.prefix(40))")
        continue
      }
      text += piece[piece.index(after: end)...]
      let inside = piece[..<end]
      if inside.hasPrefix("/") {
        let name = String(inside.dropFirst())
        if open.popLast() != name { faults.append("</\(name)> closes nothing") }
        continue
      }
      let element = Self.element(inside)
      elements.append(element)
      if !Self.void.contains(element.tag) { open.append(element.tag) }
    }
    if !open.isEmpty { faults.append("left open: \(open)") }
  }

  private static func element(_ inside: Substring) -> Element {
    var element = Element(tag: String(inside.prefix { $0 != " " && $0 != "/" }))
    var rest = inside.dropFirst(element.tag.count)
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "/" }) {
      rest = rest[start...]
      let name = String(rest.prefix { $0 != "=" && $0 != " " })
      rest = rest.dropFirst(name.count)
      guard rest.hasPrefix("=\"") else {
        element.attributes[name] = ""
        continue
      }
      rest = rest.dropFirst(2)
      element.attributes[name] = String(rest.prefix { $0 != "\"" })
      rest = rest.drop { $0 != "\"" }.dropFirst()
    }
    return element
  }

  package func all(_ tag: String, class name: String? = nil) -> [Element] {
    elements.filter { element in
      element.tag == tag && (name.map { element.classes.contains($0) } ?? true)
    }
  }

  /// Values of an attribute, of all elements that have it.
  package func values(_ attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }
}

extension Markup.Element {
  package var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }
}
