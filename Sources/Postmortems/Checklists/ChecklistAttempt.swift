package import Incidents

/// What somebody answered when they went through a checklist, before it is held to what counts as good.
package struct ChecklistAttempt: Hashable, Sendable {
  package struct Given: Hashable, Sendable {
    package var line: Int
    package var answer: String
    /// What the guard of a line showed; for other lines the answer says it.
    package var isGood: Bool?

    package init(line: Int, answer: String, isGood: Bool? = nil) {
      self.line = line
      self.answer = answer
      self.isGood = isGood
    }
  }

  /// What for: `release 649bdfb`.
  package var subject: String
  package var answers: [Given]
  /// ``Checklist/writtenVersion`` of the lines that were asked; nil: not said.
  package var writtenVersion: Int64?

  package init(subject: String = "", answers: [Given], writtenVersion: Int64? = nil) {
    self.subject = subject
    self.answers = answers
    self.writtenVersion = writtenVersion
  }
}

/// Answers in a word.
package enum ChecklistWord {
  private static let yes: Set<String> = ["y", "yes", "yeah", "yep", "true", "on", "1"]
  private static let no: Set<String> = ["n", "no", "nope", "false", "off", "0"]
  private static let done: Set<String> = ["done", "ok", "okay", "x", "ticked", "checked", "✓", "✔"]
  private static let open: Set<String> = ["open", "not done", "undone", "skip", "skipped", "-"]

  /// Whether an answer is what a line expects; nil where it says neither.
  ///
  /// For ``ChecklistLine/Expectation/check`` always nil: the guard's result says it.
  package static func isGood(_ answer: String, for expectation: ChecklistLine.Expectation) -> Bool? {
    var words = answer.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = words.last, ".!,;".contains(last) { words.removeLast() }
    switch expectation {
    case .done:
      if yes.contains(words) || done.contains(words) { return true }
      return words.isEmpty || no.contains(words) || open.contains(words) ? false : nil
    case .yes: return yes.contains(words) ? true : no.contains(words) ? false : nil
    case .no: return no.contains(words) ? true : yes.contains(words) ? false : nil
    case .words: return !words.isEmpty
    case .check: return nil
    }
  }
}

extension ChecklistContent {
  /// The run that an attempt makes, each answer held to what its line expects.
  ///
  /// A run in which all is good has an answer to every line; one that was stopped may leave the rest open. Throws
  /// ``IncidentRefusal`` for answers that say neither yes nor no, for lines that are not there, and for lines left open.
  package func run(_ attempt: ChecklistAttempt) throws(IncidentRefusal) -> ChecklistRun {
    let subject = try TextCheck.optional(attempt.subject, "subject", max: 200)
    var answers: [Int: ChecklistRun.Answer] = [:]
    for given in attempt.answers {
      guard let line = lines.first(where: { $0.number == given.line }) else {
        throw IncidentRefusal(
          .unknownPart, place: "answers", message: "the checklist '\(process)' has no line \(given.line)",
          hint: "its lines: \(lines.map { String($0.number) }.joined(separator: ", "))")
      }
      guard answers[given.line] == nil else {
        throw IncidentRefusal(
          .invalidText, place: "answers", message: "line \(given.line) is answered twice", hint: "keep one of the two")
      }
      answers[given.line] = try Self.answer(given, to: line)
    }
    let kept = lines.compactMap { answers[$0.number] }
    let open = lines.filter { answers[$0.number] == nil }
    guard !kept.isEmpty, open.isEmpty || kept.contains(where: { !$0.isGood }) else {
      let list = open.prefix(20).map { "\($0.number) (\($0.text.prefix(60)))" }.joined(separator: "; ")
      throw IncidentRefusal(
        .empty, place: "answers",
        message: lines.isEmpty ? "the checklist '\(process)' has no lines" : "these lines have no answer: \(list)",
        hint: lines.isEmpty ? "put lines into it first" : "answer every line, or one that stops it")
    }
    return ChecklistRun(subject: subject, answers: kept)
  }

  private static func answer(
    _ given: ChecklistAttempt.Given, to line: ChecklistLine
  ) throws(IncidentRefusal) -> ChecklistRun.Answer {
    let answer = try TextCheck.optional(given.answer, "answers", max: 2000)
    let isGood = line.expects == .check ? given.isGood : ChecklistWord.isGood(answer, for: line.expects)
    guard let isGood else {
      let guardName = line.check ?? "its guard"
      throw IncidentRefusal(
        .invalidText, place: "answers",
        message: line.expects == .check
          ? "line \(line.number) is answered by the guard '\(guardName)', and its result is missing"
          : "line \(line.number) is answered by '\(answer.prefix(60))', which is neither yes nor no",
        hint: line.expects == .check
          ? "run it where it can be checked: mayday checklist, or mayday guard run \(guardName)"
          : line.expects == .done ? "answer done, or not done" : "answer yes or no")
    }
    return ChecklistRun.Answer(line: line.number, text: line.text, answer: answer, isGood: isGood)
  }
}
