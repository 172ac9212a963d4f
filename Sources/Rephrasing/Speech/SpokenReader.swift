import Documents
import Review

/// Splits what was typed into sentences, and sentences into words.
///
/// People type here as they speak: without full stops, in capitals, with apostrophes of any kind or none.
enum SpokenReader {
  private static let abbreviations: Set<String> = ["e.g", "i.e", "etc", "vs", "approx", "mr", "mrs", "ms", "dr"]

  /// The sentences of a text in order, without white space around them; each line ends one.
  static func sentences(of text: String) -> [SpokenSentence] {
    let scalars = Array(text.unicodeScalars)
    var result: [SpokenSentence] = []
    var start = 0
    func close(_ end: Int) {
      let sentence = trimmed(scalars[start..<end])
      if sentence.contains(where: \.isLetterOrDigit) { result.append(SpokenSentence(Array(sentence))) }
      start = end
    }
    var at = 0
    while at < scalars.count {
      if scalars[at].properties.generalCategory == .control || scalars[at] == "\u{2028}" || scalars[at] == "\u{2029}" {
        if scalars[at] != "\t" { close(at) }
        at += 1
        continue
      }
      guard ".?!…".unicodeScalars.contains(scalars[at]) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < scalars.count, ".?!…\"”)]'’".unicodeScalars.contains(scalars[end]) { end += 1 }
      if end == scalars.count || scalars[end].isSpace, !isAbbreviation(scalars, start, at) { close(end) }
      at = end
    }
    close(scalars.count)
    return result
  }

  private static func isAbbreviation(_ scalars: [Unicode.Scalar], _ start: Int, _ stop: Int) -> Bool {
    guard scalars[stop] == "." else { return false }
    var first = stop
    while first > start, !scalars[first - 1].isSpace, scalars[first - 1] != "(" { first -= 1 }
    return abbreviations.contains(String(String.UnicodeScalarView(scalars[first..<stop])).lowercased())
  }

  /// Without white space, and without the quotation marks that somebody put around all of it.
  private static func trimmed(_ slice: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = slice
    while let first = rest.first, first.isSpace || "\"“”*_->".unicodeScalars.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, last.isSpace || isClosing(last, of: rest) { rest = rest.dropLast() }
    return rest
  }

  private static func isClosing(_ scalar: Unicode.Scalar, of slice: ArraySlice<Unicode.Scalar>) -> Bool {
    "\"”".unicodeScalars.contains(scalar) && slice.count { "\"“”".unicodeScalars.contains($0) } == 1
  }

  static func isRole(_ word: String) -> Bool { SpokenRules.isRole(word) }

  /// Whether a first name stands at an index; in small letters too, unless it could be another word.
  static func isFirstName(_ sentence: SpokenSentence, _ index: Int, but ambiguous: Set<String>) -> Bool {
    guard sentence.words.indices.contains(index) else { return false }
    let word = sentence.words[index]
    return word.isName || SpokenRules.isName(word.text) && !ambiguous.contains(word.text)
  }

  // MARK: Words

  /// The words of a sentence; what stands between quotation marks is somebody else's, and left out.
  static func words(of scalars: [Unicode.Scalar]) -> [SpokenWord] {
    var words: [SpokenWord] = []
    var at = 0
    var isQuoted = false
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar.isLetterOrDigit {
        let end = wordEnd(scalars, at)
        if !isQuoted { append(scalars, at..<end, to: &words) }
        at = end
        continue
      }
      switch scalar {
      case "\"": isQuoted.toggle()
      case "“", "«": isQuoted = true
      case "”", "»": isQuoted = false
      case ",", ";", ":", "(", ")", "—", "–", "[", "]", ".", "?", "!", "…":
        words.append(SpokenWord(text: String(scalar), range: at..<(at + 1), isMark: true))
      case "-" where at > 0 && at + 1 < scalars.count && scalars[at - 1].isSpace && scalars[at + 1].isSpace:
        words.append(SpokenWord(text: "–", range: at..<(at + 1), isMark: true))
      default: break
      }
      at += 1
    }
    return TypedWords.withoutIntensifiers(words)
  }

  private static func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    while end < scalars.count {
      if scalars[end].isLetterOrDigit || scalars[end] == "_" || scalars[end] == "@" {
        end += 1
      } else if "'’‘`´ʼ-./".unicodeScalars.contains(scalars[end]), end + 1 < scalars.count,
        scalars[end + 1].isLetterOrDigit
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static func append(_ scalars: [Unicode.Scalar], _ range: Range<Int>, to words: inout [SpokenWord]) {
    let typed = String(
      String.UnicodeScalarView(scalars[range].map { "’‘`´ʼ".unicodeScalars.contains($0) ? "'" : $0 }))
    let isCapital = scalars[range.lowerBound].properties.isUppercase
    for text in TypedWords.spread(typed.lowercased(), after: words.last?.text ?? "") {
      words.append(SpokenWord(text: text, range: range, isName: isCapital && SpokenRules.isName(text)))
    }
  }
}
