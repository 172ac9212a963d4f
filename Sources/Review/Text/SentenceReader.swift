import Documents

/// Splits prose into sentences and words, in one pass over its scalars.
enum SentenceReader {
  /// Longer sentences are cut: nobody wrote them, and rules look back and forth within one.
  static let wordsMax = 250

  static func sentences(of prose: Prose, section: SectionKind?) -> [Sentence] {
    var result: [Sentence] = []
    var words: [Word] = []
    var isQuoted = false
    var at = 0
    let scalars = prose.scalars

    func close(isQuestion: Bool) {
      if words.contains(where: { !$0.isMark }) {
        result.append(Sentence(prose: prose, words: words, section: section, isQuestion: isQuestion))
      }
      words = []
      isQuoted = false
    }

    while at < scalars.count {
      let scalar = scalars[at]
      if words.count >= wordsMax { close(isQuestion: false) }
      if isWordPart(scalar) {
        let end = wordEnd(scalars, at)
        append(scalars, at..<end, isQuoted, to: &words)
        at = end
        continue
      }
      switch scalar {
      case "\"": isQuoted.toggle()
      case "“", "«": isQuoted = true
      case "”", "»": isQuoted = false
      case ".", "?", "!":
        var end = at + 1
        while end < scalars.count, ".?!\"”)]*".unicodeScalars.contains(scalars[end]) {
          if scalars[end] == "\"" || scalars[end] == "”" { isQuoted = false }
          end += 1
        }
        if endsSentence(scalars, at, end, words) { close(isQuestion: scalar == "?") }
        at = end
        continue
      case ",", ";", ":", "(", ")", "—", "–", "[", "]", Prose.objectMark:
        words.append(
          Word(
            text: String(scalar), range: at..<(at + 1), isCapitalised: false, isQuoted: isQuoted,
            isMark: scalar != Prose.objectMark))
      case "-" where at > 0 && at + 1 < scalars.count && scalars[at - 1] == " " && scalars[at + 1] == " ":
        words.append(Word(text: "–", range: at..<(at + 1), isCapitalised: false, isQuoted: isQuoted, isMark: true))
      default: break
      }
      at += 1
    }
    close(isQuestion: false)
    return result
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let value = scalar.value
      return (value | 32 >= 97 && value | 32 <= 122) || (value >= 48 && value <= 57) || value == 64 || value == 95
    }
    return scalar != Prose.objectMark && (scalar.isLetterOrDigit)
  }

  /// A word goes on over an apostrophe, a hyphen, a point or a slash that stands between two of its parts.
  private static func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start
    while end < scalars.count {
      if isWordPart(scalars[end]) {
        end += 1
      } else if "'’-./".unicodeScalars.contains(scalars[end]), end + 1 < scalars.count, isWordPart(scalars[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static func append(_ scalars: [Unicode.Scalar], _ range: Range<Int>, _ isQuoted: Bool, to words: inout [Word])
  {
    var view = String.UnicodeScalarView()
    for scalar in scalars[range] { view.append(scalar == "’" ? "'" : scalar) }
    let written = String(view)
    let isCapitalised = scalars[range.lowerBound].properties.isUppercase
    func add(_ text: String, _ range: Range<Int>) {
      words.append(Word(text: text, range: range, isCapitalised: isCapitalised, isQuoted: isQuoted, isMark: false))
    }
    let text = written.lowercased()
    guard text.utf8.contains(39) else { return add(text, range) }
    if let whole = irregular[text] {
      for part in whole { add(part, range) }
    } else if text.hasSuffix("n't"), text.count > 3 {
      add(String(text.dropLast(3)), range)
      add("not", range)
    } else if text.hasSuffix("'ve") {
      add(String(text.dropLast(3)), range)
      add("have", range)
    } else {
      add(text, range)
    }
  }

  private static let irregular: [String: [String]] = [
    "can't": ["can", "not"], "won't": ["will", "not"], "shan't": ["shall", "not"],
    "shouldn't've": ["should", "not", "have"], "couldn't've": ["could", "not", "have"],
  ]

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "etc", "vs", "approx", "ca", "dr", "mr", "mrs", "ms", "no", "incl", "resp", "cf", "fig", "st",
  ]

  /// A stop ends a sentence when white space follows, but for abbreviations, initials and lower-case continuations.
  private static func endsSentence(_ scalars: [Unicode.Scalar], _ at: Int, _ end: Int, _ words: [Word]) -> Bool {
    guard end < scalars.count else { return true }
    guard scalars[end].isSpace else { return false }
    guard scalars[at] == "." else { return true }
    if let last = words.last, last.range.upperBound == at {
      if abbreviations.contains(last.text) || (last.range.count == 1 && last.isCapitalised) { return false }
    }
    var next = end
    while next < scalars.count, scalars[next].isSpace { next += 1 }
    return next == scalars.count || !scalars[next].properties.isLowercase
  }
}
