package import ArgumentParser
import CommandKit
import Interchange
import TerminalPages

/// `mayday readiness`: what could hit us, are we ready, who is missing, what comes next.
package struct ReadinessCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "readiness",
    abstract: "Say on one screen what could hit us, and whether we are ready.",
    discussion: """
        mayday readiness
        mayday readiness audit --format markdown > audit.md
      """,
    subcommands: [Show.self, ReadinessAudit.self], defaultSubcommand: Show.self)

  package init() {}

  /// `mayday readiness show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show what could hit us, who is there, and what comes next.",
      usage: "mayday readiness [options]",
      discussion: "Exit status: 0 every plan could be relied on and every role is filled, 1 something is to be done.")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open(mayBegin: true)
      let answer: Answered<ReadinessAnswer> = try await client.ask(.readReadiness)
      try client.show(answer) { ReadinessText(readiness: $0).render(for: client.terminal) }
      if !answer.value.next.isEmpty { throw ExitStatus.findings }
    }
  }
}
