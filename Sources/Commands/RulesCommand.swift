import ArgumentParser
import Review

/// `mayday rules`: what the reviewer looks for, and why.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Explain the reviewer's rules, with examples.")

  @Argument(help: "Rules to explain; all in short when none is named.")
  var rules: [String] = []

  func run() throws {
    let known = Reviewer.standard.rules
    let terminal = Terminal.standardOutput()
    guard !rules.isEmpty else {
      let width = known.map(\.identifier.count).max() ?? 0
      let lines = known.sorted { $0.identifier < $1.identifier }.map { rule in
        TerminalText.wrap(rule.summary, width: terminal.columns - width - 2).enumerated().map { index, line in
          TerminalText.padded(index == 0 ? rule.identifier : "", to: width + 2) + line
        }.joined(separator: "\n")
      }
      return try Output.write((lines + ["", "With examples: mayday rules blame"]).joined(separator: "\n"), to: nil)
    }
    let texts = try rules.map { name in
      guard let rule = known.first(where: { $0.identifier == name }) else {
        throw CommandFailure("there is no rule '\(name)'", hint: "All of them: mayday rules")
      }
      return RuleText(rule: rule).render(for: terminal)
    }
    try Output.write(texts.joined(separator: "\n\n"), to: nil)
  }
}
