import Documents

/// Whether a text says sorry to its readers.
enum Apology {
  /// Looked for where the text speaks to its readers: not in the timeline, in actions, quotes or code.
  static func isThere(in document: PostmortemDocument) -> Bool {
    document.blocks.contains { block in
      guard block.quoteDepth == 0, document.kind(of: block) != .timeline, document.kind(of: block) != .actions else {
        return false
      }
      switch block.kind {
      case .paragraph, .item: return sentences(words(block.prose)).contains(where: isApology)
      case .heading, .row, .code, .html: return false
      }
    }
  }

  /// The words without code.
  private static func words(_ prose: Prose) -> String { String(String.UnicodeScalarView(prose.scalars)) }

  private static func sentences(_ text: String) -> [Substring] {
    text.split { ".!?。！？".contains($0) }
  }

  private static let english = ["sorry", "apologi", "apology", "regret"]
  private static let speakers: Set<String> = ["we", "our", "us", "i", "my", "ours", "we're", "we’re"]
  private static let others = [
    "entschuldig", "tut uns leid", "bedauern", "verzeihung", "excuses", "désolé", "pardon", "disculpa", "lo sentimos",
    "perdón", "ci scusiamo", "ci dispiace", "scuse", "desculp", "lamentamos", "het spijt ons", "ursäkt", "förlåt",
    "przepraszamy", "beklager", "undskyld", "お詫び", "申し訳", "抱歉", "道歉", "致歉", "죄송", "사과",
  ]

  private static func isApology(_ sentence: Substring) -> Bool {
    let plain = withoutQuotes(sentence).lowercased()
    if others.contains(where: { plain.contains($0) }) { return true }
    let words = plain.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    guard let at = words.firstIndex(where: { word in english.contains { word.hasPrefix($0) } }) else { return false }
    let before = words[max(0, at - 2)..<at]
    guard
      !before.contains(where: {
        ["no", "not", "never", "without", "cannot", "n't"].contains($0) || $0.hasSuffix("n't")
      })
    else { return false }
    return at == 0 || words.contains { speakers.contains($0) }
  }

  private static func withoutQuotes(_ text: Substring) -> String {
    var result = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "“": isQuoted = true
      case "”": isQuoted = false
      default: if !isQuoted { result.append(character) }
      }
    }
    return result
  }
}
