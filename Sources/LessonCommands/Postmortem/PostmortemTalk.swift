import ArgumentParser
import CommandKit
import Documents
import Interchange
import TerminalPages

extension PostmortemsCommand {
  /// `mayday postmortem ask`.
  struct Ask: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ask", abstract: "Ask participants what they saw.",
      usage: "mayday postmortem ask <PM-1> <name> ... [options]", discussion: "  mayday postmortem ask PM-1 lee sam")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "Who saw it happen.")
    var people: [String]

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.change(
        .askAccounts, path: try postmortem.path, body: ["people": .array(people.map { .string($0) })]
      ) {
        "Asked. They tell it with: mayday postmortem account \($0.postmortem.id)"
      }
    }
  }

  /// `mayday postmortem account`.
  struct Account: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "account", abstract: "Tell what you saw; yours alone until all accounts are opened.",
      usage: """
        mayday postmortem account <PM-1>
          [--saw … --expected … --surprised … --sense …] [options]
        """,
      discussion: """
        Without words it asks, one question after the other.

          mayday postmortem account PM-1
          mayday postmortem account PM-1 --decline
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "What you saw.") var saw: String?
    @Option(help: "What you expected.") var expected: String?
    @Option(help: "What surprised you.") var surprised: String?
    @Option(help: "Why what you did made sense then.") var sense: String?
    @Option(help: ArgumentHelp("When the first of it happened: 03:12.", valueName: "time")) var at: String?
    @Flag(help: "You would rather not tell.") var decline = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard !decline || [saw, expected, surprised, sense, at].allSatisfy({ $0 == nil }) else {
        throw ValidationError("--decline and an account contradict each other.")
      }
    }

    func run() async throws {
      let client = try await options.open()
      let path = try postmortem.path
      guard !decline else {
        return try await client.change(.giveAccount, path: path, body: ["isDeclined": true]) { _ in
          "Noted. You can still tell it until the accounts are opened."
        }
      }
      var answers = [saw, expected, surprised, sense]
      if answers.allSatisfy({ $0 == nil }) {
        guard Terminal.isConversation else {
          throw CommandFailure("it is not said what you saw", hint: "Say it with --saw \"…\".")
        }
        let questions = [
          "What did you see?", "What did you expect?", "What surprised you?", "Why did what you did make sense then?",
        ]
        answers = try questions.map { try Prompt.line($0 + " ") }
      }
      let at = try client.instant(at, option: "--at")
      try await client.change(
        .giveAccount, path: path,
        body: .members([
          "saw": .string(answers[0] ?? ""), "expected": .string(answers[1] ?? ""),
          "surprised": .string(answers[2] ?? ""), "sense": .string(answers[3] ?? ""), "at": at.map { .instant($0) },
        ])
      ) { _ in "Kept. You alone can read it until the accounts are opened." }
    }
  }

  /// `mayday postmortem open`.
  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "open", abstract: "Open the accounts to all who may read the postmortem.",
      usage: "mayday postmortem open <PM-1> [--reason …] [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "Why, before all are in.")
    var reason: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.change(
        .openAccounts, path: try postmortem.path, body: .members(["reason": reason.map { .string($0) }])
      ) { "The accounts of \($0.postmortem.id) are open." }
    }
  }

  /// `mayday postmortem comment`.
  struct Comment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "comment", abstract: "Say something about a section, or about words in it.",
      usage: """
        mayday postmortem comment <PM-1> <section> <words> ... [--quote …]
          [--reply-to <n>] [options]
        """,
      discussion: "  mayday postmortem comment PM-1 impact --quote \"some orders\" How many?")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "The section.")
    var section: SectionKind

    @Argument(help: "What you say; quotes may be left out.")
    var words: [String]

    @Option(help: "The words that it is about.")
    var quote: String?

    @Option(help: ArgumentHelp("The comment that it answers.", valueName: "n"))
    var replyTo: Int?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.change(
        .writeComment, path: try postmortem.path,
        body: .members([
          "section": .string(section.rawValue), "text": .string(words.joined(separator: " ")),
          "quote": quote.map { .string($0) }, "replyTo": replyTo.map { .integer(Int64($0)) },
        ])
      ) { "Comment \($0.number ?? 0) on \(section.heading)." }
    }
  }
}
