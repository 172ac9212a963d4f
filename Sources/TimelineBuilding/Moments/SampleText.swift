import PatternMining

/// A line as a title: one line, long identifiers shortened, at most ``charactersMax``.
enum SampleText {
  static let charactersMax = 140

  static func title(_ pattern: CataloguePattern) -> String {
    if let request = request(pattern) { return request }
    return shortened(pattern.sample)
  }

  static func shortened(_ text: String, charactersMax: Int = Self.charactersMax) -> String {
    var words: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) { words.append(withoutLongIdentifiers(word)) }
    let line = words.joined(separator: " ")
    return line.count <= charactersMax ? line : line.prefix(charactersMax - 1) + "…"
  }

  /// `POST /api/checkout → 503` for a request that ended with a status.
  private static func request(_ pattern: CataloguePattern) -> String? {
    guard let status = pattern.failure.status else { return nil }
    let words = pattern.template.split(separator: " ").map(String.init)
    guard
      let method = words.firstIndex(where: {
        ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"].contains($0.trimmingMarks)
      }), method + 1 < words.count
    else { return nil }
    let before = words[..<method].filter { !$0.contains("<*>") && !$0.contains("=") }.joined(separator: " ")
    let path = words[method + 1].replacing("<*>", with: "…")
    let request = "\(words[method].trimmingMarks) \(path) → \(status)"
    return before.isEmpty || before.count > 40 ? request : "\(before) \(request)"
  }

  /// Runs of 16 or more letters and digits that hold digits keep their first six.
  private static func withoutLongIdentifiers(_ word: Substring) -> String {
    guard word.count >= 16 else { return String(word) }
    var result = ""
    var run = ""
    func close() {
      let isIdentifier = run.count >= 16 && run.contains(where: \.isNumber) && run.contains(where: \.isLetter)
      result += isIdentifier ? run.prefix(6) + "…" : run[...]
      run = ""
    }
    for character in word {
      if character.isASCII, character.isHexDigit || character == "-" && !run.isEmpty {
        run.append(character)
      } else {
        close()
        result.append(character)
      }
    }
    close()
    return result
  }
}

extension String {
  fileprivate var trimmingMarks: String {
    String(drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
  }
}
