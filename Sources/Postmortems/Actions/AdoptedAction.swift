import Chronology
package import Documents

/// What a text says is to be done, on its way to being an action that is followed up.
package struct AdoptedAction: Hashable, Sendable {
  package var content: ActionContent
  /// Whether the text says that it was done.
  package var isDone: Bool

  /// Reads an item; owner and date as far as the text says them, the kind by its words.
  ///
  /// Nil where nothing is left of it. A day that is not one of the calendar ("Q3", "soon") stays in the words alone.
  package init?(_ item: ActionItem) {
    let words = item.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let text = Self.cut(words, to: PostmortemLimits.partScalarsMax)
    guard !text.isEmpty else { return nil }
    let owner = item.owner.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    content = ActionContent(
      text: text, kind: Self.kind(of: text), term: .longTerm,
      owner: owner.flatMap { $0.isEmpty ? nil : Self.cut($0, to: 80) }, due: item.due.flatMap(Self.day(in:)),
      verification: Self.cut(item.verification ?? "", to: PostmortemLimits.partScalarsMax))
    isDone = item.isDone
  }

  /// The actions that a document names and that are not among those known, in the order of the text.
  package static func all(in document: PostmortemDocument, known: [PostmortemAction]) -> [AdoptedAction] {
    var seen = Set(known.map { likeness($0.content.text) })
    return document.actions.compactMap { item in
      guard let action = AdoptedAction(item), seen.insert(likeness(action.content.text)).inserted else { return nil }
      return action
    }
  }

  /// The same words are the same action, whatever their case and marks.
  package static func likeness(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func cut(_ text: String, to max: Int) -> String {
    text.unicodeScalars.count <= max
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(max - 1))) + "…"
  }

  /// By what people write into such lists; what says nothing is taken for something that prevents.
  private static func kind(of text: String) -> ActionKind {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    func names(_ some: String...) -> Bool { !words.isDisjoint(with: some) }
    if names("alert", "alerts", "alerting", "alarm", "monitor", "monitoring", "dashboard", "detect", "metric") {
      return .detect
    }
    if names("runbook", "playbook", "checklist", "training", "train", "drill", "rehearse", "onboarding", "policy") {
      return .process
    }
    if names("failover", "fallback", "degrade", "limit", "timeout", "retry", "breaker", "shed", "backup") {
      return .soften
    }
    return .prevent
  }

  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]

  /// A day with its year: `2026-03-08`, `8 Mar 2026`, `March 8, 2026`; nil for all that leaves a part of it open.
  static func day(in text: String) -> CivilDate? {
    for word in text.split(whereSeparator: { !$0.isNumber && $0 != "-" }) {
      if let day = CivilDate(word.prefix(10)) { return day }
    }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    for index in words.indices {
      guard let month = months[String(words[index].prefix(3))], words[index].allSatisfy(\.isLetter) else { continue }
      let before = index > 0 ? number(words[index - 1]) : nil
      let after = index + 1 < words.count ? number(words[index + 1]) : nil
      let last = index + 2 < words.count ? number(words[index + 2]) : nil
      if let before, before <= 31, let after, after >= 1970 { return existing(after, month, before) }
      if let after, after <= 31, let last, last >= 1970 { return existing(last, month, after) }
    }
    return nil
  }

  /// `8`, `8th`, `2026`.
  private static func number(_ word: Substring) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), word.count - digits.count <= 2 else { return nil }
    return Int(digits)
  }

  private static func existing(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
    let date = CivilDate(year: year, month: month, day: day)
    return date.exists ? date : nil
  }
}
