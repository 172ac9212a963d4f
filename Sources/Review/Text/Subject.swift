import Documents

/// Who or what a verb is said of.
struct Subject {
  enum Nature {
    /// The author's own side: we, the team, the responders.
    case own
    /// A person by name or role.
    case person
    /// Another team, department or company.
    case group
    /// Nobody, no one.
    case nobody
    /// A review, a plan, a decision.
    case mentalWork
    case customer
    case attacker
    /// A program, a machine, a process, or unknown.
    case artefact
  }

  var nature: Nature
  /// The words of its noun phrase.
  var range: Range<Int>

  /// People whose past conduct a sentence may judge.
  var isHuman: Bool {
    switch nature {
    case .own, .person, .group, .nobody, .mentalWork: true
    case .customer, .attacker, .artefact: false
    }
  }

  /// Somebody other than the author.
  var isSomebodyElse: Bool { nature == .person || nature == .group }
}

/// Finds the subject of a verb by looking back to the start of its clause.
///
/// No grammar is parsed: the noun phrase before the verb is cut at its first preposition, and its last word decides.
/// What is not known to be human counts as an artefact, so that doubt keeps a rule silent.
struct SubjectFinder {
  let sentence: Sentence

  /// The subject of the verb, or of the first of its auxiliaries, at `verb`.
  func subject(of verb: Int) -> Subject? {
    var end = verb
    while end > 0, isBetween(end - 1) { end -= 1 }
    guard end > 0 else { return nil }
    if let relative = relative(before: end) { return relative }
    if let shared = shared(before: end) { return shared }
    var start = end
    while start > 0, !isBoundary(start - 1) { start -= 1 }
    guard start < end else { return nil }
    return subject(in: start..<end)
  }

  private func isBetween(_ index: Int) -> Bool {
    let word = sentence.words[index]
    guard !word.isMark else { return false }
    return Vocabulary.betweenSubjectAndVerb.contains(word.text)
      || word.text.hasSuffix("ly") && word.text.count > 4 && !word.isCapitalised
  }

  private func isBoundary(_ index: Int) -> Bool {
    sentence.words[index].isMark || Vocabulary.clauseStarts.contains(sentence.words[index].text)
  }

  /// `the engineer who`, `the flag that`: what stands before the pronoun is meant.
  private func relative(before end: Int) -> Subject? {
    let pronoun = sentence.word(end - 1)
    guard pronoun == "who" || pronoun == "that" || pronoun == "which", end >= 2 else { return nil }
    var before = end - 1
    if sentence.words[before - 1].isMark { before -= 1 }
    var start = before
    while start > 0, !isBoundary(start - 1) { start -= 1 }
    guard start < before else { return Subject(nature: pronoun == "who" ? .person : .artefact, range: (end - 1)..<end) }
    // The nearest noun is meant, behind any preposition.
    let cut = (start..<before).last { Vocabulary.prepositions.contains(sentence.word($0)) }.map { $0 + 1 } ?? start
    var found = subject(in: min(cut, before - 1)..<before)
    if pronoun == "who", found.nature == .artefact { found.nature = .person }
    return found
  }

  /// `… overlooked the page and did not escalate`: a verb behind `and` shares the subject of the one before it.
  private func shared(before end: Int) -> Subject? {
    guard ["and", "but", "or"].contains(sentence.word(end - 1)), end >= 3 else { return nil }
    var start = end - 1
    while start > 0, !isBoundary(start - 1) { start -= 1 }
    guard start < end - 1 else { return nil }
    let found = subject(in: start..<min(end - 1, start + 5), isLoose: true)
    return found.isHuman ? found : Subject(nature: .artefact, range: start..<(end - 1))
  }

  /// The subject at the head of the sentence, behind an introduction that ends with a comma.
  var leading: Subject? {
    guard
      let verb = sentence.words.indices.dropFirst().first(where: { index in
        let word = sentence.words[index]
        return Vocabulary.betweenSubjectAndVerb.contains(word.text) || word.text.hasSuffix("ed")
      })
    else { return nil }
    return subject(of: verb)
  }

  private func subject(in range: Range<Int>, isLoose: Bool = false) -> Subject {
    var head = range
    if let cut = (range.lowerBound + 1..<max(range.upperBound, range.lowerBound + 1)).first(where: {
      Vocabulary.prepositions.contains(sentence.word($0))
    }) {
      head = range.lowerBound..<cut
      // `one of the engineers`, `none of us`: the second noun is meant.
      let counting = [
        "one", "some", "none", "two", "any", "most", "several", "both", "all", "many", "each", "members", "member",
      ]
      if sentence.word(cut) == "of", counting.contains(sentence.word(cut - 1)), cut + 1 < range.upperBound {
        let rest = subject(in: (cut + 1)..<range.upperBound)
        return Subject(
          nature: rest.nature == .own ? .person : rest.nature, range: range.lowerBound..<rest.range.upperBound)
      }
    }
    // `In production the operator`: an introduction without a comma.
    if Vocabulary.prepositions.contains(sentence.word(range.lowerBound)) {
      let start = range.last { Vocabulary.articles.contains(sentence.word($0)) } ?? range.upperBound - 1
      head = start..<range.upperBound
    }
    if isLoose, let known = head.first(where: { nature(of: $0, in: head) != .artefact }) {
      return Subject(nature: nature(of: known, in: head), range: range.lowerBound..<(known + 1))
    }
    guard let last = head.last else { return Subject(nature: .artefact, range: range) }
    return Subject(nature: nature(of: last, in: head), range: head)
  }

  private func nature(of index: Int, in range: Range<Int>) -> Subject.Nature {
    let word = sentence.words[index]
    let text = word.text
    let before = index > range.lowerBound ? sentence.word(index - 1) : ""
    if Vocabulary.nobody.contains(text) || text == "one" && before == "no" { return .nobody }
    if text == "they" { return pronoun(before: index) }
    if Vocabulary.customers.contains(text) { return .customer }
    if Vocabulary.hostile.contains(text) { return .attacker }
    if Vocabulary.own.contains(text) {
      let isOther =
        ["team", "teams", "squad"].contains(text) && !before.isEmpty && !Self.ownModifiers.contains(before)
        && !Vocabulary.articles.contains(before)
      return isOther ? .group : .own
    }
    if Vocabulary.roles.contains(text) {
      if text.hasPrefix("operator"), isAboutClusters || ["kubernetes", "postgres"].contains(before) {
        return .artefact
      }
      if text.hasPrefix("owner") || text.hasPrefix("lead"), before == "" { return .artefact }
      return range.contains { sentence.word($0) == "our" } && text.hasSuffix("s") ? .own : .person
    }
    if Vocabulary.groups.contains(text) {
      let isWhole =
        index == range.lowerBound || before == "the" || before == "our" || text == "management" || text == "vendor"
      return isWhole && text != "it"
        ? .group : text == "it" && word.range.count == 2 && isAllCapitals(word) ? .group : .artefact
    }
    if Vocabulary.mentalWork.contains(text) { return .mentalWork }
    if word.isCapitalised, Vocabulary.names.contains(text) { return .person }
    if text.hasPrefix("@"), text.count > 2 { return .person }
    // A surname behind a first name.
    if word.isCapitalised, Vocabulary.names.contains(before), index > 0, sentence.words[index - 1].isCapitalised {
      return .person
    }
    return .artefact
  }

  private static let ownModifiers: Set<String> = [
    "whole", "entire", "on-call", "oncall", "incident", "response", "own",
  ]

  private var isAboutClusters: Bool {
    sentence.words.contains {
      ["kubernetes", "k8s", "crd", "crds", "helm", "pod", "pods", "reconcile"].contains($0.text)
    }
  }

  private func isAllCapitals(_ word: Word) -> Bool {
    sentence.prose.scalars[word.range].allSatisfy(\.properties.isUppercase)
  }

  /// `they` are whoever was named last; things when nobody was.
  private func pronoun(before index: Int) -> Subject.Nature {
    for word in sentence.words[..<index].reversed() {
      if Vocabulary.hostile.contains(word.text) { return .attacker }
      if Vocabulary.customers.contains(word.text) { return .customer }
      if Vocabulary.roles.contains(word.text) { return .person }
      if Vocabulary.groups.contains(word.text), word.text != "it", word.text != "security", word.text != "support" {
        return .group
      }
      if Vocabulary.own.contains(word.text) { return .own }
    }
    return .artefact
  }
}
