/// A word, a run of blanks, a line end, a punctuation mark, or a run of one mark of Markdown.
struct WordToken {
  enum Kind {
    case word
    case blank
    case lineEnd
    case mark
  }

  var range: Range<Int>
  var kind: Kind
  /// Whether it ends a sentence: `.`, `!`, `?` and their like.
  var endsSentence = false

  /// The tokens of a stretch of a text; their borders never part the scalars of one visible character.
  static func tokens(of bytes: [UInt8], in stretch: Range<Int>) -> [WordToken] {
    var result: [WordToken] = []
    result.reserveCapacity(stretch.count / 3)
    var last: Character = " "
    var at = stretch.lowerBound
    while at < stretch.upperBound {
      // An ASCII character that no other scalar follows stands for itself: most texts are made of them.
      if isPlain(at, bytes, stretch.upperBound) {
        let isLineEnd = bytes[at] == 13 && at + 1 < stretch.upperBound && bytes[at + 1] == 10
        let character: Character = isLineEnd ? "\r\n" : Character(Unicode.Scalar(bytes[at]))
        let end = at + (isLineEnd ? 2 : 1)
        append(character, asciiKinds[Int(bytes[at])], at..<end, &last, &result)
        at = end
        continue
      }
      var end = at + 1
      while end < stretch.upperBound, !isPlain(end, bytes, stretch.upperBound) { end += 1 }
      for character in String(decoding: bytes[at..<end], as: UTF8.self) {
        let next = at + character.utf8.count
        append(character, kind(of: character), at..<next, &last, &result)
        at = next
      }
    }
    return splitTrailingApostrophes(result, bytes)
  }

  private static func isPlain(_ index: Int, _ bytes: [UInt8], _ end: Int) -> Bool {
    bytes[index] < 128 && (index + 1 == end || bytes[index + 1] < 128)
  }

  private static let asciiKinds: [Kind] = (0..<128).map { kind(of: Character(Unicode.Scalar(UInt8($0)))) }

  private static func append(
    _ character: Character, _ kind: Kind, _ range: Range<Int>, _ last: inout Character, _ result: inout [WordToken]
  ) {
    if let token = result.last, joins(character, kind, to: token.kind, last: last) {
      result[result.count - 1].range = token.range.lowerBound..<range.upperBound
    } else {
      result.append(WordToken(range: range, kind: kind, endsSentence: kind == .mark && ".!?。！？…".contains(character)))
    }
    last = character
  }

  private static func kind(of character: Character) -> Kind {
    if character.isNewline { return .lineEnd }
    if character.isWhitespace { return .blank }
    return character.isLetter || character.isNumber ? .word : .mark
  }

  private static func joins(_ character: Character, _ kind: Kind, to other: Kind, last: Character) -> Bool {
    switch kind {
    case .word: other == .word && !isIdeograph(character) && !isIdeograph(last)
    case .blank: other == .blank
    case .lineEnd: false
    // An apostrophe within a word belongs to it; one that ends it is taken off again.
    case .mark:
      other == .word && (character == "'" || character == "’") && last != character
        || other == .mark && character == last && "#*_~`-=>|".contains(character)
    }
  }

  private static func splitTrailingApostrophes(_ tokens: [WordToken], _ bytes: [UInt8]) -> [WordToken] {
    var result: [WordToken] = []
    result.reserveCapacity(tokens.count)
    for token in tokens {
      let range = token.range
      let width = token.kind != .word || range.count < 2 ? 0 : apostropheWidth(endingAt: range.upperBound, bytes)
      if width > 0, width < range.count {
        let border = range.upperBound - width
        result.append(WordToken(range: range.lowerBound..<border, kind: .word))
        result.append(WordToken(range: border..<range.upperBound, kind: .mark))
      } else {
        result.append(token)
      }
    }
    return result
  }

  private static func apostropheWidth(endingAt end: Int, _ bytes: [UInt8]) -> Int {
    if bytes[end - 1] == 39 { return 1 }
    return end >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x99 ? 3 : 0
  }

  /// Scripts that put no blanks between words: each sign is a token.
  private static func isIdeograph(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value, value > 0x2E7F else { return false }
    return (0x2E80...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
      || (0xF900...0xFAFF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }
}
