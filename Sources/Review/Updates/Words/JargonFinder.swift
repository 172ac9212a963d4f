/// Finds the words of the workshop in a sentence; those that it explains are left out.
struct JargonFinder {
  struct Term {
    var range: Range<Int>
    var kind: Kind
  }

  enum Kind {
    case word, code, machine, ticket

    var message: String {
      switch self {
      case .word: "is a word of the workshop"
      case .code: "is a code that machines tell each other"
      case .machine: "is a name that only we use"
      case .ticket: "leads nowhere for readers outside"
      }
    }

    var fix: String? {
      switch self {
      case .word: nil
      case .code: "The page says that it is not available."
      case .machine: "Paying by card does not work."
      case .ticket: nil
      }
    }
  }

  let sentence: Sentence

  /// In order, without overlap.
  var terms: [Term] {
    var result: [Term] = []
    var index = 0
    while index < sentence.words.count {
      guard !sentence.words[index].isMark, let term = term(at: index) else {
        index += 1
        continue
      }
      if !isExplained(term.range) { result.append(term) }
      index = term.range.upperBound
    }
    return result
  }

  private func term(at index: Int) -> Term? {
    if let length = JargonWords.phrases.match(sentence, at: index) {
      return Term(range: index..<(index + length), kind: .word)
    }
    let word = sentence.words[index]
    let one = index..<(index + 1)
    if JargonWords.words.contains(word.text) { return Term(range: one, kind: .word) }
    if JargonWords.contextual.contains(word.text), hasWorkshopBeside(index) { return Term(range: one, kind: .word) }
    let written = sentence.text(of: one)
    if isTraceWord(written) { return Term(range: one, kind: .word) }
    if isStatus(at: index) { return Term(range: one, kind: .code) }
    if isMachine(word.text) { return Term(range: one, kind: .machine) }
    if isTicket(written), !isReference { return Term(range: one, kind: .ticket) }
    return nil
  }

  private func hasWorkshopBeside(_ index: Int) -> Bool {
    sentence.words.indices.contains { other in
      other != index
        && (JargonWords.beside.contains(sentence.word(other)) || JargonWords.words.contains(sentence.word(other))
          || JargonWords.contextual.contains(sentence.word(other)) && sentence.word(other) != sentence.word(index))
    }
  }

  // MARK: Shapes

  /// `NullPointerException`, `ECONNREFUSED`, `SIGKILL`.
  private func isTraceWord(_ written: String) -> Bool {
    if written.hasSuffix("Exception"), written.count > 9 { return true }
    if written.hasSuffix("Error"), written.dropLast(5).contains(where: \.isLowercase), written.count > 8 { return true }
    let isCapitals = written.allSatisfy { $0.isUppercase && $0.isLetter }
    return isCapitals && written.count > 5
      && ["ECONN", "ETIME", "ENOSP", "EACCE", "SIGKI", "SIGSE", "SIGTE", "ENOEN"].contains { written.hasPrefix($0) }
  }

  private static let statuses: Set<String> = [
    "400", "401", "403", "404", "405", "408", "409", "413", "422", "429", "500", "501", "502", "503", "504", "520",
    "521", "522", "524",
  ]
  private static let counting: Set<String> = [
    "about", "than", "over", "around", "nearly", "some", "almost", "roughly", "approximately", "of", "first", "last",
    "all", "to", "and",
  ]

  /// `503 errors`, `HTTP 502`, `error 500`; not the 500 errors that were counted.
  private func isStatus(at index: Int) -> Bool {
    let word = sentence.word(index)
    let before = sentence.word(index - 1)
    let behind = sentence.word(index + 1)
    if word.count == 4, word.hasSuffix("s"), Self.statuses.contains(String(word.dropLast())) {
      return !["the", "early", "late"].contains(before)
    }
    guard Self.statuses.contains(word) else { return false }
    if ["http", "error", "status", "code", "https"].contains(before) { return true }
    if Self.counting.contains(before) { return false }
    return ["error", "errors", "response", "responses", "status", "internal", "bad", "gateway"].contains(behind)
  }

  /// `web-01`, `app03`, `payment-service`, `db.internal`, `10.0.0.12`, `max_connections`.
  private func isMachine(_ word: String) -> Bool {
    guard word.allSatisfy({ $0.isASCII }), !word.contains("@"), !word.contains("/") else { return false }
    if word.contains("_") { return word.first?.isLetter == true && word.last?.isLetter == true }
    let labels = word.split(separator: ".")
    if labels.count == 4, labels.allSatisfy({ UInt8($0) != nil }) { return true }
    if labels.count > 1, let last = labels.last, JargonWords.innerDomains.contains(String(last)) { return true }
    let parts = word.split(separator: "-").map(String.init)
    if parts.count > 1 {
      if let last = parts.last, JargonWords.serviceEnds.contains(last), let first = parts.first,
        !JargonWords.plainStarts.contains(first), parts.allSatisfy({ $0.count > 1 })
      {
        return true
      }
      if let last = parts.last, last.count <= 3, last.hasPrefix("v"), last.dropFirst().allSatisfy(\.isNumber) {
        return last.count > 1
      }
      let isNumbered = parts.last?.contains(where: \.isNumber) ?? false
      return isNumbered && parts.dropLast().contains { JargonWords.hostStems.contains($0) }
    }
    let stem = word.prefix { $0.isLetter }
    let digits = word.dropFirst(stem.count)
    return digits.count >= 2 && digits.allSatisfy(\.isNumber) && JargonWords.hostStems.contains(String(stem))
  }

  private static let ticketStarts: Set<String> = [
    "INC", "OPS", "INFRA", "BUG", "JIRA", "PROJ", "SUP", "TICKET", "CHG", "PRB", "ISSUE", "DEV", "ENG", "SRE", "CASE",
    "SEC", "TASK", "PLAT", "DEVOPS", "HELPDESK",
  ]
  private static let ticketWords: Set<String> = [
    "ticket", "tickets", "tracked", "tracking", "track", "issue", "issues", "bug", "bugs", "jira", "tracker",
  ]

  /// `OPS-4412`; by its shape alone it could be a flight or a model, so the letters or the sentence must say what it is.
  private func isTicket(_ written: String) -> Bool {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, (2...8).contains(parts[0].count), (1...7).contains(parts[1].count),
      parts[0].allSatisfy({ $0.isASCII && $0.isUppercase }), parts[1].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return false }
    return Self.ticketStarts.contains(String(parts[0]))
      || sentence.words.contains { Self.ticketWords.contains($0.text) }
  }

  /// Readers are asked to name it when they write to us.
  private var isReference: Bool {
    sentence.words.contains { ["quote", "quoting", "mention", "mentioning", "reference"].contains($0.text) }
  }

  // MARK: Explanations

  /// In brackets behind the plain words, or with the plain words in brackets or a clause behind it.
  private func isExplained(_ range: Range<Int>) -> Bool {
    let before = sentence.word(range.lowerBound - 1)
    let behind = sentence.word(range.upperBound)
    let calls = (max(0, range.lowerBound - 4)..<range.lowerBound).contains {
      ["call", "called", "so-called", "known"].contains(sentence.word($0))
    }
    if calls { return true }
    if before == "(", behind == ")" { return range.lowerBound > 1 }
    if behind == "(" { return sentence.word(range.upperBound + 2) != "" && sentence.word(range.upperBound + 2) != ")" }
    guard [",", "–", "—", ":"].contains(behind) else {
      return ["is", "are", "means"].contains(behind)
        && ["what", "how", "the", "a", "an"].contains(sentence.word(range.upperBound + 1)) && behind == "means"
    }
    return ["the", "a", "an", "which", "that", "our", "meaning", "or", "where"].contains(
      sentence.word(range.upperBound + 1))
  }
}
