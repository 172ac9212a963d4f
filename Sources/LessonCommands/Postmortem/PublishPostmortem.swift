import ArgumentParser
import CommandKit
import Findings
import Interchange
import Postmortems
import Schemas
import TerminalPages

extension PostmortemsCommand {
  /// `mayday postmortem publish`.
  struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "publish", abstract: "Show what goes out and what stays here, ask, and publish.",
      usage: """
        mayday postmortem publish <PM-1> --to <audience> [--opening …]
          [--mask] [--status-page] [--yes] [options]
        """,
      discussion: """
        Secrets and personal data never leave; --mask puts a mask in their place. Other findings are passed with a reason, which is recorded. Exit status: 1 \
        when it is held.

          mayday postmortem publish PM-1 --to stakeholders
          mayday postmortem publish PM-1 --to public --status-page
            --opening "We are sorry."
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Option(name: .customLong("to"), help: "internal, stakeholders or public.")
    var audience: PublicationAudience

    @Option(help: "Words to put first: what happened, for whom, that we are sorry.")
    var opening: String?

    @Flag(help: "Put a mask where secrets and personal data stand; what goes out is shown first.")
    var mask = false

    @Flag(help: "Show it on the public status page; for the public alone.")
    var statusPage = false

    @Option(help: "Why it goes out although findings hold it back.")
    var reason: String?

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard !statusPage || audience == .public else {
        throw ValidationError("The status page shows what is for the public alone: --to public.")
      }
    }

    func run() async throws {
      let client = try await options.open()
      let path = try postmortem.path("audience", audience.rawValue)
      let prepared: Answered<PreparedPublicationAnswer> = try await client.ask(
        .preparePublication, path: path, query: ["opening": opening, "isMasked": mask ? "true" : nil])
      let sheet = PublicationSheet(prepared: prepared.value)
      if client.format == .text { try Output.write(sheet.render(for: client.terminal) + "\n\n", to: nil) }
      try checkHeld(prepared.value, sheet, client)
      if !yes {
        guard Terminal.isConversation else {
          throw CommandFailure("nobody can be asked whether it is to go out", hint: "Say so with --yes.")
        }
        let page = statusPage ? ", and show it on the status page" : ""
        guard try Prompt.isConfirmed("Publish it to \(audience.words) now\(page)?") else {
          return Output.say("Nothing went out.")
        }
      }
      try await client.change(
        .publishPostmortem, path: path,
        body: .members([
          "opening": opening.map { .string($0) }, "isOnStatusPage": .bool(statusPage),
          "seenVersion": .integer(prepared.value.version), "reason": reason.map { .string($0) },
          "isMasked": mask ? true : nil,
        ])
      ) { change in
        let id = change.postmortem.id
        return change.publication?.isOnStatusPage == true
          ? "\(id) is out for \(audience.words), on the status page."
          : "\(id) is out for \(audience.words). Read it as it went out:\n"
            + "  mayday postmortem export \(id) --published \(audience.rawValue)"
      }
    }

    private func checkHeld(
      _ prepared: PreparedPublicationAnswer, _ sheet: PublicationSheet, _ client: CommandClient
    ) throws {
      guard !prepared.barred.isEmpty || !prepared.held.isEmpty && reason == nil else { return }
      if client.format == .text { Output.say(sheet.findings(for: client.terminal)) }
      if prepared.barred.isEmpty {
        Output.say("\nMend the text, or say why it goes out all the same with --reason.")
      } else {
        let rest = mask ? "" : " Take it out, or put a mask in its place with --mask."
        Output.say(
          "\nIt holds what must not leave: \(prepared.barred.joined(separator: ", ")). No reason passes it.\(rest)")
      }
      throw ExitStatus.findings
    }
  }

  /// `mayday postmortem withdraw`.
  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw", abstract: "Take a publication back, wherever it is shown.",
      usage: "mayday postmortem withdraw <PM-1> --from <audience> --reason … [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Option(name: .customLong("from"), help: "internal, stakeholders or public.")
    var audience: PublicationAudience

    @Option(help: "Why.")
    var reason: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.change(
        .withdrawPostmortem, path: try postmortem.path("audience", audience.rawValue),
        body: ["reason": .string(reason)]
      ) { "\($0.postmortem.id) is taken back from \(audience.words)." }
    }
  }
}
