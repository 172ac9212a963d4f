/// Reads the words of a block from its source lines, leaving markup out and keeping every place.
///
/// The block structure comes from the Markdown parser; its inline positions are not dependable over several lines, so
/// inline markup is read here. Anything unclear is taken as text: a stray mark in a sentence harms less than a lost word.
struct ProseScanner {
  private var source: [Unicode.Scalar] = []
  private var places: [Prose.Place] = []
  private var prose = Prose()
  private var boldStart: Int?

  /// Adds a line, or a part of one that begins at `column`.
  ///
  /// A line break joins it to what came before.
  mutating func add(_ scalars: some Sequence<Unicode.Scalar>, line: Int, column: Int) {
    if let last = places.last {
      source.append("\n")
      places.append(Prose.Place(line: last.line, column: last.endColumn, endColumn: last.endColumn))
    }
    var at = Int32(column)
    for scalar in scalars {
      source.append(scalar)
      places.append(Prose.Place(line: Int32(line), column: at, endColumn: at + 1))
      at += 1
    }
  }

  /// Adds one scalar right behind what was added before.
  mutating func add(_ scalar: Unicode.Scalar, line: Int, column: Int) {
    source.append(scalar)
    places.append(Prose.Place(line: Int32(line), column: Int32(column), endColumn: Int32(column + 1)))
  }

  /// The prose of all that was added.
  mutating func scan() -> Prose {
    var at = 0
    while at < source.count { at = step(at) }
    if let start = boldStart, start < prose.scalars.count { prose.bold.append(start..<prose.scalars.count) }
    return prose
  }

  private mutating func step(_ at: Int) -> Int {
    switch source[at] {
    case "\\" where at + 1 < source.count && source[at + 1].isASCII && source[at + 1].properties.isPatternSyntax:
      emit(at + 1)
      return at + 2
    case "`": return code(at)
    case "*", "_", "~": return emphasis(at)
    case "!" where at + 1 < source.count && source[at + 1] == "[":
      if let end = linkEnd(at + 1) { return end.next }
      emit(at)
      return at + 1
    case "[": return link(at)
    case "<": return angle(at)
    case "h", "H":
      if let end = addressEnd(at) {
        object(.address, at..<end)
        return end
      }
      emit(at)
      return at + 1
    case "\u{FEFF}": return at + 1
    default:
      emit(at)
      return at + 1
    }
  }

  private mutating func emit(_ index: Int) {
    prose.scalars.append(source[index])
    prose.places.append(places[index])
  }

  private mutating func object(_ kind: Prose.Object.Kind, _ range: Range<Int>, text: Range<Int>? = nil) {
    guard let last = range.last else { return }
    prose.objects.append(Prose.Object(kind: kind, text: string(text ?? range), index: prose.scalars.count))
    var place = places[range.lowerBound]
    place.endColumn = places[last].line == place.line ? places[last].endColumn : place.endColumn
    prose.scalars.append(Prose.objectMark)
    prose.places.append(place)
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: source[range])
    return String(view)
  }

  private func run(_ at: Int, of mark: Unicode.Scalar) -> Int {
    var end = at
    while end < source.count, source[end] == mark { end += 1 }
    return end - at
  }

  /// A code span ends at the next run of as many backticks (CommonMark, section 6.1).
  private mutating func code(_ at: Int) -> Int {
    let length = run(at, of: "`")
    var end = at + length
    while end < source.count {
      guard source[end] == "`" else {
        end += 1
        continue
      }
      let closing = run(end, of: "`")
      if closing == length {
        object(.code, at..<(end + closing), text: (at + length)..<end)
        return end + closing
      }
      end += closing
    }
    for index in at..<(at + length) { emit(index) }
    return at + length
  }

  /// Marks of emphasis are dropped where one could open or close; `snake_case` and `2 * 3` stay.
  private mutating func emphasis(_ at: Int) -> Int {
    let mark = source[at]
    let length = run(at, of: mark)
    let before = at > 0 ? source[at - 1] : " "
    let after = at + length < source.count ? source[at + length] : " "
    let isLoose = before.isSpace && after.isSpace
    let isInWord = mark == "_" && isWord(before) && isWord(after)
    if isLoose || isInWord || (mark == "~" && length != 2) {
      for index in at..<(at + length) { emit(index) }
      return at + length
    }
    if mark != "~", length >= 2 {
      if let start = boldStart {
        if start < prose.scalars.count { prose.bold.append(start..<prose.scalars.count) }
        boldStart = nil
      } else {
        boldStart = prose.scalars.count
      }
    }
    return at + length
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetterOrDigit
  }

  /// A link keeps its label; its target becomes an object behind it.
  ///
  /// The mark of a footnote vanishes.
  private mutating func link(_ at: Int) -> Int {
    if at + 1 < source.count, source[at + 1] == "^", let close = closing(at, "[", "]"), close > at + 2,
      !source[at..<close].contains(where: \.isSpace)
    {
      return close + 1
    }
    guard let end = linkEnd(at) else {
      emit(at)
      return at + 1
    }
    var index = at + 1
    while index < end.label { index = step(index) }
    if let target = end.target {
      prose.objects.append(Prose.Object(kind: .target, text: string(target), index: prose.scalars.count))
    }
    return max(end.next, index)
  }

  /// Where `[label](target)` or `[label][reference]` ends; nil when it is neither.
  private func linkEnd(_ at: Int) -> (label: Int, target: Range<Int>?, next: Int)? {
    guard let label = closing(at, "[", "]"), label + 1 < source.count else { return nil }
    if source[label + 1] == "(" {
      guard let close = closing(label + 1, "(", ")") else { return nil }
      var targetEnd = label + 2
      while targetEnd < close, !source[targetEnd].isSpace { targetEnd += 1 }
      return (label, (label + 2)..<targetEnd, close + 1)
    }
    if source[label + 1] == "[", let close = closing(label + 1, "[", "]") { return (label, nil, close + 1) }
    return nil
  }

  /// The matching bracket, at most ``labelScalarsMax`` scalars away.
  private func closing(_ at: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Int? {
    var depth = 0
    for index in at..<min(source.count, at + Self.labelScalarsMax) {
      if source[index] == "\\" { continue }
      if source[index] == open { depth += 1 }
      if source[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static let labelScalarsMax = 300

  /// Comments and known tags vanish, `<https://…>` is an address, anything else between angle brackets is text.
  private mutating func angle(_ at: Int) -> Int {
    let ahead = source[at..<min(source.count, at + 4)]
    if ahead.elementsEqual(Array("<!--".unicodeScalars)) {
      var end = at + 4
      while end + 2 < source.count, !(source[end] == "-" && source[end + 1] == "-" && source[end + 2] == ">") {
        end += 1
      }
      return min(source.count, end + 3)
    }
    if let end = addressEnd(at + 1), end < source.count, source[end] == ">" {
      object(.address, at..<(end + 1), text: (at + 1)..<end)
      return end + 1
    }
    if let end = tagEnd(at) {
      if isWord(at > 0 ? source[at - 1] : " ") {
        prose.scalars.append(" ")
        prose.places.append(places[at])
      }
      return end
    }
    emit(at)
    return at + 1
  }

  private func tagEnd(_ at: Int) -> Int? {
    var index = at + 1
    if index < source.count, source[index] == "/" { index += 1 }
    let start = index
    while index < source.count, index - start < 12, isWord(source[index]) { index += 1 }
    guard index > start, Self.tags.contains(string(start..<index).lowercased()) else { return nil }
    while index < source.count, index - start < Self.labelScalarsMax {
      if source[index] == ">" { return index + 1 }
      index += 1
    }
    return nil
  }

  /// Where an address that begins here ends, without the punctuation behind it; nil when none begins here.
  private func addressEnd(_ at: Int) -> Int? {
    guard at + 8 < source.count, at == 0 || !isWord(source[at - 1]) else { return nil }
    let head = string(at..<(at + 8)).lowercased()
    guard head.hasPrefix("https://") || head.hasPrefix("http://") else { return nil }
    var end = at + 7
    while end < source.count, !source[end].isSpace, source[end] != "<", source[end] != ">",
      source[end] != "|", source[end] != "]"
    {
      end += 1
    }
    while end > at + 7, ".,;:!?)'\"*_".unicodeScalars.contains(source[end - 1]) { end -= 1 }
    return end
  }

  private static let tags: Set<String> = [
    "a", "abbr", "b", "blockquote", "br", "center", "code", "dd", "del", "details", "div", "dl", "dt", "em",
    "figcaption",
    "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "ins", "kbd", "li", "mark", "ol",
    "p", "picture", "pre", "s", "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table",
    "tbody",
    "td", "th", "thead", "time", "tr", "tt", "u", "ul", "video",
  ]
}
