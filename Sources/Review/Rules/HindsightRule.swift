import Documents
package import Findings

/// The past is judged by what is known now.
package struct HindsightRule: ReviewRule {
  package let identifier = "hindsight"
  package let severity = FindingSeverity.warning
  package let summary = "people or decisions of the past are judged by what is known now"
  package let reason =
    "What should have been done is visible only from the end. It tells what did not happen instead of why what happened made sense."
  package let question =
    "What could be seen at that moment, and what would have had to be visible for the other course to be the natural one?"

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    context.sentences.compactMap { sentence in
      guard !sentence.isQuestion, let range = Self.passage(in: sentence) else { return nil }
      return context.finding(
        self, at: sentence.span(of: range), "this judges the past by what is known now",
        question: Self.question(sentence, range))
    }
  }

  /// The question that fits the words.
  private static func question(_ sentence: Sentence, _ range: Range<Int>) -> String? {
    let words = Set(sentence.words[range].map(\.text))
    if !words.isDisjoint(with: ["should", "ought"]) {
      return "With what could be seen then, what made the course that was taken look right?"
    }
    if !words.isDisjoint(with: ["could", "would"]) {
      return "Which choices were on the table at that moment, and what would have put this one among them?"
    }
    if !words.isDisjoint(with: ["missed", "overlooked", "ignored"]) {
      return "Where did it arrive, who could see it, and what did it look like among the rest?"
    }
    if !words.isDisjoint(with: [
      "not", "failed", "nobody", "unaware", "failure", "neglected", "oversight", "oversights",
    ]) {
      return "Where was it shown, to whom, and what else asked for attention just then?"
    }
    return nil
  }

  static func passage(in sentence: Sentence) -> Range<Int>? {
    if let range = phrases.first(in: sentence), !isExcused(range, sentence) { return range }
    let finder = SubjectFinder(sentence: sentence)
    for index in sentence.words.indices where !sentence.words[index].isQuoted {
      if let range = counterfactual(at: index, finder) ?? omission(at: index, finder) ?? passive(at: index, finder)
        ?? misjudged(at: index, finder)
      {
        return range
      }
    }
    return nil
  }

  static let phrases: PhraseTable = [
    "in hindsight", "with hindsight", "in retrospect", "with the benefit of hindsight", "if only", "looking back , we",
    "any competent", "should|ought have known", "plainly|clearly|obviously documented", "it is|was common sense",
    "wrongly|mistakenly|incorrectly|falsely|erroneously assumed|thought|believed|concluded|assessed|judged|estimated",
    "slow to realise|realize|react|notice|respond|recognise|recognize|see|act|escalate",
    "obviously|clearly should|wrong|needed|a|the mistake|wrong|dangerous|bad|flawed|error?",
    "an|one|simple|major|minor|serious|clear|obvious|operational|two|our|unfortunate|human|several|this oversight|oversights",
    "was|were an oversight", "could have easily", "could easily have", "should easily have",
    "was|were a bad|poor|dangerous|risky|questionable|wrong|foolish|hasty|terrible decision|choice|idea|call|move|judgement",
    "was|were the wrong decision|choice|call|approach|move", "would|might have been better|wise|wiser|prudent to|if",
    "better to have", "had we known", "hindsight shows|showed|tells|makes",
    "should have been obvious|clear|apparent|evident", "plain to see", "anyone could have",
    "wasted a|an|two|three|several|many|precious? hour|hours|time|minutes|day|days",
  ]

  /// `an oversight board`, `an oversight on my part`.
  private static func isExcused(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    let last = sentence.word(range.upperBound - 1)
    let next = sentence.word(range.upperBound)
    guard last.hasPrefix("oversight") else { return sentence.word(range.lowerBound) == "with" && next == "of" }
    return ["committee", "board", "body", "process", "of", "on", "and", "over"].contains(next)
  }

  // MARK: Should have, could have

  /// Verbs of what people do: in the passive they imply people.
  private static let humanActs: Set<String> = [
    "caught", "noticed", "heeded", "notified", "tested", "communicated", "considered", "reviewed", "escalated",
    "treated", "checked",
    "avoided",
    "prevented", "detected", "discovered", "done", "taken", "declared", "announced", "documented", "planned", "rushed",
    "anticipated", "foreseen", "identified", "validated", "verified", "investigated", "addressed", "questioned",
    "spotted", "informed", "told", "asked", "warned", "approved", "merged", "released", "deployed", "shipped",
    "rehearsed",
    "mitigated", "shortened", "handled", "started", "raised", "known", "seen", "found", "thought", "made", "tried",
    "trained", "consulted", "involved", "given", "flagged", "recognised", "recognized", "understood", "averted",
    "reacted",
    "coordinated", "postponed", "delayed", "decided", "assigned", "followed", "run", "rolled", "learned", "learnt",
  ]
  /// What an unchosen course would have done for people.
  private static let helped: Set<String> = [
    "helped", "prevented", "avoided", "saved", "caught", "shortened", "reduced", "mitigated",
  ]

  private static func counterfactual(at index: Int, _ finder: SubjectFinder) -> Range<Int>? {
    let sentence = finder.sentence
    let modal = sentence.word(index)
    guard ["should", "could", "would", "ought"].contains(modal), let verb = verb(behind: index, sentence) else {
      return nil
    }
    let subject = finder.subject(of: index)
    let start = subject.map { min($0.range.lowerBound, index) } ?? index
    if sentence.word(verb.at) == "been" {
      return passiveCounterfactual(modal, index, verb.at, subject, sentence).map { start..<$0 }
    }
    guard
      BlameRule.isPastVerb(sentence.word(verb.at)) || humanActs.contains(sentence.word(verb.at))
        || irregular.contains(sentence.word(verb.at))
    else {
      return nil
    }
    if let subject, subject.isHuman {
      // What we would have done under another condition is a mechanism unless the condition is our own conduct.
      if modal == "would", !hasOwnCondition(sentence) { return nil }
      if modal == "could", harms.contains(sentence.word(verb.at)) { return nil }
      return start..<(verb.at + 1)
    }
    if modal != "would", let gerund = gerund(before: index, sentence), helped.contains(sentence.word(verb.at)) {
      return gerund..<(verb.at + 1)
    }
    return nil
  }

  /// What could have happened to us is a risk.
  private static let harms: Set<String> = [
    "affected", "lost", "leaked", "exposed", "broken", "corrupted", "suffered", "caused", "led",
  ]

  /// The verb behind `should [not] [adverb] have [adverb]`.
  private static func verb(behind modal: Int, _ sentence: Sentence) -> (at: Int, isNegated: Bool)? {
    var index = modal + 1
    var isNegated = false
    while [
      "not", "to", "also", "never", "probably", "perhaps", "definitely", "certainly", "really", "ideally", "possibly",
      "all", "simply",
    ].contains(sentence.word(index)) {
      if sentence.word(index) == "not" { isNegated = true }
      index += 1
    }
    guard ["have", "hav"].contains(sentence.word(index)) else { return nil }
    index += 1
    while sentence.word(index).hasSuffix("ly")
      || ["also", "just", "at", "least", "already", "then", "never"].contains(sentence.word(index))
    {
      // What a machine does by itself is a specification.
      if sentence.word(index) == "automatically" { return nil }
      index += 1
    }
    return index < sentence.words.count ? (index, isNegated) : nil
  }

  private static let irregular: Set<String> = [
    "known", "seen", "been", "had", "thought", "taken", "gone", "begun", "told", "kept", "held", "paid", "understood",
    "spoken", "written", "read", "chosen",
  ]

  private static func passiveCounterfactual(
    _ modal: String, _ index: Int, _ been: Int, _ subject: Subject?, _ sentence: Sentence
  ) -> Int? {
    var participle = been + 1
    while sentence.word(participle).hasSuffix("ly") || ["better", "more", "much"].contains(sentence.word(participle)) {
      if sentence.word(participle) == "automatically" { return nil }
      participle += 1
    }
    if let subject, subject.nature == .own || subject.nature == .person || subject.nature == .group, modal == "should" {
      // To be told by a machine is what the machine was meant to do.
      return ["notified", "alerted", "paged"].contains(sentence.word(participle))
        ? nil : min(participle + 1, sentence.words.count)
    }
    guard humanActs.contains(sentence.word(participle)) else { return nil }
    if let subject, subject.nature == .attacker || subject.nature == .customer && modal != "should" { return nil }
    // `files that should have been removed` says what the program was meant to do.
    if ["that", "which"].contains(sentence.word(index - 1)), !perceived.contains(sentence.word(participle)) {
      return nil
    }
    if modal == "would", !hasOwnCondition(sentence) { return nil }
    return participle + 1
  }

  private static let perceived: Set<String> = ["caught", "noticed", "questioned", "escalated", "spotted", "heeded"]

  /// `if we had …`, `had the team …`: the condition is what people did.
  private static func hasOwnCondition(_ sentence: Sentence) -> Bool {
    for index in sentence.words.indices {
      let word = sentence.word(index)
      guard word == "if" || word == "had" && (index == 0 || sentence.words[index - 1].isMark) else { continue }
      var next = index + 1
      if ["the", "our", "only"].contains(sentence.word(next)) { next += 1 }
      let who = sentence.word(next)
      let isPeople =
        ["we", "they", "i", "he", "she", "someone", "somebody", "anyone"].contains(who) || Vocabulary.own.contains(who)
        || Vocabulary.roles.contains(who)
      if isPeople, sentence.word(next + 1) != "not" { return true }
    }
    return false
  }

  /// `Appointing a lead could have helped`: an unchosen course of action.
  private static func gerund(before modal: Int, _ sentence: Sentence) -> Int? {
    var start = modal
    while start > 0, !sentence.words[start - 1].isMark { start -= 1 }
    let word = sentence.word(start)
    return start < modal && word.hasSuffix("ing") && word.count > 5 ? start : nil
  }

  // MARK: Omissions

  private static let cognition: Set<String> = [
    "notice", "realise", "realize", "consider", "catch", "verify", "think", "anticipate", "foresee", "account",
    "appreciate", "recognise", "recognize", "understand", "spot", "communicate", "escalate", "assess", "predict",
    "question", "plan", "warn", "coordinate", "heed", "appoint", "foresee", "prioritise", "prioritize",
  ]
  private static let duties: Set<String> = [
    "test", "check", "follow", "document", "inform", "notify", "review", "monitor", "validate", "prepare", "learn",
    "act",
    "see", "identify", "raise", "ask", "tell", "read", "update",
  ]
  private static let overlooked: Set<String> = [
    "missed", "overlooked", "ignored", "forgot", "neglected", "disregarded",
  ]

  private static func omission(at index: Int, _ finder: SubjectFinder) -> Range<Int>? {
    let sentence = finder.sentence
    let word = sentence.word(index)
    let next = sentence.word(index + 1)
    var end: Int?
    if word == "failed", next == "to", cognition.union(duties).contains(sentence.word(index + 2)) { end = index + 3 }
    if word == "neglected", next == "to" { end = min(index + 3, sentence.words.count) }
    if word == "did", next == "not", cognition.contains(sentence.word(index + 2)) { end = index + 3 }
    if overlooked.contains(word), !isPassive(index, sentence) { end = index + 1 }
    if ["thought", "noticed", "realised", "realized", "considered", "caught", "questioned", "spotted"].contains(word),
      finder.subject(of: index)?.nature == .nobody
    {
      end = index + 1
    }
    if word == "was" || word == "were", next == "not" || next == "unaware", isUnaware(index, sentence) {
      end = index + (next == "unaware" ? 2 : 3)
    }
    guard let end, let subject = finder.subject(of: index), subject.isHuman, !BlameRule.hasReason(sentence) else {
      return nil
    }
    return min(subject.range.lowerBound, index)..<min(end, sentence.words.count)
  }

  private static func isUnaware(_ index: Int, _ sentence: Sentence) -> Bool {
    let next = sentence.word(index + 1)
    if next == "unaware" { return true }
    return [sentence.word(index + 2), sentence.word(index + 3)].contains("aware")
  }

  private static func isPassive(_ index: Int, _ sentence: Sentence) -> Bool {
    (max(0, index - 3)..<index).contains {
      ["was", "were", "been", "being", "be", "got", "is", "are"].contains(sentence.word($0))
    }
  }

  // MARK: Passives

  /// What can be missed by people only.
  private static let signals: Set<String> = [
    "alert", "alerts", "alarm", "alarms", "notification", "notifications", "warning", "warnings", "page", "pages",
    "sign",
    "signs", "signal", "signals", "e-mail", "email", "emails", "message", "messages", "step", "steps", "detail",
    "details",
    "case", "cases", "dependency", "dependencies", "requirement", "requirements", "implication", "implications", "risk",
    "risks", "fact", "opportunity", "note", "bug", "issue", "problem", "it", "this",
  ]

  private static func passive(at index: Int, _ finder: SubjectFinder) -> Range<Int>? {
    let sentence = finder.sentence
    guard ["was", "were"].contains(sentence.word(index)) else { return nil }
    var at = index + 1
    while [
      "not", "simply", "initially", "also", "then", "completely", "sadly", "properly", "fully", "adequately",
      "sufficiently",
    ].contains(sentence.word(at)) { at += 1 }
    let isNegated = sentence.word(index + 1) == "not"
    let verb = sentence.word(at)
    guard sentence.word(at + 1) != "by", !BlameRule.hasReason(sentence) else { return nil }
    if isNegated {
      return ["considered", "anticipated", "foreseen", "thought", "appreciated"].contains(verb)
        ? start(index, finder)..<(at + 1) : nil
    }
    if verb == "overlooked" || verb == "neglected" || verb == "forgotten" { return start(index, finder)..<(at + 1) }
    guard verb == "missed" || verb == "ignored", let subject = finder.subject(of: index), let head = subject.range.last,
      signals.contains(sentence.word(head))
    else { return nil }
    return subject.range.lowerBound..<(at + 1)
  }

  private static func start(_ index: Int, _ finder: SubjectFinder) -> Int {
    finder.subject(of: index).map { min($0.range.lowerBound, index) } ?? index
  }

  /// `Failure to communicate …` at the head of a sentence.
  private static func misjudged(at index: Int, _ finder: SubjectFinder) -> Range<Int>? {
    let sentence = finder.sentence
    guard sentence.word(index) == "failure", sentence.word(index + 1) == "to", index <= 1 else { return nil }
    let acts = cognition.union(["provide", "follow", "inform", "notify", "prepare", "document", "act"])
    return acts.contains(sentence.word(index + 2)) ? index..<(index + 3) : nil
  }
}
