import Documents
package import Findings

/// A person, or a team that is not the author's, stands as the explanation.
package struct BlameRule: ReviewRule {
  package let identifier = "blame"
  package let severity = FindingSeverity.error
  package let summary = "a person or another team stands as the explanation"
  package let reason = "A name ends the inquiry. The next person in the same place does the same."
  package let question =
    "What did the work look like from where they stood, and what would have made the other course the easy one?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    context.sentences.compactMap { sentence in
      guard !sentence.isQuestion, let passage = Self.passage(in: sentence) else { return nil }
      return context.finding(
        self, at: sentence.span(of: passage.range), passage.kind.message, question: passage.kind.question,
        fix: passage.kind.fix)
    }
  }

  /// In which way a passage blames; each has its own way on.
  enum Kind {
    case omission
    case slip
    case conduct
    case verdict
    case otherTeam
    case nobody

    var message: String {
      switch self {
      case .omission, .slip, .conduct: "a person stands as the explanation"
      case .verdict: "this looks for the culprit"
      case .otherTeam: "another team stands as the explanation"
      case .nobody: "everyone stands as the explanation"
      }
    }

    var question: String {
      switch self {
      case .omission: "What showed that the step was still open, and what would have held the work until it was done?"
      case .slip: "What told the two apart on the screen, and what would have refused the action or undone it?"
      case .conduct: "What was done, step by step, and under which conditions: time, tools, other alarms?"
      case .verdict: "Whoever had stood there: which conditions would have led to the same?"
      case .otherTeam: "What did this look like from their side, and which agreement between the teams was missing?"
      case .nobody: "What would have shown it without anybody watching?"
      }
    }

    var fix: String? {
      switch self {
      case .omission: "The list of hosts ended at seven, and the check counted only what was on the list."
      case .slip: "The console showed both hosts under one label, and the command took either without asking."
      case .conduct, .verdict, .otherTeam: nil
      case .nobody: "The queue had no alert; its length was shown on a dashboard that is opened on demand."
      }
    }
  }

  /// The words that blame, and how; nil when none do.
  static func passage(in sentence: Sentence) -> (range: Range<Int>, kind: Kind)? {
    let words = sentence.words
    if words.contains(where: { $0.text.hasPrefix("blame") }), fault.first(in: sentence) == nil { return nil }
    if let range = phrases.first(in: sentence), !isNegated(range.lowerBound, sentence) { return (range, .conduct) }
    if let range = fault.first(in: sentence), !isNegated(range.lowerBound, sentence) { return (range, .verdict) }
    let finder = SubjectFinder(sentence: sentence)
    for index in words.indices where !words[index].isQuoted {
      if let range = trait(at: index, finder) { return (range, .conduct) }
      if let range = culprit(at: index, finder) { return (range, .verdict) }
      if let found = deficit(at: index, finder) { return found }
      if let range = nobody(at: index, finder) { return (range, .nobody) }
    }
    return nil
  }

  // MARK: Traits and fault

  /// Words about people that need no subject.
  static let phrases: PhraseTable = [
    "asleep at the wheel", "had no business", "have no business",
    "owes|owe the? whole? company|team|customers|everyone|us an apology",
    "must have known", "who approved this", "who signed off on this", "did not bother to?", "could not be bothered",
    "did their jobs|job", "did his|her job", "doing their jobs|job", "should have known better", "knew better",
    "through sheer negligence", "gross negligence", "criminal negligence", "carelessness", "incompetence",
    "incompetent",
    "recklessness", "reckless", "careless", "negligent", "clueless", "irresponsible", "unprofessional",
    "did not care", "does not care", "clearly does|did not understand", "as usual , they",
    "dropped|drops|dropping the ball", "let us down", "screwed|messed up", "asleep on the job", "cut|cutting corners",
    "his|her|their homework", "heads must|should|will roll", "should be fired|disciplined|reprimanded|ashamed",
    "disciplinary action", "negligence", "lack of discipline|diligence|care|professionalism", "cannot be trusted",
    "inexcusable", "how could anyone|they|he|she",
    "whoever merged|approved|deployed|wrote|pushed|signed|changed|ran|broke",
  ]
  static let fault: PhraseTable = [
    "fault of the? vendor|engineer|developer|team|liaison|operator|admin|manager|contractor|person|intern",
    "the fault lies with",
    "is|was|are|were to blame", "hold|held|holding them|him|her|those|someone|anyone? accountable",
    "held responsible for",
    "is|was|were solely|entirely|fully|personally responsible for", "his|her|their fault", "their own fault",
  ]
  /// Said of people only together with a word for people.
  private static let traits: Set<String> = [
    "lazy", "sloppy", "greedy", "inexperienced", "foolish", "stupid", "arrogant", "ignorant", "impatient", "hasty",
  ]

  private static func isNegated(_ index: Int, _ sentence: Sentence) -> Bool {
    (max(0, index - 3)..<index).contains {
      ["not", "no", "never", "nobody", "without", "than"].contains(sentence.word($0))
    }
  }

  private static func trait(at index: Int, _ finder: SubjectFinder) -> Range<Int>? {
    let sentence = finder.sentence
    guard traits.contains(sentence.word(index)), !isNegated(index, sentence) else { return nil }
    let next = sentence.word(index + 1)
    if Vocabulary.roles.contains(next) || Vocabulary.groups.contains(next) || ["team", "people"].contains(next) {
      return index..<(index + 2)
    }
    guard ["was", "were", "is", "are", "being"].contains(sentence.word(index - 1)),
      let subject = finder.subject(of: index - 1),
      subject.isSomebodyElse
    else { return nil }
    return subject.range.lowerBound..<(index + 1)
  }

  private static let faults: Set<String> = [
    "mistake", "mistakes", "error", "errors", "fault", "failure", "oversight", "blunder", "incompetence", "inaction",
    "inattention", "slip", "ignorance",
  ]

  /// A culprit by name: `the engineer's mistake`, `a mistake by the operator`, `caused by the contractor running …`.
  private static func culprit(at index: Int, _ finder: SubjectFinder) -> Range<Int>? {
    let sentence = finder.sentence
    let word = sentence.word(index)
    let next = sentence.word(index + 1)
    if word.hasSuffix("'s"), faults.contains(next) {
      let base = String(word.dropLast(2))
      let isPerson =
        Vocabulary.roles.contains(base) || Vocabulary.groups.contains(base)
        || sentence.words[index].isCapitalised && Vocabulary.names.contains(base)
      return isPerson ? index..<(index + 2) : nil
    }
    guard next == "by", faults.contains(word) || word == "caused" else { return nil }
    var end = index + 2
    while Vocabulary.articles.contains(sentence.word(end))
      || ["on-call", "new", "junior", "senior"].contains(sentence.word(end))
    {
      end += 1
    }
    guard sentence.words.indices.contains(end) else { return nil }
    let isPerson =
      Vocabulary.roles.contains(sentence.word(end))
      || sentence.words[end].isCapitalised && Vocabulary.names.contains(sentence.word(end))
    let behind = sentence.word(end + 1)
    let isDoer =
      end + 1 == sentence.words.count || sentence.words[end + 1].isMark || behind.hasSuffix("ing") || behind == "who"
    return isPerson && isDoer ? index..<(end + 1) : nil
  }

  // MARK: Deficits

  /// What people did, said with reproach.
  private static let deficits: Set<String> = [
    "forgot", "forgets", "neglected", "neglects", "ignored", "overlooked", "disregarded", "refused", "panicked",
    "botched",
    "bungled", "fumbled", "mishandled", "slacked",
  ]
  private static let omitted: Set<String> = [
    "follow", "check", "notice", "read", "realise", "realize", "escalate", "tell", "test", "verify", "understand",
    "know",
    "communicate", "inform", "consult", "ask", "look", "listen", "respond", "react", "consider", "document", "review",
    "pay", "take", "act", "wait", "think", "catch", "warn", "follow-up", "confirm", "report", "monitor", "recognise",
    "recognize", "use", "bother", "obey", "run", "update",
  ]
  private static let slips: Set<String> = [
    "accidentally", "unintentionally", "mistakenly", "inadvertently", "erroneously", "wrongly", "carelessly",
    "foolishly",
    "incorrectly", "recklessly", "blindly",
  ]
  private static let skipped: Set<String> = [
    "telling", "asking", "looking", "tests", "review", "checking", "reading", "reviewing", "testing", "waiting",
    "informing", "consulting",
    "approval",
    "permission", "authorisation", "authorization", "notifying", "verifying", "thinking", "understanding",
  ]

  private static func deficit(at index: Int, _ finder: SubjectFinder) -> (range: Range<Int>, kind: Kind)? {
    let sentence = finder.sentence
    let word = sentence.word(index)
    guard let found = omission(at: index, sentence) ?? harm(at: index, sentence) ?? slip(at: index, sentence),
      let subject = finder.subject(of: index), subject.isSomebodyElse
    else { return nil }
    // An omission that comes with its reason explains; it does not accuse.
    if found.kind == .omission, !deficits.contains(word), hasReason(sentence) { return nil }
    let range = subject.range.lowerBound..<min(found.end, sentence.words.count)
    return (range, subject.nature == .group ? .otherTeam : found.kind)
  }

  private static let inattentive: Set<String> = [
    "aware", "careful", "watching", "paying", "attentive", "trained", "listening", "qualified",
  ]
  private static let uncooperative: Set<String> = [
    "prioritising", "prioritizing", "listening", "cooperating", "taking", "doing", "paying", "following",
  ]
  private static let omittedPast: Set<String> = [
    "told", "tested", "checked", "read", "asked", "escalated", "informed", "verified", "noticed", "reviewed",
    "documented",
    "responded", "looked", "warned", "listened", "followed", "confirmed",
  ]

  private static func omission(at index: Int, _ sentence: Sentence) -> (end: Int, kind: Kind)? {
    let word = sentence.word(index)
    let next = sentence.word(index + 1)
    let third = sentence.word(index + 2)
    if deficits.contains(word) {
      return (next == "to" ? index + 3 : index + 1, word == "ignored" || word == "refused" ? .conduct : .omission)
    }
    switch word {
    case "missed":
      return ["the", "a", "an", "this", "that", "it", "every", "several"].contains(next) ? (index + 2, .omission) : nil
    case "failed": return next == "to" ? (index + 3, .omission) : nil
    case "never": return omittedPast.contains(next) ? (index + 2, .omission) : nil
    case "did", "does", "do":
      if next == "nothing" { return (index + 2, .conduct) }
      return next == "not" && omitted.contains(third) ? (index + 3, .omission) : nil
    case "was", "were":
      if next == "unaware" { return (index + 2, .omission) }
      if next == "too" {
        return ["slow", "busy", "late", "confident", "hasty"].contains(third) ? (index + 3, .conduct) : nil
      }
      guard next == "not" else { return nil }
      let isPadded = ["fully", "even", "really", "properly", "quite"].contains(third)
      let adjective = index + (isPadded ? 3 : 2)
      return inattentive.contains(sentence.word(adjective)) ? (adjective + 1, .omission) : nil
    case "is", "are": return next == "not" && uncooperative.contains(third) ? (index + 3, .conduct) : nil
    case "refuses", "refuse": return next == "to" ? (index + 2, .conduct) : nil
    case "lacked", "lacks": return skills.contains(third) || skills.contains(next) ? (index + 3, .conduct) : nil
    case "barely": return omittedPast.contains(next) ? (index + 2, .conduct) : nil
    default: return nil
    }
  }

  private static let skills: Set<String> = [
    "skill", "skills", "experience", "discipline", "competence", "knowledge", "understanding",
  ]

  /// `caused the outage`, `brought down production`.
  private static func harm(at index: Int, _ sentence: Sentence) -> (end: Int, kind: Kind)? {
    var at = index + 1
    switch sentence.word(index) {
    case "caused", "broke": break
    case "brought", "took":
      guard sentence.word(at) == "down" else { return nil }
      at += 1
    default: return nil
    }
    if Vocabulary.articles.contains(sentence.word(at)) || sentence.word(at) == "all" { at += 1 }
    let harmed = ["outage", "incident", "production", "prod", "site", "everything", "failure", "downtime"]
    return harmed.contains(sentence.word(at)) ? (at + 1, .verdict) : nil
  }

  private static let unready: Set<String> = ["untested", "unreviewed", "broken", "buggy", "faulty", "sloppy"]

  /// `accidentally deleted`, `rebooted the wrong host`, `pushed untested code`, `without telling anyone`.
  private static func slip(at index: Int, _ sentence: Sentence) -> (end: Int, kind: Kind)? {
    let word = sentence.word(index)
    let next = sentence.word(index + 1)
    if slips.contains(word), isPastVerb(next) { return (index + 2, .slip) }
    guard isPastVerb(word) else { return nil }
    if slips.contains(next) { return (index + 2, .slip) }
    if next == "the", sentence.word(index + 2) == "wrong" { return (index + 4, .slip) }
    if unready.contains(next) { return (index + 3, .conduct) }
    let rest = (index + 1)..<sentence.words.count
    if let at = rest.first(where: { sentence.words[$0].text == "without" }), skipped.contains(sentence.word(at + 1)) {
      return (at + 3, .conduct)
    }
    if let at = rest.first(where: { sentence.words[$0].text == "despite" }),
      (at + 1..<min(at + 4, sentence.words.count)).contains(where: {
        ["warnings", "warned", "told", "knowing", "warning"].contains(sentence.word($0))
      })
    {
      return (at + 2, .conduct)
    }
    if let at = rest.first(where: { sentence.words[$0].text == "usual" }), sentence.word(at - 1) == "as" {
      return (at + 1, .conduct)
    }
    return nil
  }

  static func isPastVerb(_ word: String) -> Bool {
    word.hasSuffix("ed") && word.count > 3
      || [
        "ran", "took", "sent", "gave", "left", "made", "shut", "put", "hit", "chose", "wrote", "went", "sat", "did",
        "cut", "set",
      ].contains(word)
  }

  static func hasReason(_ sentence: Sentence) -> Bool {
    let words = sentence.words
    return words.indices.contains { index in
      Vocabulary.reasons.contains(words[index].text)
        || words[index].text == "due" && sentence.word(index + 1) == "to"
        || words[index].text == "so" && index > 0 && sentence.word(index + 1) != "that"
        || words[index].text == "as" && ["there", "the", "it", "no", "this"].contains(sentence.word(index + 1))
          && words[max(0, index - 1)].isMark
    }
  }

  // MARK: Nobody

  /// `nobody was watching`: a reproach of everybody.
  private static func nobody(at index: Int, _ finder: SubjectFinder) -> Range<Int>? {
    let sentence = finder.sentence
    guard ["was", "were", "is", "bothered", "cared"].contains(sentence.word(index)) else { return nil }
    let isWatching = ["watching", "paying", "looking", "minding", "checking", "monitoring"].contains(
      sentence.word(index + 1))
    guard isWatching || sentence.word(index) == "bothered" || sentence.word(index) == "cared",
      let subject = finder.subject(of: index), subject.nature == .nobody
    else { return nil }
    return subject.range.lowerBound..<min(index + 2, sentence.words.count)
  }
}
