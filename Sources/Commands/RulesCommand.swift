import ArgumentParser
import CommandKit
import Plans
import Rephrasing
import Review
import TerminalPages

/// `mayday rules`: what the reviewer looks for, and why.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Explain what reviewer, check of plans and rephrase look for.",
    discussion: "Rules for updates and for what is said read English only.")

  @Argument(help: "Rules to explain; all in short when none is named.")
  var rules: [String] = []

  func run() throws {
    let forPostmortems = Reviewer.standard.rules.map { RuleText($0) }
    let forUpdates = UpdateReviewer.standard.rules.map { RuleText($0) }
    let forPlans = PlanRule.all.map { RuleText($0) }
    let forSpeech = SpeechKind.allCases.compactMap { RuleText($0) }
    let all = forPostmortems + forUpdates + forPlans + forSpeech
    let terminal = Terminal.standardOutput()
    guard !rules.isEmpty else {
      let width = all.map(\.identifier.count).max() ?? 0
      let lines =
        ["For postmortems:"] + Self.listing(forPostmortems, width: width, terminal)
        + ["", "For updates:"] + Self.listing(forUpdates, width: width, terminal)
        + ["", "For plans:"] + Self.listing(forPlans, width: width, terminal)
        + ["", "For what you are about to say (mayday rephrase):"] + Self.listing(forSpeech, width: width, terminal)
      return try Output.write((lines + ["", "With examples: mayday rules blame"]).joined(separator: "\n"), to: nil)
    }
    let texts = try rules.map { name in
      guard let rule = all.first(where: { $0.identifier == name }) else {
        throw CommandFailure("there is no rule '\(name)'", hint: "All of them: mayday rules")
      }
      return rule.render(for: terminal)
    }
    try Output.write(texts.joined(separator: "\n\n"), to: nil)
  }

  private static func listing(_ rules: [RuleText], width: Int, _ terminal: Terminal) -> [String] {
    rules.sorted { $0.identifier < $1.identifier }.flatMap { rule in
      TerminalText.wrap(rule.summary, width: terminal.columns - width - 4).enumerated().map { index, line in
        "  " + TerminalText.padded(index == 0 ? rule.identifier : "", to: width + 2) + line
      }
    }
  }
}
