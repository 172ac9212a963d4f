/// How much is looked at in one go: a few sentences that somebody is about to say.
package enum RephraseLimits {
  package static let textScalarsMax = 2000
  /// Beyond them a text is a speech, and nobody says another one for it.
  package static let sentencesMax = 40
  /// More would be a lecture on one sentence.
  static let findingsPerSentenceMax = 3
  /// Of a sentence; what stands behind them is not looked at.
  static let wordsMax = 120
}

/// Why a text is not looked at.
package struct RephraseRefusal: Error, Hashable, Sendable {
  /// The fact in one lower-case sentence, without a full stop.
  package let message: String
  package let hint: String

  static let empty = RephraseRefusal(
    message: "there is no sentence in it", hint: "write one that you are about to say, in English")

  static func tooLong(_ scalars: Int) -> RephraseRefusal {
    RephraseRefusal(
      message: "this has \(scalars) characters, and \(RephraseLimits.textScalarsMax) are read",
      hint: "take the sentences that worry you")
  }

  static func tooMany(_ sentences: Int) -> RephraseRefusal {
    RephraseRefusal(
      message: "these are \(sentences) sentences, and \(RephraseLimits.sentencesMax) are read",
      hint: "take the ones that worry you")
  }
}
