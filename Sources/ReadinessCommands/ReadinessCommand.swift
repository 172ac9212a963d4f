package import ArgumentParser
package import CommandKit
import Interchange
import TerminalPages

/// `mayday readiness`: what could hit us, are we ready, who is missing, what comes next.
package struct ReadinessCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "readiness",
    abstract: "Say on one screen what could hit us, and whether we are ready.", usage: "mayday readiness [options]",
    discussion: "Exit status: 0 every plan could be relied on and every role is filled, 1 something is to be done.")

  @OptionGroup(title: "Where and how") package var options: ClientArguments

  package init() {}

  package func run() async throws {
    let client = try await options.open(mayBegin: true)
    let answer: Answered<ReadinessAnswer> = try await client.ask(.readReadiness)
    try client.show(answer) { ReadinessText(readiness: $0).render(for: client.terminal) }
    if !answer.value.next.isEmpty { throw ExitStatus.findings }
  }
}
