/// How often the telling words of a text stand in it.
package struct WordCounts: Hashable, Sendable {
  package private(set) var counts: [String: Double]

  package init() { counts = [:] }

  /// Reads ``text``.
  package init(encoded text: some StringProtocol) {
    counts = [:]
    let parts = text.split(separator: " ")
    for (word, count) in zip(parts, parts.dropFirst()) where !(word.first?.isNumber ?? true) {
      counts[String(word)] = Double(count)
    }
  }

  /// Adds the words of a text, each as often as it stands there times a weight.
  package mutating func add(_ text: some StringProtocol, weight: Double = 1) {
    Self.forEach(in: text) { counts[$0, default: 0] += weight }
  }

  /// The most frequent ones, at most ``LearningLimits/wordsMax``, as `certificate 3 edge 1.5`.
  package var encoded: String {
    kept.map { word, count in "\(word) \((count * 10).rounded() / 10)" }.joined(separator: " ")
  }

  private var kept: ArraySlice<(key: String, value: Double)> {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(LearningLimits.wordsMax)
  }

  /// The telling words of a text, each once, in the order of the alphabet.
  package static func words(in text: some StringProtocol) -> [String] {
    var found: Set<String> = []
    forEach(in: text) { found.insert($0) }
    return found.sorted()
  }

  /// Letters and digits that stand together, in lower case, plurals as singulars; at least three, and not all digits.
  private static func forEach(in text: some StringProtocol, _ body: (String) -> Void) {
    var word = String.UnicodeScalarView()
    var letters = 0
    func close() {
      defer {
        word.removeAll(keepingCapacity: true)
        letters = 0
      }
      guard letters >= 2, word.count >= 3, word.count <= LearningLimits.wordScalarsMax else { return }
      let lower = String(word).lowercased()
      let folded = singular(lower)
      if !StopWords.all.contains(lower), !StopWords.all.contains(folded) { body(folded) }
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x41...0x5A:
        word.append(scalar)
        letters += 1
      case 0x30...0x39: word.append(scalar)
      case 0x80... where scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark:
        word.append(scalar)
        letters += 1
      default: if !word.isEmpty { close() }
      }
    }
    close()
  }

  /// `certificates` as `certificate`, `retries` as `retry`; nothing cleverer, which would join what is not the same.
  private static func singular(_ word: String) -> String {
    guard word.utf8.count > 4, word.hasSuffix("s") else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["ss", "us", "is"].contains(where: { word.hasSuffix($0) }) { return word }
    return String(word.dropLast())
  }
}
