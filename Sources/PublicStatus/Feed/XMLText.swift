/// Writes XML: elements, attributes and text, escaped.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

  /// An element with text in it.
  mutating func element(_ name: StaticString, attributes: [(StaticString, String)] = [], _ content: String) {
    text += "<\(name)\(Self.written(attributes))>\(Self.escaped(content))</\(name)>\n"
  }

  /// An element with nothing in it.
  mutating func element(_ name: StaticString, attributes: [(StaticString, String)]) {
    text += "<\(name)\(Self.written(attributes))/>\n"
  }

  /// An element with others in it.
  mutating func element(
    _ name: StaticString, attributes: [(StaticString, String)] = [], content: (inout XMLText) -> Void
  ) {
    text += "<\(name)\(Self.written(attributes))>\n"
    content(&self)
    text += "</\(name)>\n"
  }

  private static func written(_ attributes: [(StaticString, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in PlainText.cleaned(text) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
