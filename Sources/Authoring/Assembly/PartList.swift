/// References, names and other short texts in a row, as code with commas between them, and back without loss.
struct PartList {
  let text: PartText

  func written(_ items: [String]) -> String { items.map(item).joined(separator: ", ") }

  /// As code; what a code span cannot hold stands between `<code>` tags, with its marks as numeric references.
  func item(_ text: String) -> String {
    if Self.isPlain(text) { return "`\(self.text.isInCell ? text.escapingPipes : text)`" }
    var result = "<code>"
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " -/:.".unicodeScalars.contains(scalar)
      result += isPlain ? String(scalar) : "&#\(scalar.value);"
    }
    return result + "</code>"
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    let isClean = text.unicodeScalars.allSatisfy { scalar in
      scalar != "`" && scalar.properties.generalCategory != .control && scalar.value != 0x2028
        && scalar.value != 0x2029 && scalar.value != 0xFEFF
    }
    return isClean && !first.properties.isWhitespace && !last.properties.isWhitespace && !Self.holdsEscapedPipe(text)
  }

  private static func holdsEscapedPipe(_ text: String) -> Bool {
    zip(text.unicodeScalars, text.unicodeScalars.dropFirst()).contains { $0 == "\\" && $1 == "|" }
  }

  /// Code is taken as it is; what stands between is split at commas, as a person would write it.
  func read(_ markdown: some StringProtocol) -> [String] {
    var result: [String] = []
    let scalars = Array(markdown.unicodeScalars)
    var loose = String.UnicodeScalarView()
    func flush() {
      for piece in String(loose).split(separator: ",") {
        let plain = text.read(piece).trimmingSpaces
        if !plain.isEmpty { result.append(plain) }
      }
      loose = String.UnicodeScalarView()
    }
    var at = 0
    while at < scalars.count {
      if scalars[at] == "`" {
        let length = PartText.run(scalars, at)
        if let end = PartText.codeEnd(scalars, at, length) {
          flush()
          let inner = String(String.UnicodeScalarView(scalars[(at + length)..<(end - length)]))
          result.append(text.isInCell ? inner.unescapingPipes : inner)
          at = end
          continue
        }
      } else if let found = tagged(scalars, at) {
        flush()
        result.append(found.text)
        at = found.end
        continue
      }
      loose.append(scalars[at])
      at += 1
    }
    flush()
    return result
  }

  private func tagged(_ scalars: [Unicode.Scalar], _ at: Int) -> (text: String, end: Int)? {
    let open = Array("<code>".unicodeScalars)
    let close = Array("</code>".unicodeScalars)
    guard scalars[at...].starts(with: open) else { return nil }
    let start = at + open.count
    guard let end = (start..<scalars.count).first(where: { scalars[$0...].starts(with: close) }) else { return nil }
    return (text.read(String(String.UnicodeScalarView(scalars[start..<end]))), end + close.count)
  }
}

extension String {
  /// By scalars: a pipe with a mark combined into it still ends a cell.
  var escapingPipes: String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "|" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  var unescapingPipes: String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "|", result.last == "\\" { result.removeLast() }
      result.append(scalar)
    }
    return String(result)
  }

  /// Without spaces, tabs and line ends around it.
  var trimmingSpaces: String {
    let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
