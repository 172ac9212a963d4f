import CLibXML2

/// Makes a piece of XHTML readable without a document type and for readers of HTML.
enum XHTMLText {
  /// Names such as `&nbsp;` become numbers; those of XML stay, and so does a name that nobody knows, as text.
  static func withoutEntities(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let behind = rest.index(after: mark)
      let name = rest[behind...].prefix(32).prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
      let isClosed = name.endIndex < rest.endIndex && rest[name.endIndex] == ";" && !name.isEmpty
      if rest[mark...].hasPrefix("&#") && isClosed || isClosed && Self.ownNames.contains(String(name)) {
        result += rest[mark...name.endIndex]
        rest = rest[rest.index(after: name.endIndex)...]
      } else if isClosed, let number = value(of: String(name)) {
        result += "&#\(number);"
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        result += "&amp;"
        rest = rest[behind...]
      }
    }
    return result + rest
  }

  /// Sections of character data become escaped text, line by line as they were.
  static func withoutSections(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "<![CDATA[") {
      result += rest[..<start.lowerBound]
      let end = rest[start.upperBound...].firstRange(of: "]]>")
      let body = rest[start.upperBound..<(end?.lowerBound ?? rest.endIndex)]
      result += body.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      rest = rest[(end?.upperBound ?? rest.endIndex)...]
    }
    return result + rest
  }

  private static let ownNames: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  private static func value(of name: String) -> UInt32? {
    unsafe htmlEntityLookup(name).map { unsafe $0.pointee.value }
  }
}
