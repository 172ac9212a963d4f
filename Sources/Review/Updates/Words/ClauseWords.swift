/// Words that an update can be full of without saying anything, and how to tell that something stands beside them.
enum ClauseWords {
  /// Nouns and verbs that fit any incident whatever.
  private static let generic: Set<String> = [
    "issue", "issues", "problem", "problems", "difficulty", "difficulties", "trouble", "troubles", "incident",
    "situation", "matter", "disruption", "disruptions", "interruption", "interruptions", "degradation", "error",
    "errors", "failure", "failures", "outage", "service", "services", "system", "systems", "platform", "platforms",
    "site", "website", "app", "application", "applications", "product", "products", "infrastructure", "server",
    "servers", "network", "software", "functionality", "feature", "features", "area", "areas", "region", "regions",
    "thing", "things", "user", "users", "customer", "customers", "client", "clients", "people", "team", "teams",
    "engineers", "technical", "intermittent", "degraded", "performance", "operations", "normal", "business", "usual",
    "time", "moment", "present", "possible", "soon", "resolve", "resolved", "resolving", "fix", "fixing", "restore",
    "restoring", "rectify", "address", "addressing", "solve", "solving", "resolution", "solution", "repair",
    "investigating", "looking", "working", "monitoring", "investigate", "aware", "currently", "actively", "hard",
    "diligently", "tirelessly", "further", "closely", "update", "updates", "more", "information", "details", "cause",
    "root", "get", "back", "up", "running", "online", "full", "quickly", "today", "inconvenience", "continue",
    "experience", "experiencing", "seeing", "having", "facing", "encountering", "investigation", "know", "find",
    "some", "reason", "across", "made", "implement", "implemented", "implementing", "results", "identify", "identified",
    "identifying", "deployed", "deploying", "sorted", "fixed", "flat", "out", "doing", "involved", "everyone", "very",
    "ourselves", "seriously", "sorry", "apologise", "apologize", "best", "handling", "progress", "underway",
    "assessing",
    "reported", "noticed", "detected", "again", "later", "right", "connectivity", "operation", "provide", "level",
    "levels", "quality", "understand", "continuing", "keep", "keeping", "kept", "posted", "informed", "source",
    "sources",
    "close", "closer", "locate", "located", "locating", "place", "test", "testing", "tested", "proposed", "partner",
    "partners", "provider", "fine", "well", "eye", "thank", "thanks", "patience", "bear", "new", "steps", "taken",
    "taking", "action", "actions", "measures", "appropriate", "necessary", "required", "work", "change", "changes",
    "routine", "impacted", "mistakes", "monitor", "monitored", "investigated", "determine", "determined", "specific",
    "developers", "operational", "recovered", "recovering", "improve", "improving", "improvement", "better", "healthy",
    "ongoing", "way", "next", "stage", "position", "good", "status", "continued", "believe", "post", "additional",
    "able", "investigations", "engaged", "relevant", "escalated", "vendor", "vendors", "potential", "report",
    "smoothly", "nicely", "closed", "closing", "over", "long",
  ]
  /// Words that join others.
  private static let joining: Set<String> = [
    "we", "we're", "we'll", "we've", "i", "are", "is", "was", "were", "our", "your", "you", "the", "a", "an", "this",
    "that", "these", "those", "all", "any", "of", "with", "in", "on", "at", "for", "to", "and", "into", "it", "it's",
    "them", "they", "have", "has", "been", "be", "being", "as", "by", "will", "may", "might", "can", "could", "certain",
    "various", "several", "many", "few", "number", "subset", "portion", "now", "still", "please", "us", "their", "its",
    "affecting", "affect", "affected", "impacting", "impact", "causing", "just", "reports", "reporting", "which", "who",
    "what",
    "while", "when", "due", "from", "or", "so", "do", "there", "everything", "something", "already",
  ]
  private static let links: Set<String> = [
    "with", "when", "while", "in", "on", "at", "for", "where", "that", "which", "if", "whenever", "whose", "who",
  ]
  private static let numbers: Set<String> = [
    "half", "third", "quarter", "percent", "all", "every", "everyone", "everybody", "nobody", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "twelve", "dozen", "dozens", "hundred", "hundreds", "thousand",
    "thousands", "anyone", "anybody", "none",
  ]
  private static let days: Set<String> = [
    "today", "tonight", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "noon", "midnight", "week", "hour", "minutes",
  ]

  static func saysNothing(_ word: Word) -> Bool {
    word.isMark || generic.contains(word.text) || joining.contains(word.text)
  }

  /// Whether what follows names something in particular: `issues with card payments`, but not `with our services`.
  static func namesAThing(after end: Int, in sentence: Sentence, links more: Set<String> = []) -> Bool {
    var index = end
    while sentence.words.indices.contains(index) {
      let word = sentence.words[index]
      if word.text == "and" || word.text == "but" || word.text == "," { return false }
      let isLink =
        links.contains(word.text) || more.contains(word.text) || word.text.hasSuffix("ing") || word.text == ":"
      if isLink { return hasThing(in: index..<clauseEnd(from: index + 1, sentence), sentence) }
      index += 1
    }
    return false
  }

  /// Whether the clause before names something in particular: `card payments are experiencing`.
  static func namesAThing(before start: Int, in sentence: Sentence) -> Bool {
    var from = start
    while from > 0, !sentence.words[from - 1].isMark { from -= 1 }
    return hasThing(in: from..<start, sentence)
  }

  private static func clauseEnd(from start: Int, _ sentence: Sentence) -> Int {
    var end = start
    while end < sentence.words.count, !sentence.words[end].isMark, sentence.words[end].text != "and" { end += 1 }
    return min(end, sentence.words.count)
  }

  private static func hasThing(in range: Range<Int>, _ sentence: Sentence) -> Bool {
    range.contains { sentence.words.indices.contains($0) && !saysNothing(sentence.words[$0]) }
  }

  /// Whether the sentence counts: `one in three`, `12 of 40,000`, `everyone`.
  static func hasNumber(_ sentence: Sentence) -> Bool {
    sentence.words.indices.contains { index in
      let word = sentence.words[index]
      if word.text.first?.isNumber == true || numbers.contains(word.text) { return true }
      return word.text == "one" && ["in", "of", "out"].contains(sentence.word(index + 1))
    }
  }

  /// Whether the sentence says when: a clock, a date, a day of the week, a span.
  static func hasTime(_ sentence: Sentence) -> Bool {
    sentence.words.contains { $0.text.first?.isNumber == true || days.contains($0.text) }
  }
}
