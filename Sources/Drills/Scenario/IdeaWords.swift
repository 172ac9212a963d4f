/// Words of a text in lower case with single spaces between, so that phrases are found whatever stands between them.
struct IdeaWords: Hashable {
  private let padded: String

  init(_ text: String) {
    let plain = text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    padded = " " + String(plain).split(separator: " ").joined(separator: " ") + " "
  }

  var count: Int { padded.split(separator: " ").count }

  var isEmpty: Bool { padded.allSatisfy { $0 == " " } }

  /// Whether these words stand in the other, whole and one behind the other.
  func isIn(_ other: IdeaWords) -> Bool { !isEmpty && other.padded.contains(padded) }

  /// The first of the phrases that stands in a text.
  static func found(_ phrases: [String], in text: String) -> String? {
    let words = IdeaWords(text)
    return phrases.first { IdeaWords($0).isIn(words) }
  }
}
