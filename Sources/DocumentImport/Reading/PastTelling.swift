import Documents

/// How much of a text tells what was, and how much of that tells of something that went wrong.
///
/// A postmortem tells; a runbook, a policy and a plan instruct. The words are English.
struct PastTelling {
  /// Sentences of four words or more; headings and code do not count.
  private(set) var sentences = 0
  /// Those that tell what was.
  private(set) var told = 0
  /// Those among them that name something that went wrong.
  private(set) var troubles = 0
  /// Those that tell how it was put right.
  private(set) var recoveries = 0
  /// Those that speak of a time to come.
  private(set) var foretold = 0

  init(_ document: PostmortemDocument) {
    for block in document.blocks where !block.isHeading {
      for prose in block.proses {
        var words: [Substring] = []
        let text = prose.text.lowercased().replacing("’", with: "'")
        for piece in text.split(separator: " ") {
          let word = piece.trimmingPrefix { !$0.isLetter && !$0.isNumber }
          words.append(word.lastIndex { $0.isLetter || $0.isNumber }.map { word[...$0] } ?? "")
          if let last = piece.last, ".!?:;".contains(last) {
            take(words)
            words = []
          }
        }
        take(words)
        if sentences >= Self.sentencesMax { return }
      }
    }
  }

  /// What stands behind decides nothing any more.
  private static let sentencesMax = 2_000

  /// The share of sentences that tell what was.
  var toldShare: Double { sentences == 0 ? 0 : Double(told) / Double(sentences) }

  private mutating func take(_ words: [Substring]) {
    guard words.count >= 4 else { return }
    sentences += 1
    if words.contains("will") || words.contains("shall") { foretold += 1 }
    guard Self.tells(words) else { return }
    told += 1
    if Self.namesTrouble(words) { troubles += 1 }
    if words.contains(where: { Self.recovery.contains(String($0)) }) { recoveries += 1 }
  }

  // MARK: What was

  private static let past: Set<String> = [
    "was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't", "couldn't", "became", "began", "went", "saw",
    "lost", "broke", "took", "led", "ran", "rose", "fell", "sent", "kept", "made", "gave", "came", "got", "told",
    "wrote", "noticed", "caused", "failed", "crashed", "started", "stopped", "grew", "froze", "hung", "knew", "met",
    "thought", "drove", "brought",
  ]
  /// What makes a rule or a wish of a sentence.
  private static let wishes: Set<String> = [
    "should", "must", "shall", "please", "whenever", "would", "may", "might", "you", "your",
  ]
  /// What makes of a word in `-ed` something that is, or is to be.
  private static let helpers: Set<String> = [
    "is", "are", "be", "being", "get", "gets", "to", "the", "a", "an", "when", "as", "of", "and", "or", "not", "must",
    "can", "will", "for", "with", "by", "in", "any", "no", "all", "each", "every", "more",
  ]

  private static func tells(_ words: [Substring]) -> Bool {
    if words.contains(where: { wishes.contains(String($0)) }) || ["if", "when", "once"].contains(words[0]) {
      return false
    }
    for (index, word) in words.enumerated() {
      if past.contains(String(word)) { return true }
      guard word.hasSuffix("ed"), word.count > 4, index > 0 else { continue }
      if !helpers.contains(String(words[index - 1])) { return true }
    }
    return false
  }

  // MARK: What went wrong

  private static let trouble: Set<String> = [
    "down", "unable", "wrong", "wrongly", "stuck", "slow", "slowly", "late", "missing", "empty", "dead", "offline",
    "incident", "incidents", "outage", "outages", "downtime", "problem", "problems", "issue", "issues", "bug", "bugs",
    "flaw", "fault", "faults", "attack", "attacks", "attacker", "attackers", "phishing", "malicious",
    "malware", "spam", "abuse", "breach", "leak", "leaks", "theft", "timeout", "timeouts", "latency", "couldn't",
    "impersonator", "accidentally", "mistakenly", "inadvertently", "unexpectedly", "unnoticed", "lost", "broke",
    "broken", "froze", "frozen", "hung", "stolen", "taken", "backlog", "oom", "panic", "deadlock", "complaint",
    "complaints", "404", "429", "500", "502", "503", "504", "404s", "500s", "502s", "503s", "504s",
  ]
  private static let troubleStems = [
    "fail", "crash", "error", "unavailab", "unreach", "inaccessib", "unrespons", "exhaust", "overload", "saturat",
    "compromis", "exploit", "leaked", "exposed", "drained", "corrupt", "degrad", "interrupt", "disrupt", "incorrect",
    "erroneous", "unexpected", "expired", "reject", "refused", "throttl", "blocked", "stall", "killed", "dropped",
    "deleted", "emptied", "affected", "impacted", "delayed", "suffer", "misconfig", "unauthori", "interfer",
    "malfunction", "rate-limit", "evict", "vulnerab", "banned", "outdated", "loss", "misrout", "hijack", "starv",
  ]

  private static let recovery: Set<String> = [
    "restored", "reverted", "revoked", "mitigated", "recovered", "resolved", "rolled", "rollback", "restarted",
    "repaired", "patched",
  ]

  private static func namesTrouble(_ words: [Substring]) -> Bool {
    for (index, word) in words.enumerated() {
      if trouble.contains(String(word)) || troubleStems.contains(where: { word.hasPrefix($0) }) {
        // `no downtime`, `without errors`.
        let before = index > 0 ? words[index - 1] : ""
        if !["no", "without", "zero", "any", "fewer"].contains(before) { return true }
      }
      let next = index + 1 < words.count ? words[index + 1] : ""
      if word == "could" && next == "not" || word == "timed" && next == "out" || word == "fell" && next == "behind" {
        return true
      }
    }
    return false
  }
}
