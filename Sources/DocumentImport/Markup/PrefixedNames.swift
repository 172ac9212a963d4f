/// Carries the names of Confluence's elements through a reader of HTML, which knows no prefixes and drops them.
enum PrefixedNames {
  /// `ac:link` becomes `ac-ns-link`, in elements and attributes, and an element closed in itself gets an end of its own.
  ///
  /// Tags that are cut off end where the next one begins; lines stay as they were. Linear.
  static func hidden(in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      let isEnd = rest.first == "/"
      let name = rest.dropFirst(isEnd ? 1 : 0).prefix(nameScalarsMax).prefix {
        $0.isASCII && ($0.isLetter || $0 == ":" || $0 == "-")
      }
      guard let colon = name.firstIndex(of: ":"), prefixes.contains(name[..<colon].lowercased()) else {
        result += "<"
        continue
      }
      var tag = tag(at: rest)
      rest = rest[tag.endIndex...]
      if rest.first == ">" { rest.removeFirst() }
      let isWhole = tag.last == "/"
      if isWhole { tag.removeLast() }
      result += "<" + renamed(tag) + ">"
      if isWhole, !isEnd { result += "</" + renamed(name) + ">" }
    }
    return result + rest
  }

  /// A name as it was written.
  static func shown(_ name: String) -> String {
    guard let mark = name.firstRange(of: separator), prefixes.contains(String(name[..<mark.lowerBound])) else {
      return name
    }
    return name[..<mark.lowerBound] + ":" + name[mark.upperBound...]
  }

  private static let prefixes = ["ac", "ri", "at"]
  private static let separator = "-ns-"
  private static let nameScalarsMax = 80
  /// A quote that nobody closes would take the rest of the document for a value.
  private static let valueScalarsMax = 4_000

  /// What stands between the angle brackets; where the closing one is missing, up to the next opening one.
  private static func tag(at text: Substring) -> Substring {
    var quote: Character?
    var quoted = 0
    var quoteStart = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if let open = quote {
        quoted += 1
        if character == open { quote = nil } else if quoted > valueScalarsMax { break }
      } else if character == ">" || character == "<" {
        return text[..<index]
      } else if character == "\"" || character == "'" {
        quote = character
        quoted = 0
        quoteStart = index
      }
      index = text.index(after: index)
    }
    guard quote != nil else { return text }
    let rest = text[quoteStart...]
    return text[..<(rest.firstIndex { $0 == ">" || $0 == "<" } ?? text.endIndex)]
  }

  /// Prefixes at the start of a name, outside of quotes.
  private static func renamed(_ tag: Substring) -> String {
    var result = ""
    var quote: Character?
    var word = ""
    for character in tag {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ":", prefixes.contains(word.lowercased()) {
        result += separator
        word = ""
        continue
      }
      word = character.isLetter ? word + String(character) : ""
      result.append(character)
    }
    return result
  }
}
