/// How much work a comparison does before it answers more coarsely.
///
/// A comparison never fails: past a limit it shows lines or the whole text as replaced, and both texts are still given
/// back exactly.
package enum ComparisonLimits {
  /// UTF-8 bytes of the longer text up to which words are compared; longer ones are compared by lines alone.
  package static let wordBytesMax = 4 * 1024 * 1024
  /// UTF-8 bytes of the longer text up to which lines are compared; longer ones are shown as replaced as a whole.
  package static let lineBytesMax = 32 * 1024 * 1024
  /// Differing tokens up to which a stretch without landmarks is searched for the shortest script.
  package static let differencesMax = 1200
  /// Steps of that search for one comparison, all stretches together.
  package static let stepsMax = 12_000_000
  /// UTF-8 bytes of a quote that is looked for, and of the text it is looked for in.
  package static let quoteBytesMax = 16 * 1024
  package static let anchoredBytesMax = 8 * 1024 * 1024
  /// Characters of context that an anchor keeps before and behind its quote.
  package static let contextCharacters = 32
}
