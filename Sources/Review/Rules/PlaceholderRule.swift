import Documents
package import Findings

/// A part of a template, or a promise to write something, was left standing.
package struct PlaceholderRule: ReviewRule {
  package let identifier = "placeholder"
  package let severity = FindingSeverity.warning
  package let summary = "a placeholder or a question of the template was left standing"
  package let reason = "Whoever reads it cannot tell whether nothing is known or nothing was written."
  package let question = "What is the answer? If it is not known, say so, and who is finding out."

  package init() {}

  package func check(_ context: ReviewContext) -> [Finding] {
    context.document.blocks.flatMap { block -> [Finding] in
      switch block.kind {
      case .code, .html: []
      case .paragraph, .item, .heading, .row: block.proses.flatMap { findings(in: $0, block, context) }
      }
    }
  }

  private func findings(in prose: Prose, _ block: DocumentBlock, _ context: ReviewContext) -> [Finding] {
    if block.quoteDepth > 0 { return asks(in: prose, context) }
    if let range = whole(prose, block) { return [finding(prose, range, context)] }
    return Self.marks(in: prose).map { finding(prose, $0, context) }
  }

  private func finding(_ prose: Prose, _ range: Range<Int>, _ context: ReviewContext) -> Finding {
    context.finding(self, at: prose.span(of: range), "'\(prose.text(in: range))' was left to be filled in")
  }

  // MARK: Questions of a draft

  /// `> **Ask:** …`, as drafts carry them: the question is the finding's own.
  private func asks(in prose: Prose, _ context: ReviewContext) -> [Finding] {
    let starts = prose.bold.filter { range in
      prose.text(in: range).lowercased().hasPrefix("ask")
        && (range.lowerBound == 0 || prose.scalars[range.lowerBound - 1] == "\n")
    }
    return starts.enumerated().map { index, range in
      let end = index + 1 < starts.count ? starts[index + 1].lowerBound : prose.scalars.count
      let all = prose.trimmed(range.lowerBound..<end)
      let question = prose.text(in: min(range.upperBound, all.upperBound)..<all.upperBound).drop {
        $0 == ":" || $0 == " "
      }
      return context.finding(
        self, at: prose.span(of: all), "a question of the draft is not answered yet",
        question: question.isEmpty ? nil : String(question))
    }
  }

  // MARK: Marks

  /// Texts that stand for nothing where they are all there is.
  private static let wholes: Set<String> = [
    "n/a", "na", "n.a.", "none yet", "?", "??", "???", "...", "…", "pending", "to follow", "coming soon", "tba",
    "unknown yet",
    "to be added", "-tbd-", "description", "short event description", "your text here", "xxx", "yyyy-mm-dd",
  ]

  /// Promises that are complete sentences elsewhere: `the cause is to be determined`.
  private static let promises: Set<String> = [
    "to be determined", "to be completed", "to be written", "to be defined", "to be decided", "to be confirmed",
    "to be done",
  ]

  private func whole(_ prose: Prose, _ block: DocumentBlock) -> Range<Int>? {
    guard prose.scalars.count <= 40 else { return nil }
    if Self.promises.contains(prose.text.lowercased()) { return prose.trimmed(0..<prose.scalars.count) }
    if case .row = block.kind { return nil }
    if block.isHeading { return nil }
    var text = prose.text.lowercased()
    while text.hasSuffix("."), text.count > 4 { text.removeLast() }
    return Self.wholes.contains(text) ? prose.trimmed(0..<prose.scalars.count) : nil
  }

  static func marks(in prose: Prose) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var at = 0
    while at < prose.scalars.count {
      if let end = mark(prose.scalars, at), !result.contains(where: { $0.contains(at) }) {
        result.append(at..<end)
        at = end
      } else {
        at += 1
      }
    }
    return result
  }

  private static func mark(_ scalars: [Unicode.Scalar], _ at: Int) -> Int? {
    switch scalars[at] {
    case "<": return bracketed(scalars, at, close: ">", opensWith: blankWords)
    case "[": return bracketed(scalars, at, close: "]", opensWith: blankWords)
    case "⟨":
      // What a plan holds ready has its blanks between these; nobody writes them otherwise.
      return (at + 1..<min(scalars.count, max(at + 1, at + 200))).first { scalars[$0] == "⟩" }.map { $0 + 1 }
    case "{":
      guard at + 1 < scalars.count, scalars[at + 1] == "{" else { return nil }
      let end = (at + 2..<min(scalars.count, at + 60)).first { scalars[$0] == "}" && scalars[max(0, $0 - 1)] == "}" }
      return end.map { $0 + 1 }
    default:
      guard at == 0 || !isWordPart(scalars[at - 1]) else { return nil }
      var end = at
      while end < scalars.count, isWordPart(scalars[end]) { end += 1 }
      guard end > at, end - at <= 12 else { return nil }
      return word(scalars, at, end)
    }
  }

  private static func word(_ scalars: [Unicode.Scalar], _ at: Int, _ end: Int) -> Int? {
    let text = string(scalars[at..<end])
    switch text {
    case "TBD", "TBC", "TBA", "TODO", "FIXME", "XXX": return end
    case "Todo", "todo", "tbd", "tbc", "Tbd":
      return end < scalars.count && scalars[end] == ":" || text.lowercased() == "tbd" ? end : nil
    default: break
    }
    let lower = text.lowercased()
    guard lower == "lorem" || lower == "to" || lower == "hh" || lower == "yyyy" else { return nil }
    for phrase in phrases {
      let stop = at + phrase.unicodeScalars.count
      guard stop <= scalars.count, string(scalars[at..<stop]).lowercased() == phrase else { continue }
      if stop == scalars.count || !isWordPart(scalars[stop]) { return stop }
    }
    return nil
  }

  private static let phrases = ["lorem ipsum", "to be filled in", "hh:mm", "yyyy-mm-dd"]
  /// What a template asks for between brackets.
  private static let blankWords: Set<String> = [
    "fill", "insert", "your", "name", "date", "time", "placeholder", "tbd", "todo", "describe", "add", "link", "title",
    "owner", "example", "enter", "team", "incident", "summary", "severity", "author", "xxx", "start", "end", "duration",
    "explain", "list", "description", "who", "what", "when", "why", "how",
  ]

  /// `<fill in>`, `[insert name here]`: a few words between brackets, the first of which a template would use.
  private static func bracketed(_ scalars: [Unicode.Scalar], _ at: Int, close: Unicode.Scalar, opensWith: Set<String>)
    -> Int?
  {
    guard let end = (at + 1..<min(scalars.count, max(at + 1, at + 80))).first(where: { scalars[$0] == close }) else {
      return nil
    }
    let inner = string(scalars[(at + 1)..<end]).lowercased()
    let words = inner.split { !$0.isLetter }.map(String.init)
    guard let first = words.first, inner.allSatisfy({ $0.isLetter || " -_/?.,'".contains($0) }) else { return nil }
    if close == "]" {
      // Labels of links and references stand between square brackets too; a template says what to do.
      return words.count > 1
        && ["fill", "insert", "your", "describe", "enter", "add", "explain", "placeholder"].contains(first)
        || ["tbd", "todo", "placeholder"].contains(inner) || words.contains("fill") && words.count > 2 ? end + 1 : nil
    }
    return opensWith.contains(first) ? end + 1 : nil
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetterOrDigit || scalar == "_"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  package var examples: [RuleExample] {
    [
      RuleExample("The cause is ⟦TBD⟧.", why: "a promise to write something"),
      RuleExample("⟦TODO⟧: ask support for the numbers.", why: "the same"),
      RuleExample("Owner: ⟦<your name>⟧", why: "a blank of a template"),
      RuleExample("⟦[insert the graph here]⟧", why: "an order of a template"),
      RuleExample("⟦N/A⟧", why: "it stands alone: not known, or not written?"),
      RuleExample("It works again since ⟦⟨time and zone⟩⟧.", why: "a blank of prepared words"),
      RuleExample("⟦Lorem ipsum⟧ dolor sit amet.", why: "filling"),
      RuleExample("### ⟦{{ 06:10 }}⟧\n\nIt stopped.", in: .timeline, why: "marks of a template"),
      RuleExample("| Time | Event |\n|---|---|\n| ⟦HH:mm⟧ | it stopped |", in: .timeline, why: "a row of the template"),
      RuleExample("> **⟦Ask:** Who was affected?⟧", why: "a question of a draft"),
      RuleExample("We ran `grep TODO` over the tree.", why: "code"),
      RuleExample("The log says [see the dashboard](https://d.example/).", why: "a link"),
      RuleExample("> they wrote TBD in the ticket", why: "somebody else's words"),
      RuleExample("The value is N/A in version 2.", why: "part of a sentence"),
      RuleExample("We had to be careful.", why: "other words"),
    ]
  }
}
