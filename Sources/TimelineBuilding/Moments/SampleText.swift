import EvidenceReading
import PatternMining

/// A line as a title: one line, identifiers left out or shortened, at most ``charactersMax``.
enum SampleText {
  static let charactersMax = 110
  /// Words with letters that must remain when identifiers are left out.
  private static let wordsMin = 2
  /// Keys of values that name one request, whatever they look like.
  private static let identifierKeys: Set<String> = [
    "rid", "request_id", "requestid", "req_id", "reqid", "x-request-id", "trace_id", "traceid", "trace", "span_id",
    "spanid", "span", "correlation_id", "correlationid", "session_id", "sessionid", "uuid", "guid", "tid",
  ]

  static func title(_ pattern: CataloguePattern) -> String {
    if let request = request(pattern) { return request }
    return shortened(withoutIdentifiers(Masking.masked(pattern.sample)))
  }

  /// Without `rid=0c0ffee…`, and with `[worker-7]` as `[worker]`, where enough remains to say what happened.
  static func withoutIdentifiers(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).map { withoutNumber($0) }
    let kept = words.filter { !isIdentifier($0) }
    return (kept.count { $0.contains(where: \.isLetter) } >= wordsMin ? kept : words).joined(separator: " ")
  }

  private static func isIdentifier(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
    let value = word[word.index(after: equals)...]
    if identifierKeys.contains(word[..<equals].lowercased()) { return true }
    let digits = value.count(where: \.isNumber)
    return value.count >= 12 && digits >= 5 && value.contains(where: \.isLetter)
      && value.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  /// A thread or slot that a bracket begins with, without its number.
  private static func withoutNumber(_ word: Substring) -> String {
    guard word.first == "[", word.dropFirst().first?.isLetter ?? false, word.contains(where: \.isNumber) else {
      return String(word)
    }
    let end = word.lastIndex(of: "]") ?? word.endIndex
    let name = word[..<end].reversed().drop { $0.isNumber || $0 == "-" || $0 == "_" || $0 == "#" || $0 == ":" }
      .reversed()
    return String(name) + word[end...]
  }

  /// Masked first: what is left of a secret that was cut is not known as one.
  static func shortened(_ text: String, charactersMax: Int = Self.charactersMax) -> String {
    var words: [String] = []
    for word in Masking.masked(text).split(whereSeparator: \.isWhitespace) {
      words.append(withoutLongIdentifiers(word))
    }
    let line = words.joined(separator: " ")
    return line.count <= charactersMax ? line : line.prefix(charactersMax - 1) + "…"
  }

  private static func value(of keys: [String], in words: [String]) -> String? {
    for word in words {
      guard let equals = word.firstIndex(of: "="), keys.contains(word[..<equals].lowercased()) else { continue }
      let value = word[word.index(after: equals)...].filter { $0 != "\"" }
      return value.isEmpty ? nil : value
    }
    return nil
  }

  /// `POST /api/checkout → 503` for a request that ended with a status.
  private static func request(_ pattern: CataloguePattern) -> String? {
    guard let status = pattern.failure.status else { return nil }
    let words = pattern.template.split(separator: " ").map(String.init)
    if let method = value(of: ["method", "verb"], in: words), let path = value(of: ["path", "uri", "url"], in: words) {
      return "\(method) \(path.replacing("<*>", with: "…")) → \(status)"
    }
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
