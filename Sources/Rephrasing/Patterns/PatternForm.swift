/// One way of saying something: words, with places for what changes from sentence to sentence.
///
/// `a|b` is either word, `?` behind a word lets it be left out, `^` the beginning of a clause, `$` its end, `*` up to
/// three words of any kind. `{who}` is somebody else than who speaks, `{they}` somebody else than who is spoken to,
/// `{base}`, `{past}` and `{done}` a verb in that form with all that belongs to it, `{past:list}` one of a list of verbs,
/// `{rest}` what is left of the clause.
struct PatternForm: Sendable {
  enum Step: Sendable {
    case start, end, gap
    case words(Set<String>, isOptional: Bool)
    case who(mayBeYou: Bool)
    case verb(Verb.Form, of: Set<String>?)
    case rest
  }

  let steps: [Step]
  /// Words of which a sentence must have one each, so that most forms are passed over at a glance.
  private let needs: [Set<String>]
  /// What it was made of, for whoever reads a failed test.
  let text: String

  init(_ text: String, lists: [String: Set<String>] = VerbLists.all) {
    self.text = text
    steps = text.split(separator: " ").map { part in
      switch part {
      case "^": return .start
      case "$": return .end
      case "*": return .gap
      case "{who}": return .who(mayBeYou: true)
      case "{they}": return .who(mayBeYou: false)
      case "{rest}": return .rest
      default: break
      }
      if part.hasPrefix("{") {
        let names = part.dropFirst().dropLast().split(separator: ":")
        let form: Verb.Form? =
          switch names.first {
          case "base": .base
          case "past": .past
          case "done": .participle
          default: nil
          }
        guard let form else { preconditionFailure("'\(part)' in '\(text)' is no place for anything") }
        guard names.count > 1 else { return .verb(form, of: nil) }
        guard let list = lists[String(names[1])] else { preconditionFailure("'\(names[1])' is no list of verbs") }
        return .verb(form, of: list)
      }
      let isOptional = part.hasSuffix("?")
      let words = (isOptional ? part.dropLast() : part).split(separator: "|").map(String.init)
      return .words(Set(words), isOptional: isOptional)
    }
    needs = steps.compactMap { step in
      if case .words(let words, isOptional: false) = step { words } else { nil }
    }
  }
}

/// Where a form fits a sentence, and what stands in its places.
struct PatternMatch: Sendable {
  /// The words that are marked: what belongs to a verb is not among them.
  var marked: Range<Int>
  var who: Range<Int>?
  var verb: (index: Int, form: Verb.Form)?
  /// What belongs to the verb, or what is left of the clause.
  var rest: Range<Int>?
}

extension PatternForm {
  /// The first place where it fits.
  func match(in sentence: SpokenSentence) -> PatternMatch? {
    guard needs.allSatisfy({ !$0.isDisjoint(with: sentence.vocabulary) }) else { return nil }
    for start in sentence.words.indices {
      let empty = PatternMatch(marked: start..<start)
      if let found = fit(steps[...], at: start, empty, sentence), !found.marked.isEmpty { return found }
    }
    return nil
  }

  private func fit(_ steps: ArraySlice<Step>, at index: Int, _ so: PatternMatch, _ sentence: SpokenSentence)
    -> PatternMatch?
  {
    guard let step = steps.first else { return so }
    let others = steps.dropFirst()
    func take(_ end: Int, _ change: (inout PatternMatch) -> Void = { _ in }) -> PatternMatch? {
      var next = so
      next.marked = next.marked.lowerBound..<max(end, next.marked.upperBound)
      change(&next)
      return fit(others, at: end, next, sentence)
    }
    switch step {
    case .start: return sentence.starts.contains(index) ? fit(others, at: index, so, sentence) : nil
    case .end: return sentence.isMark(index) ? fit(others, at: index, so, sentence) : nil
    case .gap:
      for end in index...(index + 3) where (index..<end).allSatisfy({ !sentence.isMark($0) }) {
        if let found = take(end) { return found }
      }
      return nil
    case .words(let words, let isOptional):
      if words.contains(sentence.word(index)), let found = take(index + 1) { return found }
      if isOptional { return fit(others, at: index, so, sentence) }
      // `you clearly did not`: what only presses does not keep the words apart.
      let isBetween = !so.marked.isEmpty && Clause.presses(sentence.word(index))
      return isBetween ? fit(steps, at: index + 1, so, sentence) : nil
    case .who(let mayBeYou):
      guard let end = Person.end(at: index, in: sentence, mayBeYou: mayBeYou) else { return nil }
      return take(end) { $0.who = index..<end }
    case .verb(let form, let list):
      guard let at = Clause.verb(form, at: index, in: sentence, of: list) else { return nil }
      return take(at + 1) {
        $0.verb = (at, form)
        $0.rest = (at + 1)..<Clause.end(from: at + 1, in: sentence)
      }
    case .rest:
      let end = Clause.end(from: index, in: sentence)
      guard end > index else { return nil }
      var next = so
      next.rest = index..<end
      return fit(others, at: end, next, sentence)
    }
  }
}
