import Findings

/// Reads owner, date and state out of one sentence that says what is to be done.
struct ActionSentence {
  private(set) var item: ActionItem
  private let prose: Prose
  private let text: String

  init(_ prose: Prose, knownNames: Set<String> = []) {
    self.prose = prose
    text = prose.text
    let span = prose.span
    item = ActionItem(text: text, line: span.line, span: span)
    item.link = Self.link(in: prose)
    item.isDone = isDone
    let note = OwnerNotes(knownNames: knownNames).note(in: text)
    item.owner = labelled(Self.ownerLabels) ?? handle ?? leadingTeam ?? actingName ?? note?.owner ?? leading(knownNames)
    let labelledDue = labelled(Self.dueLabels).flatMap { Self.isDate($0) ? $0 : nil }
    item.due = labelledDue ?? (item.owner == nil ? nil : note?.due) ?? date
  }

  static func link(in prose: Prose) -> String? {
    prose.objects.first { $0.kind != .code }?.text
  }

  // MARK: Owner

  private static let ownerLabels = [
    "owner", "owners", "owner(s)", "assignee", "assignees", "assignee(s)", "assigned to", "assigned", "responsible",
    "responsible team", "dri", "who", "point of contact", "lead",
  ]
  private static let dueLabels = ["due date", "due by", "due", "deadline", "eta", "target date", "by when", "target"]

  /// What stands behind `label:` or `label=`, up to a comma, a semicolon, a bracket or the end of the sentence.
  private func labelled(_ labels: [String]) -> String? {
    let lower = text.lowercased()
    for label in labels {
      var from = lower.startIndex
      while let found = lower[from...].firstRange(of: label) {
        from = found.upperBound
        if found.lowerBound > lower.startIndex, lower[lower.index(before: found.lowerBound)].isLetter { continue }
        var rest = lower[found.upperBound...]
        let hasColon = rest.first == ":" || rest.first == "="
        guard hasColon || label == "assigned to" || label == "due" && rest.first == " " else { continue }
        rest = rest.dropFirst(hasColon ? 1 : 0).drop { $0 == " " || $0 == "*" }
        let start = lower.distance(from: lower.startIndex, to: rest.startIndex)
        let value = Self.value(text.dropFirst(start))
        if value.contains(where: { $0.isLetter || $0.isNumber }), !Self.nobody.contains(value.lowercased()) {
          return value
        }
      }
    }
    return nil
  }

  /// What stands for a name where there is none.
  static let nobody: Set<String> = [
    "tbd", "tbc", "todo", "none", "n/a", "unassigned", "unknown", "we", "someone",
  ]

  private static func value(_ text: Substring) -> String {
    var value = ""
    var isAfterStop = false
    for character in text {
      if ",;()[]|\n".contains(character) || (isAfterStop && character == " ") { break }
      isAfterStop = character == "." && value.count > 2
      value.append(character)
    }
    while let last = value.last, last == " " || last == "." { value.removeLast() }
    return value
  }

  /// `@name`, but not the middle of an e-mail address.
  private var handle: String? {
    var before: Character = " "
    for index in text.indices {
      defer { before = text[index] }
      guard text[index] == "@", !before.isLetter, !before.isNumber, before != "/", before != "." else { continue }
      let name = text[text.index(after: index)...].prefix { $0.isLetter || $0.isNumber || "-_./".contains($0) }
      guard let first = name.first, first.isLetter else { continue }
      let handle = Self.withoutStops(name)
      if !Self.nobody.contains(handle.lowercased()) { return "@" + handle }
    }
    return nil
  }

  private static func withoutStops(_ name: Substring) -> Substring {
    var name = name
    while let last = name.last, last == "." || last == "/" { name.removeLast() }
    return name
  }

  /// `Platform team: review …`, `Search team (T. Abe): improve …`.
  private var leadingTeam: String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let head = text[..<colon]
    let words = head.lowercased().split { !$0.isLetter }
    guard words.count <= 6, words.contains(where: { ["team", "squad", "guild", "sre", "sres", "ops"].contains($0) })
    else { return nil }
    return String(head)
  }

  private static let pronouns: Set<String> = [
    "we", "it", "this", "that", "they", "there", "someone", "somebody", "engineering", "everyone", "he", "she", "you",
    "i", "all", "these", "those", "users", "customers",
  ]

  /// `DevX will update …`, `Ines to check …`: a name in front of what it will do.
  private var actingName: String? {
    let words = text.split(separator: " ")
    guard words.count > 3, let first = words.first, first.first?.isUppercase == true, first.allSatisfy({ $0.isLetter })
    else { return nil }
    for (index, word) in words.prefix(4).enumerated() where index > 0 {
      if word.lowercased() == "will" || word == "to" && index == 1 {
        let name = words[..<index]
        let isName = name.allSatisfy { $0.first?.isUppercase == true || $0.lowercased() == "team" }
        // `Migration to a new table` names no one: what follows is no verb.
        let next = index + 1 < words.count ? words[index + 1].lowercased() : ""
        let isImperative =
          word == "to" && (Self.verbsBeforeTo.contains(first.lowercased()) || Self.articles.contains(next))
        return isName && !isImperative && !Self.pronouns.contains(first.lowercased())
          ? name.joined(separator: " ") : nil
      }
    }
    return nil
  }

  private static let articles: Set<String> = ["a", "an", "the", "our", "its", "their", "new", "all", "one", "another"]

  /// Imperatives that `to` may follow.
  private static let verbsBeforeTo: Set<String> = [
    "need", "want", "plan", "try", "continue", "remember", "consider", "move", "migrate", "switch", "upgrade", "add",
    "aim", "talk", "speak", "reach", "revert", "change", "attempt", "start", "commit", "agree", "look", "return", "go",
    "respond", "react", "subscribe", "propose", "make", "how", "what",
  ]

  /// `Ana: compare …`, where the document knows an Ana.
  private func leading(_ names: Set<String>) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let head = text[..<colon]
    return names.contains(head.lowercased()) ? String(head) : nil
  }

  // MARK: Date

  private var date: String? {
    if let mention = TimeScanner.mentions(in: prose).first(where: \.isDated) { return prose.text(in: mention.range) }
    return Self.period(in: text)
  }

  /// Whether a text names a date, a quarter, a milestone or a version; `ASAP` and `soon` do not.
  static func isDate(_ text: String) -> Bool {
    var scanner = TimeScanner(Array(text.unicodeScalars))
    return scanner.all().contains(where: \.isDated) || period(in: text) != nil || isMonthOfYear(text)
  }

  /// `July 2019`: in a cell or behind a label a date; in a sentence it may be when something was built.
  private static func isMonthOfYear(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    return zip(words, words.dropFirst()).contains { month, year in
      months.contains(month) && year.count == 4 && Int(year).map { (1900...2199).contains($0) } == true
    }
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let days: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "tonight",
  ]

  /// `Q3`, `end of year`, `by Friday`, `sprint 14`, `milestone 2`.
  private static func period(in text: String) -> String? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }.map(String.init)
    for (index, word) in words.enumerated() {
      let lower = word.lowercased()
      let next = index + 1 < words.count ? words[index + 1].lowercased() : ""
      let before = index > 0 ? words[index - 1].lowercased() : ""
      let isQuarter = lower.count == 2 && lower.first == "q" && "1234".contains(lower.last ?? " ")
      let isYearQuarter = lower.count == 6 && lower.contains("q") && lower.allSatisfy { $0.isNumber || $0 == "q" }
      if isQuarter || isYearQuarter { return word }
      if lower == "end", next == "of" { return words[index...].prefix(4).joined(separator: " ") }
      if ["by", "before", "until", "in", "on"].contains(before), months.contains(lower) || days.contains(lower),
        word.first?.isUppercase == true
      {
        return word
      }
      if ["sprint", "milestone", "release"].contains(lower), next.first?.isNumber == true { return "\(word) \(next)" }
      if before == "next" || before == "this", ["week", "sprint", "month", "quarter", "year"].contains(lower) {
        return "\(before) \(word)"
      }
    }
    return nil
  }

  // MARK: State

  static func isDoneWord(_ text: String) -> Bool {
    let lower = text.lowercased()
    if ["✅", "✓", "✔", "☑", "[x]"].contains(where: lower.contains) { return true }
    let words = lower.split { !$0.isLetter }
    guard let first = words.first, !words.contains("not") else { return false }
    return [
      "done", "complete", "completed", "closed", "fixed", "finished", "resolved", "merged", "shipped", "yes",
      "deployed", "implemented", "released",
    ].contains(first)
  }

  /// Past tense, a tick, or a word that says so.
  private var isDone: Bool {
    if ["✅", "✓", "✔", "☑"].contains(where: text.contains) { return true }
    let lower = text.lowercased()
    if ["(done)", "[done]", "(completed)", "(complete)", "- done", "– done", "done:"].contains(where: lower.contains) {
      return true
    }
    var words = lower.split { $0 == " " || $0 == "\n" }.map {
      $0.filter { $0.isLetter || $0 == "'" || $0 == "’" || $0 == ":" }
    }
    if words.first == "done" || words.first == "completed" { return true }
    if let colon = words.prefix(5).firstIndex(where: { $0.hasSuffix(":") }) { words.removeFirst(colon + 1) }
    guard let first = words.first else { return false }
    if ["we", "we've", "we’ve", "i", "have", "has"].contains(first), words.count > 1 {
      let verb = words[1] == "have" || words[1] == "already" ? words.dropFirst(2).first ?? "" : words[1]
      return Self.isPast(verb)
    }
    if Self.isPast(first) { return true }
    let head = words.prefix(12)
    guard !words.contains("will"), !words.contains("should"), !words.contains("must"), !words.contains("need") else {
      return false
    }
    for (index, word) in head.enumerated().dropFirst() where word == "been" || word == "were" || word == "was" {
      let isBare = word != "been" || ["has", "have"].contains(head[head.startIndex + index - 1])
      if isBare, !["if", "whether", "why", "that", "which", "how", "when"].contains(where: head.prefix(index).contains)
      {
        return true
      }
    }
    return false
  }

  private static func isPast(_ word: String) -> Bool {
    if ["sent", "wrote", "built", "made", "gave", "ran", "took", "began", "brought", "told", "rewrote"].contains(word) {
      return true
    }
    return word.hasSuffix("ed") && word.count > 4
      && !["need", "embed", "proceed", "exceed", "succeed", "shed", "feed", "speed"].contains(word)
  }
}
