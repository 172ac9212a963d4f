import ArgumentParser
import CommandKit
import Interchange
import Postmortems
import Schemas
import TerminalPages

extension PostmortemsCommand {
  /// `mayday postmortem reviewers`.
  struct Reviewers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reviewers", abstract: "Name those who are asked to review.",
      usage: "mayday postmortem reviewers <PM-1> <name> ... [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "Who reviews it.")
    var people: [String]

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      await client.remark(on: people)
      try await client.change(
        .nameReviewers, path: try postmortem.path, body: ["people": .array(people.map { .string($0) })]
      ) { "Reviewers of \($0.postmortem.id): \(people.joined(separator: ", "))." }
    }
  }

  /// `mayday postmortem review`.
  struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "review", abstract: "Ask for review.", usage: "mayday postmortem review <PM-1> [--note …] [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "What reviewers should look at.")
    var note: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.change(
        .changeStage, path: try postmortem.path,
        body: .members(["stage": "in-review", "note": note.map { .string($0) }])
      ) { "\($0.postmortem.id) is in review." }
    }
  }

  /// `mayday postmortem approve`.
  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve", abstract: "Say as a reviewer what you think of it.",
      usage: "mayday postmortem approve <PM-1> [--not-yet …] [options]",
      discussion: """
          mayday postmortem approve PM-1
          mayday postmortem approve PM-1 --not-yet "How many people?"
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: ArgumentHelp("Not yet, and what should be changed.", valueName: "what"))
    var notYet: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.change(
        .giveVerdict, path: try postmortem.path,
        body: .members(["isApproved": .bool(notYet == nil), "note": notYet.map { .string($0) }])
      ) { notYet == nil ? "You approve \($0.postmortem.id)." : "You ask for changes to \($0.postmortem.id)." }
    }
  }

  /// `mayday postmortem final`.
  struct Final: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "final", abstract: "Make it final.",
      usage: "mayday postmortem final <PM-1> [--reason …] [options]",
      discussion: """
        What is missing is listed; it becomes final all the same with a reason, which is recorded. Exit status: 1 when \
        something is missing.
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "Why it is final although something is missing.")
    var reason: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      do {
        try await client.change(
          .changeStage, path: try postmortem.path,
          body: .members(["stage": "final", "reason": reason.map { .string($0) }])
        ) { "\($0.postmortem.id) is final." }
      } catch let problem as Problem where problem.kind == .heldByReview {
        try await tellGates(client)
        throw ExitStatus.findings
      }
    }

    private func tellGates(_ client: CommandClient) async throws {
      let answer: Answered<PostmortemAnswer> = try await client.ask(.readPostmortem, path: try postmortem.path)
      if client.format == .json {
        try Output.write(
          JSONValue.members([
            "schemaVersion": 1, "postmortem": .string(answer.value.summary.id),
            "stage": .string(answer.value.summary.stage.rawValue), "gates": answer.json["gates"] ?? .array([]),
          ]).indented, to: nil)
      }
      var lines = TextLines(client.terminal)
      lines.add("\(answer.value.summary.id) is not final: something is missing.", style: .strong)
      for gate in answer.value.gates { PostmortemText.add(gate, to: &lines) }
      lines.gap()
      lines.add("Add it, or say why it is final all the same:")
      lines.add("mayday postmortem final \(answer.value.summary.id) --reason \"…\"", indent: 4)
      Output.say(lines.text)
    }
  }

  /// `mayday postmortem reopen`.
  struct Reopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reopen", abstract: "Open it again, as a new revision.",
      usage: "mayday postmortem reopen <PM-1> --reason … [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "Why.")
    var reason: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.change(
        .changeStage, path: try postmortem.path, body: ["stage": "draft", "note": .string(reason)]
      ) { "\($0.postmortem.id) is a draft again." }
    }
  }
}
