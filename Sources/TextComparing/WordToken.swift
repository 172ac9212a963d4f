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
    let text = String(decoding: bytes[stretch], as: UTF8.self)
    var result: [WordToken] = []
    result.reserveCapacity(stretch.count / 3)
    var at = stretch.lowerBound
    var last: Character = " "
    var beforeLast: Character = " "
    for character in text {
      let end = at + character.utf8.count
      let kind = Self.kind(of: character)
      if let token = result.last, joins(character, kind, to: token, last: last, beforeLast: beforeLast) {
        result[result.count - 1].range = token.range.lowerBound..<end
        if kind == .word { result[result.count - 1].kind = .word }
      } else {
        result.append(WordToken(range: at..<end, kind: kind, endsSentence: ".!?。！？…".contains(character)))
      }
      at = end
      beforeLast = last
      last = character
    }
    return splitTrailingApostrophes(result, bytes)
  }

  private static func kind(of character: Character) -> Kind {
    if character.isNewline { return .lineEnd }
    if character.isWhitespace { return .blank }
    return character.isLetter || character.isNumber ? .word : .mark
  }

  private static func joins(
    _ character: Character, _ kind: Kind, to token: WordToken, last: Character, beforeLast: Character
  ) -> Bool {
    switch kind {
    case .word: token.kind == .word && !isIdeograph(character) && !isIdeograph(last)
    case .blank: token.kind == .blank
    case .lineEnd: false
    // An apostrophe within a word belongs to it; one that ends it is taken off again.
    case .mark:
      token.kind == .word && (character == "'" || character == "’") && last != character
        || token.kind == .mark && character == last && "#*_~`-=>|".contains(character)
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
