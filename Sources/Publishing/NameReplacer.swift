/// Finds the names of people in a Markdown text and says what stands for them in public.
struct NameReplacer {
  /// A name in the text.
  struct Find {
    enum Answer: Equatable {
      /// These words stand in its place.
      case replace(String)
      /// Only a reader can tell.
      case check
      /// It stands in code or in the target of a link.
      case inCode
      /// The account of somebody for whom no role is given; these words stand in its place.
      case unknownAccount(String)
    }

    /// In UTF-8 bytes of the text.
    var range: Range<Int>
    var answer: Answer
  }

  private let people: [PersonRole]
  private let places: MarkdownPlaces
  private let text: [Character]
  /// Byte at which each character begins, and the end.
  private let offsets: [Int]
  /// By the first characters of their first words, at most three, in lower case.
  private let patterns: [String: [NamePattern]]
  /// Words of all names, in lower case.
  private let nameWords: Set<String>
  /// By account name in lower case.
  private let accounts: [String: Int]
  private var finds: [Find] = []
  private var last: (end: Int, person: Int)?

  init(_ text: String, people: [PersonRole]) {
    self.people = people
    places = MarkdownPlaces(text)
    self.text = Array(text)
    var offsets = [0]
    for character in self.text { offsets.append((offsets.last ?? 0) + character.utf8.count) }
    self.offsets = offsets
    let all = NamePattern.patterns(of: people)
    patterns = Dictionary(grouping: all) { Self.key($0.words[0]) }
    nameWords = Set(all.flatMap { $0.words.map { String($0).lowercased() } })
    var accounts: [String: Int] = [:]
    for (index, person) in people.enumerated() {
      for name in person.names.map({ $0.drop { $0 == "@" }.lowercased() }) where accounts[name] == nil {
        accounts[name] = index
      }
    }
    self.accounts = accounts
  }

  private static let keyCharacters = 3

  private static func key(_ word: some Collection<Character>) -> String {
    String(word.prefix(keyCharacters)).lowercased()
  }

  /// Patterns that can begin at an index.
  private func candidates(_ at: Int) -> [NamePattern] {
    var result: [NamePattern] = []
    for count in stride(from: Self.keyCharacters, to: 0, by: -1) where at + count <= text.count {
      result += patterns[Self.key(text[at..<(at + count)])] ?? []
    }
    return result
  }

  mutating func find() -> [Find] {
    var at = 0
    while at < text.count {
      if text[at] == "@", at == 0 || !isWord(at - 1), let end = account(at) {
        at = end
      } else if at == 0 || !isWord(at - 1) || !text[at].isLetter, isWord(at) || text[at].isLetter, let end = name(at) {
        at = end
      } else {
        at += 1
      }
    }
    return finds
  }

  private func isWord(_ index: Int) -> Bool {
    text.indices.contains(index) && (text[index].isLetter || text[index].isNumber || text[index] == "_")
  }

  // MARK: Accounts

  private static let noAccounts: Set<String> = ["here", "channel", "everyone", "all", "media", "import", "param"]

  /// `@kim`; the index behind it when something was found.
  private mutating func account(_ at: Int) -> Int? {
    var end = at + 1
    while end < text.count, isWord(end) || "-.".contains(text[end]) && isWord(end + 1) { end += 1 }
    guard end > at + 1, text[at + 1].isLetter else { return nil }
    let written = String(text[(at + 1)..<end]).lowercased()
    guard let person = accounts[written] else {
      guard kind(at) == .words, !Self.noAccounts.contains(written) else { return nil }
      finds.append(Find(range: bytes(at, end), answer: .unknownAccount(isSentenceStart(at) ? "Somebody" : "somebody")))
      return end
    }
    answer(at, end, person)
    return end
  }

  // MARK: Names

  private mutating func name(_ at: Int) -> Int? {
    for pattern in candidates(at) {
      guard let end = end(of: pattern, at) else { continue }
      if isWord(end) {
        // `Kims`: the name with an ending.
        if pattern.kind != .handle, text[end] == "s", !isWord(end + 1), kind(at) == .words {
          finds.append(Find(range: bytes(at, end + 1), answer: .check))
          return end + 1
        }
        continue
      }
      if at > 0, "@/.".contains(text[at - 1]) || text[at - 1] == "-" && isWord(at - 2) {
        if kind(at) != .words, pattern.kind != .part || !pattern.isAmbiguous { add(.inCode, at, end) }
        return end
      }
      let next = end < text.count ? text[end] : " "
      if next == "@" || (next == "." || next == "/" || next == "-") && isWord(end + 1) {
        if kind(at) != .words {
          add(.inCode, at, end)
        } else if next != "@", !pattern.isAmbiguous {
          add(.check, at, end)
        }
        return end
      }
      if pattern.isAmbiguous, !standsForPerson(at, end) {
        if kind(at) == .words, pattern.kind == .part ? !isSentenceStart(at) || isNamed(end) : false {
          add(.check, at, end)
        }
        if kind(at) == .words, pattern.kind == .handle, isMentioned(at) { add(.check, at, end) }
        return end
      }
      answer(at, end, pattern.person)
      return end
    }
    return nil
  }

  private mutating func add(_ answer: Find.Answer, _ start: Int, _ end: Int) {
    finds.append(Find(range: bytes(start, end), answer: answer))
  }

  /// An ambiguous word in lower case is worth a look where it is set in quotes or behind `by`, `from`, `ask`.
  private func isMentioned(_ at: Int) -> Bool {
    ["by", "from", "ask", "asked", "told", "thanks", "with"].contains(wordBefore(at) ?? "")
  }

  /// Whether something follows that persons do: `Will said`, `Mark's`.
  private func isNamed(_ end: Int) -> Bool {
    if end < text.count, text[end] == "'" || text[end] == "’" { return true }
    var at = end
    while at < text.count, text[at] == " " { at += 1 }
    var word = ""
    while at < text.count, text[at].isLetter {
      word.append(text[at])
      at += 1
    }
    let verbs: Set<String> = [
      "said", "says", "asked", "asks", "saw", "noticed", "found", "was", "is", "has", "had", "did", "restarted",
      "deployed", "rolled", "stopped", "started", "wrote", "called", "decided", "joined", "took", "merged", "and",
    ]
    return verbs.contains(word)
  }

  /// The end of a pattern that begins at an index; nil when it does not stand there.
  private func end(of pattern: NamePattern, _ start: Int) -> Int? {
    var at = start
    let isExact = pattern.kind != .whole
    for (index, word) in pattern.words.enumerated() {
      if index > 0 {
        let from = at
        while at < text.count, text[at] == " " || text[at] == "\n" || text[at] == "\u{a0}" { at += 1 }
        guard at > from, at - from <= 4 else { return nil }
      }
      guard at + word.count <= text.count else { return nil }
      let written = text[at..<(at + word.count)]
      let isSame =
        isExact
        ? written.elementsEqual(word)
          || pattern.kind == .part && word.count > 2 && String(written) == String(word).uppercased()
        : String(written).lowercased() == String(word).lowercased()
      guard isSame else { return nil }
      at += word.count
    }
    return at
  }

  // MARK: Places

  private func kind(_ index: Int) -> MarkdownPlaces.Kind { places.kind(offsets[index]) }

  private func bytes(_ start: Int, _ end: Int) -> Range<Int> { offsets[start]..<offsets[end] }

  /// Characters of a line around a name that are looked at.
  private static let nearMax = 300

  private static let ownerLabels = [
    "owner", "owners", "assignee", "author", "authors", "assigned to", "participants", "lead",
  ]

  /// Whether the place says that a person is meant: a cell of names alone, or a line such as `Owner: will`.
  private func standsForPerson(_ start: Int, _ end: Int) -> Bool {
    var low = start
    while low > 0, start - low < Self.nearMax, text[low - 1] != "\n", text[low - 1] != "|" { low -= 1 }
    guard low == 0 || text[low - 1] == "\n" || text[low - 1] == "|" else { return false }
    var high = end
    while high < text.count, high - end < Self.nearMax, text[high] != "\n", text[high] != "|" { high += 1 }
    let isCell = low > 0 && text[low - 1] == "|" && high < text.count && text[high] == "|"
    let line = String(text[low..<high]).lowercased().drop { " *_-+>|".contains($0) }
    if isCell {
      let words = line.split { !$0.isLetter && !$0.isNumber }
      return words.allSatisfy { word in
        word == "and" || nameWords.contains(String(word))
      }
    }
    return Self.ownerLabels.contains {
      line.hasPrefix($0 + ":") || line.hasPrefix($0 + "**:") || line.hasPrefix($0 + ":**")
    }
  }

  private func wordBefore(_ at: Int) -> String? {
    var end = at
    while end > 0, text[end - 1] == " " { end -= 1 }
    var start = end
    while start > 0, text[start - 1].isLetter { start -= 1 }
    return start < end && end < at ? String(text[start..<end]).lowercased() : nil
  }

  /// Whether a sentence, an item, a cell or a heading begins here.
  private func isSentenceStart(_ index: Int) -> Bool {
    var at = index
    while at > 0, " *_\"“”'‘([".contains(text[at - 1]) { at -= 1 }
    guard at > 0 else { return true }
    switch text[at - 1] {
    case ".", "!", "?": return true
    case "|", "#", ">": return true
    case "-", "+": return lineStart(at - 1)
    case "\n":
      var before = at - 1
      while before > 0, text[before - 1] == " " { before -= 1 }
      guard before > 0 else { return true }
      // A line within a paragraph goes on with its sentence; a mark before it begins something new.
      let isItem = at + 1 < index && text[at] == "*" && text[at + 1] == " "
      return isItem || "\n.!?|:".contains(text[before - 1]) || lineBegins(before - 1, with: "#")
    default:
      return false
    }
  }

  private func lineStart(_ index: Int) -> Bool {
    var at = index
    while at > 0, text[at - 1] == " " { at -= 1 }
    return at == 0 || text[at - 1] == "\n"
  }

  private func lineBegins(_ index: Int, with mark: Character) -> Bool {
    var at = index
    while at > 0, index - at < Self.nearMax, text[at - 1] != "\n" { at -= 1 }
    return text[at] == mark
  }

  // MARK: Answers

  private mutating func answer(_ start: Int, _ end: Int, _ person: Int) {
    var (start, end) = (start, end)
    switch kind(start) {
    case .words: break
    case .codeSpan where start > 0 && text[start - 1] == "`" && end < text.count && text[end] == "`":
      // `kim` set as code, alone.
      (start, end) = (start - 1, end + 1)
    default:
      add(.inCode, start, end)
      return
    }
    defer { last = (end, person) }
    // `@kim (Kim Lee)`: said once.
    if let last, last.person == person, String(text[last.end..<start]) == " (", end < text.count, text[end] == ")" {
      end += 1
      finds.append(Find(range: bytes(last.end, end), answer: .replace("")))
      return
    }
    var phrase = self.phrase(of: person, at: start)
    // `Chris' change`: the ending is written out.
    if end < text.count, text[end - 1] == "s", text[end] == "'" || text[end] == "’", !isWord(end + 1),
      start == 0 || text[start - 1] != text[end] && text[start - 1] != "‘"
    {
      phrase += String(text[end]) + "s"
      end += 1
    }
    finds.append(Find(range: bytes(start, end), answer: .replace(phrase)))
  }

  private static let articles = ["the ", "an ", "a "]

  private func phrase(of person: Int, at start: Int) -> String {
    var phrase = people[person].role.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let article = Self.articles.first { phrase.lowercased().hasPrefix($0) }
    if let article {
      let bare = String(phrase.dropFirst(article.count))
      if ["our", "their", "my", "your", "the", "a", "an", "another"].contains(wordBefore(start) ?? "") {
        phrase = bare
      } else if article != "the ", let last, last.person != person, last.end <= start,
        people[last.person].role == people[person].role,
        [",", "and", ", and", "&", "/", "or", "with"].contains(
          String(text[last.end..<start]).split(separator: " ").joined(separator: " "))
      {
        return "another " + bare
      }
    }
    if isSentenceStart(start), let first = phrase.first { phrase = first.uppercased() + phrase.dropFirst() }
    return phrase
  }
}
