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
      guard !sentence.isQuestion, let range = Self.passage(in: sentence) else { return nil }
      return context.finding(
        self, at: sentence.span(of: range),
        "'\(sentence.text(of: range))' makes a person or another team the explanation",
        fix: Self.fix(sentence))
    }
  }

  private static func fix(_ sentence: Sentence) -> String? {
    let words = Set(sentence.words.map(\.text))
    if words.contains("forgot") || words.contains("missed") || words.contains("overlooked") {
      return
        "Nothing showed that the step was still open: the list of servers ended at seven, and the check counted only those"
    }
    return words.contains("wrong")
      ? "Both hosts carried the same label in the console, and the command took either name" : nil
  }

  /// The words that blame; nil when none do.
  static func passage(in sentence: Sentence) -> Range<Int>? {
    let words = sentence.words
    if words.contains(where: { $0.text.hasPrefix("blame") || $0.text == "hindsight" }), fault.first(in: sentence) == nil
    {
      return nil
    }
    if let range = phrases.first(in: sentence), !isNegated(range.lowerBound, sentence) { return range }
    if let range = fault.first(in: sentence), !isNegated(range.lowerBound, sentence) { return range }
    let finder = SubjectFinder(sentence: sentence)
    for index in words.indices where !words[index].isQuoted {
      if let range = trait(at: index, finder) ?? deficit(at: index, finder) ?? nobody(at: index, finder) {
        return range
      }
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
    "telling", "asking", "checking", "reading", "reviewing", "testing", "waiting", "informing", "consulting",
    "approval",
    "permission", "authorisation", "authorization", "notifying", "verifying", "thinking", "understanding",
  ]

  private static func deficit(at index: Int, _ finder: SubjectFinder) -> Range<Int>? {
    let sentence = finder.sentence
    let word = sentence.word(index)
    guard let end = deficitEnd(at: index, sentence), let subject = finder.subject(of: index), subject.isSomebodyElse
    else {
      return nil
    }
    // An omission that comes with its reason explains; it does not accuse.
    if !deficits.contains(word), hasReason(sentence) { return nil }
    return subject.range.lowerBound..<end
  }

  private static func deficitEnd(at index: Int, _ sentence: Sentence) -> Int? {
    let word = sentence.word(index)
    let next = sentence.word(index + 1)
    if deficits.contains(word) { return next == "to" ? min(index + 3, sentence.words.count) : index + 1 }
    switch word {
    case "missed": return ["the", "a", "an", "this", "that", "it", "every", "several"].contains(next) ? index + 2 : nil
    case "failed": return next == "to" && omitted.contains(sentence.word(index + 2)) ? index + 3 : nil
    case "did", "does", "do": return next == "not" && omitted.contains(sentence.word(index + 2)) ? index + 3 : nil
    case "was", "were":
      if next == "unaware" { return index + 2 }
      guard next == "not" else { return nil }
      let isPadded = ["fully", "even", "really", "properly", "quite"].contains(sentence.word(index + 2))
      let adjective = index + (isPadded ? 3 : 2)
      return ["aware", "careful", "watching", "paying", "attentive", "trained", "listening"].contains(
        sentence.word(adjective)) ? adjective + 1 : nil
    case "is", "are":
      let gerunds = [
        "prioritising", "prioritizing", "listening", "cooperating", "taking", "doing", "paying", "following",
      ]
      return next == "not" && gerunds.contains(sentence.word(index + 2)) ? index + 3 : nil
    case "refuses", "refuse": return next == "to" ? index + 2 : nil
    case "barely": return ["tested", "checked", "read", "looked", "reviewed"].contains(next) ? index + 2 : nil
    case "caused", "broke", "triggered", "brought", "took": return harm(at: index, sentence)
    default: return slip(at: index, sentence)
    }
  }

  /// `caused the outage`, `brought down production`.
  private static func harm(at index: Int, _ sentence: Sentence) -> Int? {
    var at = index + 1
    if sentence.word(index) == "brought" || sentence.word(index) == "took" {
      guard sentence.word(at) == "down" else { return nil }
      at += 1
    }
    if Vocabulary.articles.contains(sentence.word(at)) || sentence.word(at) == "all" { at += 1 }
    // That somebody set something off is told of anybody who acts; only what ends the sentence explains with it.
    guard
      ["outage", "incident", "production", "prod", "site", "everything", "failure", "downtime"].contains(
        sentence.word(at)),
      sentence.word(index) != "triggered" || at + 1 == sentence.words.count
    else { return nil }
    return at + 1
  }

  /// `accidentally deleted`, `deleted by mistake`, `rebooted the wrong host`, `without telling anyone`.
  private static func slip(at index: Int, _ sentence: Sentence) -> Int? {
    let word = sentence.word(index)
    if slips.contains(word), isPastVerb(sentence.word(index + 1)) { return index + 2 }
    guard isPastVerb(word) else { return nil }
    if slips.contains(sentence.word(index + 1)) { return index + 2 }
    if sentence.word(index + 1) == "the", sentence.word(index + 2) == "wrong" {
      return min(index + 4, sentence.words.count)
    }
    let rest = (index + 1)..<sentence.words.count
    if let at = rest.first(where: { sentence.words[$0].text == "without" }), skipped.contains(sentence.word(at + 1)) {
      return min(at + 3, sentence.words.count)
    }
    if let at = rest.first(where: { sentence.words[$0].text == "usual" }), sentence.word(at - 1) == "as" {
      return at + 1
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
