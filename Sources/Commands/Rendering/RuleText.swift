import Review

/// A rule of the reviewer for a terminal: what, why, the question, and examples.
struct RuleText {
  var rule: any ReviewRule

  func render(for terminal: Terminal) -> String {
    var lines = TerminalText.wrap(
      "\(rule.identifier) (\(rule.severity.rawValue)): \(rule.summary)", width: terminal.columns
    )
    .map { terminal.styled($0, .strong) }
    lines += [""] + labelled("why", rule.reason, terminal) + labelled("ask", rule.question, terminal)
    lines += examples("Found, between the brackets:", mark: "✕", rule.examples.filter(\.mustFire), terminal)
    lines += examples("Left alone:", mark: "✓", rule.examples.filter { !$0.mustFire }, terminal)
    return lines.joined(separator: "\n")
  }

  private func examples(_ title: String, mark: String, _ examples: [RuleExample], _ terminal: Terminal) -> [String] {
    guard !examples.isEmpty else { return [] }
    var lines = ["", title]
    for example in examples {
      for (index, line) in example.marked.split(separator: "\n").prefix(6).enumerated() {
        let wrapped = TerminalText.wrap(String(line), width: terminal.columns - 4)
        lines += wrapped.enumerated().map { (index == 0 && $0 == 0 ? "  \(mark) " : "    ") + $1 }
      }
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
