/// What a style says about text that Markdown can say too.
struct TextStyle: Hashable {
  var isBold: Bool?
  var isItalic: Bool?
  var isStruck: Bool?
  var isCode: Bool?
  var isHidden: Bool?

  /// Takes over what another style says.
  mutating func apply(_ other: TextStyle) {
    isBold = other.isBold ?? isBold
    isItalic = other.isItalic ?? isItalic
    isStruck = other.isStruck ?? isStruck
    isCode = other.isCode ?? isCode
    isHidden = other.isHidden ?? isHidden
  }

  /// Reads declarations: `font-weight:700;font-style:italic`.
  init(declarations: Substring) {
    for declaration in declarations.split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = declaration[..<colon].lowercased().filter { !$0.isWhitespace }
      let value = declaration[declaration.index(after: colon)...].lowercased().filter { $0 != "\"" && $0 != "'" }
      let words = value.split { $0.isWhitespace || $0 == "," }
      switch name {
      case "font-weight":
        isBold = words.first.map { $0 == "bold" || $0 == "bolder" || (Int($0) ?? 0) >= 600 }
      case "font-style": isItalic = words.first.map { $0 == "italic" || $0 == "oblique" }
      case "text-decoration", "text-decoration-line": isStruck = words.contains("line-through") ? true : nil
      case "font-family": isCode = Self.isMonospaced(value)
      case "display": isHidden = words.first == "none" ? true : nil
      default: break
      }
    }
  }

  init() {}

  private static func isMonospaced(_ value: String) -> Bool {
    ["mono", "courier", "consolas", "menlo", "monaco", "source code", "inconsolata", "fira code"].contains {
      value.contains($0)
    }
  }
}

/// The rules of `<style>` elements that name one class each, such as `.c1{font-weight:700}`.
///
/// Tools that export documents write nothing else that matters here; other selectors are passed over.
struct StyleRules {
  private var byClass: [String: TextStyle] = [:]

  init(_ sheets: [String]) {
    for sheet in sheets {
      for rule in sheet.prefix(ImportLimits.styleBytesMax).split(separator: "}") {
        guard byClass.count < ImportLimits.styleRulesMax else { return }
        guard let brace = rule.lastIndex(of: "{") else { continue }
        let style = TextStyle(declarations: rule[rule.index(after: brace)...])
        guard style != TextStyle() else { continue }
        // `@import url(…);` may stand before the first rule.
        let head = rule[..<brace].split(separator: ";").last ?? ""
        for selector in head.split(separator: ",") {
          let name = selector.split(whereSeparator: \.isWhitespace).last ?? ""
          guard name.first == ".", !name.dropFirst().contains(where: { ".:[>#".contains($0) }) else { continue }
          byClass[String(name.dropFirst()), default: TextStyle()].apply(style)
        }
      }
    }
  }

  /// What the classes and the `style` of an element say.
  func style(of node: MarkupTree.Node) -> TextStyle {
    var style = TextStyle()
    if !byClass.isEmpty {
      for name in node.classes { if let found = byClass[String(name)] { style.apply(found) } }
    }
    if let own = node.attributes["style"] { style.apply(TextStyle(declarations: own[...])) }
    return style
  }
}
