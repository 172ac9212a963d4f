package import Findings
package import Rephrasing
package import Review

/// A rule of the reviewer for a terminal: what, why, the question, and examples.
package struct RuleText {
  package let identifier: String
  /// What it finds, in one sentence.
  package let summary: String
  private let severity: FindingSeverity
  private let reason: String
  private let question: String
  private let examples: [Example]

  private struct Example {
    var mustFire: Bool
    var text: String
    var why: String
  }

  package init(_ rule: any ReviewRule) {
    (identifier, severity, summary) = (rule.identifier, rule.severity, rule.summary)
    (reason, question) = (rule.reason, rule.question)
    examples = rule.examples.map { Example(mustFire: $0.mustFire, text: $0.marked, why: $0.why) }
  }

  /// A kind of words that close a conversation; nil for one that is a rule of the reviewer.
  package init?(_ kind: SpeechKind) {
    guard let rule = kind.rule else { return nil }
    (identifier, severity, summary) = (rule.identifier, rule.severity, rule.summary)
    (reason, question) = (rule.reason, rule.question)
    examples = SpeechPattern.all.filter { $0.kind == kind }.flatMap { pattern in
      pattern.examples.map { Example(mustFire: $0.mustFire, text: $0.marked, why: $0.mustFire ? pattern.reason : "") }
    }
  }

  package init(_ rule: FindingRule) {
    (identifier, severity, summary) = (rule.identifier, rule.severity, rule.summary)
    (reason, question) = (rule.reason, rule.question)
    examples = []
  }

  package init(_ rule: any UpdateRule) {
    (identifier, severity, summary) = (rule.identifier, rule.severity, rule.summary)
    (reason, question) = (rule.reason, rule.question)
    examples = rule.examples.map { example in
      let isEmpty = example.marked.allSatisfy { "⟦⟧ -".contains($0) }
      let text = "\(example.field.rawValue): \(isEmpty ? (example.mustFire ? "⟦empty⟧" : "empty") : example.marked)"
      return Example(mustFire: example.mustFire, text: text, why: example.why)
    }
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TerminalText.wrap("\(identifier) (\(severity.rawValue)): \(summary)", width: terminal.columns)
      .map { terminal.styled($0, .strong) }
    lines += [""] + labelled("why", reason, terminal) + labelled("ask", question, terminal)
    lines += list("Found, between the brackets:", mark: "✕", examples.filter(\.mustFire), terminal)
    lines += list("Left alone:", mark: "✓", examples.filter { !$0.mustFire }, terminal)
    return lines.joined(separator: "\n")
  }

  private func list(_ title: String, mark: String, _ examples: [Example], _ terminal: Terminal) -> [String] {
    guard !examples.isEmpty else { return [] }
    var lines = ["", title]
    for example in examples {
      for (index, line) in example.text.split(separator: "\n").prefix(6).enumerated() {
        let wrapped = TerminalText.wrap(String(line), width: terminal.columns - 4)
        lines += wrapped.enumerated().map { (index == 0 && $0 == 0 ? "  \(mark) " : "    ") + $1 }
      }
      guard !example.why.isEmpty else { continue }
      lines += TerminalText.wrap(example.why, width: terminal.columns - 6).map {
        terminal.styled("      \($0)", .faint)
      }
    }
    return lines
  }

  private func labelled(_ label: String, _ text: String, _ terminal: Terminal) -> [String] {
    TerminalText.wrap(text, width: terminal.columns - 8).enumerated().map { index, line in
      index == 0 ? "  " + TerminalText.padded(label, to: 6) + line : "        " + line
    }
  }
}
