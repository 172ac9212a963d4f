/// Reads who does it and by when out of what stands in brackets and behind dashes: `(platform team, 14 Aug)`.
///
/// A bracket is not taken for a name because it is one: it holds at most three words, none of them a verb or a number, and
/// either names a team, or stands next to a date, or is known from elsewhere in the document.
struct OwnerNotes {
  /// What one note says.
  struct Note: Equatable {
    var owner: String?
    var due: String?
  }

  /// Names that the document gives elsewhere, in lower case: participants, authors, owners of other items.
  let knownNames: Set<String>

  /// The first note of a text that names an owner, else the first with a date.
  func note(in text: String) -> Note? {
    var dated: Note?
    for part in Self.brackets(of: text) + Self.tail(of: text) {
      let note = read(part.text, isLast: part.isLast)
      if note.owner != nil { return note }
      if note.due != nil { dated = dated ?? note }
    }
    return dated
  }

  /// Names in brackets at the end of an item: where several items end in one, it is who does them.
  static func candidate(in text: String) -> String? {
    guard let last = brackets(of: text).last, last.isLast else { return nil }
    let parts = last.text.split(separator: ",").map { clean(String($0)) }
    guard parts.count == 1, let only = parts.first, isNameLike(only), isCapitalised(only) else { return nil }
    return only
  }

  private func read(_ text: String, isLast: Bool) -> Note {
    var note = Note()
    let lower = text.lowercased()
    // What has labels is read by them.
    guard !lower.contains(":") || lower.contains("://") else { return note }
    let parts = text.split { ",;/|".contains($0) }.map { Self.clean(String($0)) }.filter { !$0.isEmpty }
    guard (1...4).contains(parts.count) else { return note }
    note.due = parts.first { ActionSentence.isDate($0) && $0.split(separator: " ").count <= 6 }
    var names: [String] = []
    for part in parts where part != note.due {
      if let handle = Self.handle(part) {
        names.append(handle)
        continue
      }
      let isTold = note.due != nil || Self.namesTeam(part) || isKnown(part)
      if Self.isNameLike(part), isTold, isLast || isKnown(part) || Self.namesTeam(part) { names.append(part) }
    }
    if !names.isEmpty { note.owner = names.joined(separator: ", ") }
    return note
  }

  private func isKnown(_ part: String) -> Bool {
    let lower = part.lowercased()
    return knownNames.contains(lower)
      || lower.split(separator: " ").first.map { knownNames.contains(String($0)) } == true
  }

  // MARK: Names

  /// Up to three words of letters, none of which is a verb, a state or a word of a sentence.
  static func isNameLike(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...3).contains(words.count), text.count <= 40 else { return false }
    return words.allSatisfy { word in
      let letters = word.drop { $0 == "@" }
      guard letters.first?.isLetter == true, letters.count > 1 || word.first?.isUppercase == true,
        letters.allSatisfy({ $0.isLetter || "-'’._&+".contains($0) })
      else { return false }
      return !noNames.contains(letters.lowercased()) && !isVerbLike(letters.lowercased())
    }
  }

  private static func isCapitalised(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { $0.first?.isUppercase == true || $0.lowercased() == "team" }
  }

  static func namesTeam(_ text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { teams.contains(String($0)) }
  }

  private static func handle(_ part: String) -> String? {
    guard part.first == "@", part.dropFirst().first?.isLetter == true, !part.contains(" "),
      !ActionSentence.nobody.contains(part.dropFirst().lowercased())
    else { return nil }
    return part
  }

  /// Without `by`, `due` and marks around.
  private static func clean(_ part: String) -> String {
    var words = part.split(whereSeparator: \.isWhitespace)
    while let first = words.first, words.count > 1, leads.contains(first.lowercased()) { words.removeFirst() }
    var text = words.joined(separator: " ")
    while let last = text.last, last == "." || last == "*" { text.removeLast() }
    return text
  }

  private static let leads: Set<String> = [
    "by", "due", "before", "until", "from", "with", "eta", "owner", "assigned", "to",
  ]
  private static let teams: Set<String> = ["team", "squad", "guild", "sre", "sres", "ops", "crew", "devops", "infosec"]

  /// Words that stand in brackets and are nobody.
  private static let noNames: Set<String> = [
    "done", "open", "closed", "todo", "tbd", "tbc", "wip", "ongoing", "pending", "planned", "blocked", "completed",
    "complete", "optional", "required", "urgent", "critical", "high", "medium", "low", "major", "minor", "priority",
    "short", "long", "mid", "term", "new", "old", "now", "soon", "asap", "later", "maybe", "already", "again", "only",
    "both", "all", "any", "none", "some", "see", "above", "below", "here", "there", "also", "etc", "e.g", "i.e", "eg",
    "ie", "and", "or", "not", "no", "yes", "the", "a", "an", "of", "in", "on", "at", "for", "as", "if", "is", "are",
    "was", "we", "us", "our", "it", "this", "that", "these", "who", "what", "when", "where", "why", "how", "nobody",
    "someone", "everyone", "unassigned", "unknown", "production", "staging", "prod", "dev", "test", "internal",
    "external", "public", "private", "default", "current", "next", "first", "last", "partial", "partially", "merged",
    "shipped", "deployed", "fixed", "in-progress", "progress", "possible", "possibly", "likely", "where", "recurring",
    "weekly", "daily", "monthly", "manual", "automatic", "temporary", "permanent", "draft", "link", "links", "issue",
    "ticket", "pr", "rfc", "docs", "doc", "runbook", "jira", "github", "slack", "grafana", "prometheus", "kubernetes",
    "cluster", "server", "servers", "service", "services", "system", "systems", "database", "cloud", "balancer", "api",
    "client", "clients", "gateway", "proxy", "dashboard", "alert", "alerts", "alerting", "monitoring", "logging",
    "metrics", "detection", "prevention", "mitigation", "process", "documentation", "testing", "tooling", "training",
    "communication", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  private static let verbs: Set<String> = [
    "add", "fix", "make", "use", "check", "run", "set", "get", "let", "do", "write", "move", "update", "upgrade",
    "remove", "change", "improve", "create", "review", "monitor", "consider", "document", "investigate", "needs",
    "need",
    "will", "should", "can", "could", "must", "have", "has", "be", "been", "being", "go", "keep", "ask", "tell", "wait",
    "replace", "test", "build", "split", "limit", "compare", "raise", "reduce", "ensure", "verify", "validate",
    "implement", "enable", "disable", "deploy", "discuss", "schedule", "track", "tracked", "uses", "using",
  ]

  private static func isVerbLike(_ word: String) -> Bool {
    verbs.contains(word) || word.count > 5 && (word.hasSuffix("ing") || word.hasSuffix("ed"))
  }

  // MARK: Places

  private struct Part {
    var text: String
    /// Whether nothing but marks stands behind it.
    var isLast: Bool
  }

  /// What stands in round and square brackets, outermost, in order.
  private static func brackets(of text: String) -> [Part] {
    var parts: [Part] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "(", "[":
        if depth == 0 { start = text.index(after: index) }
        depth += 1
      case ")", "]":
        depth -= 1
        if depth == 0 {
          let rest = text[text.index(after: index)...]
          let isLast = rest.split(separator: " ").allSatisfy(isTicketOrMark) || rest.first { !$0.isWhitespace } == "("
          parts.append(Part(text: String(text[start..<index]), isLast: isLast))
        }
        depth = max(0, depth)
      default: break
      }
    }
    return parts
  }

  /// `OPS-12`, `#7`, an address, or marks alone.
  private static func isTicketOrMark(_ word: Substring) -> Bool {
    !word.contains { $0.isLetter || $0.isNumber } || word.contains(where: \.isNumber) || word.hasPrefix("http")
  }

  /// What follows the last dash, where that is short: `… — ana, by 2026-03-01`.
  private static func tail(of text: String) -> [Part] {
    for dash in [" — ", " – ", " -- ", " - ", " → ", " -> "] {
      guard let found = text.ranges(of: dash).last else { continue }
      let rest = text[found.upperBound...]
      guard rest.count <= 60, !rest.contains("("), !rest.contains("[") else { continue }
      return [Part(text: String(rest), isLast: true)]
    }
    return []
  }
}
