package import ArgumentParser
import CommandKit
import Documents
import Interchange
import Postmortems
import Schemas
import TerminalPages

/// `mayday postmortem`: from resolved to "it cannot happen that way again".
package struct PostmortemsCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "postmortem",
    abstract: "Write a postmortem, review it, publish it.",
    discussion: """
        mayday postmortem start INC-1
        mayday postmortem show PM-1
        mayday postmortem edit PM-1 impact
        mayday postmortem publish PM-1 --to public --opening "We are sorry."
      """,
    subcommands: [
      Look.self, List.self, Start.self, Show.self, Edit.self, Ask.self, Account.self, Open.self, Take.self, Line.self,
      FactorCommand.self, AssumptionCommand.self, LuckCommand.self, Comment.self, Reviewers.self, Review.self,
      Approve.self, Final.self, Reopen.self, Publish.self, Withdraw.self, Export.self, Versions.self, Compare.self,
    ], defaultSubcommand: Look.self, aliases: ["postmortems"])

  package init() {}

  /// `mayday postmortem`, and `mayday postmortem PM-1`.
  struct Look: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "look", abstract: "List postmortems, or show the one that is named.",
      usage: "mayday postmortem [<PM-1> | <subcommand> …] [options]", shouldDisplay: false)

    @Argument(help: ArgumentHelp("The postmortem: PM-1.", valueName: "PM-1"))
    var words: [String] = []

    @OptionGroup var filters: ListArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      guard let word = words.first else { return try await filters.show(with: try await options.open()) }
      guard words.count == 1, let name = try? PostmortemName.read(word) else { throw Self.unknown(word) }
      try await Show.show(["postmortem": name], with: try await options.open())
    }

    /// Says which subcommands are near.
    private static func unknown(_ word: String) -> CommandFailure {
      let names = PostmortemsCommand.configuration.subcommands
        .filter { $0.configuration.shouldDisplay }.compactMap { $0.configuration.commandName }
      let near = names.filter {
        $0.hasPrefix(word.lowercased()) || Nearest.word(to: word, among: [$0]) != nil || $0.sorted() == word.sorted()
      }
      return CommandFailure(
        "'\(TerminalText.harmless(word.prefix(60)))' is neither a postmortem nor something to do with one",
        hint: near.isEmpty
          ? "What can be done: mayday postmortem --help"
          : "Did you mean: " + near.map { "mayday postmortem \($0)" }.joined(separator: ", "))
    }
  }

  /// `mayday postmortem list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List postmortems, newest first.",
      usage: "mayday postmortem list [--stage …] [--limit <n>] [options]")

    @OptionGroup var filters: ListArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws { try await filters.show(with: try await options.open()) }
  }

  /// Which postmortems are listed.
  struct ListArguments: ParsableArguments {
    @Option(help: "Only those of this stage: draft, in-review, final.")
    var stage: PostmortemStage?

    @Option(help: "How many at most.")
    var limit: Int = 20

    func validate() throws {
      guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
    }

    func show(with client: CommandClient) async throws {
      let found: (items: [PostmortemSummaryAnswer], hasMore: Bool) = try await client.first(
        limit, .listPostmortems, query: ["stage": stage?.rawValue])
      try client.show(found.items) {
        PostmortemListText(postmortems: found.items, hasMore: found.hasMore).render(for: client.terminal)
      }
    }
  }

  /// `mayday postmortem start`.
  struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Begin a postmortem: from an incident, from a file, or from a title.",
      usage: """
        mayday postmortem start [INC-1] [--title …] [--file …]
          [--facilitator …] [options]
        """,
      discussion: """
        All that record and evidence hold of an incident is filled in. Of a file, the timeline, causes and
        actions that are understood become parts, and the same file again is a new version.

          mayday postmortem start INC-1 --facilitator lee
          mayday postmortem start --file postmortem.md
        """)

    @Argument(help: "The incident: INC-1.")
    var incident: String?

    @Option(help: "What happened, in a line; left out: the title of the incident, or of the file.")
    var title: String?

    @Option(help: ArgumentHelp("A document in Markdown; - for standard input.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("Who leads the conversation.", valueName: "name"))
    var facilitator: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard incident != nil || title != nil || file != nil else {
        throw ValidationError("Name an incident, a file or a title.")
      }
    }

    /// The name of the file as it was typed: by it the same document is known again.
    private var source: String? { file.flatMap { $0 == "-" ? nil : String($0.unicodeScalars.prefix(1000)) } }

    func run() async throws {
      let client = try await options.open()
      let name = try incident.map { try IncidentName.read($0, option: nil) }
      let text = try file.map { try DocumentFile.read($0) }
      await client.remark(on: [facilitator].compactMap(\.self))
      let change: Answered<PostmortemChangeAnswer> = try await client.ask(
        .startPostmortem,
        body: .members([
          "incident": name.map { .string($0) }, "title": title.map { .string($0) }, "text": text.map { .string($0) },
          "facilitator": facilitator.map { .string($0) }, "source": source.map { .string($0) },
        ]))
      try client.showLine(change) { change in
        let id = change.postmortem.id
        let done = change.isNewVersion == true ? "has a new version" : "is begun"
        let notes = (change.notes ?? []).map { "\n  \($0)" }.joined()
        return "\(id) \(done): \(change.postmortem.title).\nRead it: mayday postmortem show \(id)\(notes)"
      }
    }
  }

  /// `mayday postmortem show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a postmortem: where it stands, its words, what is still missing.",
      usage: """
        mayday postmortem show <PM-1> [--version <n>]
          [--format text|json|markdown] [options]
        """,
      discussion: """
          mayday postmortem show PM-1
          mayday postmortem show PM-1 --format markdown --version 12
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Option(help: "As it was at this version; Markdown only.")
    var version: Int?

    @Option(help: "Form of the result: text, json, markdown.")
    var format: DocumentForm = .text

    @OptionGroup(title: "Where") var place: PlaceArguments

    func validate() throws {
      guard format != .html else { throw ValidationError("For HTML: mayday postmortem export PM-1 --format html.") }
      guard version == nil || format == .markdown else {
        throw ValidationError("A version is shown as Markdown: --format markdown.")
      }
    }

    func run() async throws {
      let client = try await place.open(format: format == .json ? .json : .text)
      let path = try postmortem.path
      if format == .markdown {
        let text: Answered<PostmortemTextAnswer> = try await client.ask(
          .readPostmortemText, path: path, query: ["version": version.map(String.init)])
        return try Output.writeRaw(text.value.markdown)
      }
      try await Self.show(path, with: client)
    }

    /// Shows the postmortem of a path as it is now.
    static func show(_ path: [String: String], with client: CommandClient) async throws {
      let answer: Answered<PostmortemAnswer> = try await client.ask(.readPostmortem, path: path)
      var named = 0
      if answer.value.actions.isEmpty, client.format == .text {
        let text: Answered<PostmortemTextAnswer> = try await client.ask(.readPostmortemText, path: path)
        named = AdoptedAction.all(in: PostmortemDocument(parsing: text.value.markdown), known: []).count
      }
      try client.show(answer) {
        PostmortemText(postmortem: $0, namedActionCount: named, zone: client.zone, now: client.now).render(
          for: client.terminal)
      }
    }
  }
}

/// Form of a document.
enum DocumentForm: String, CaseIterable, ExpressibleByArgument {
  case text, markdown, html, json
}

extension PostmortemStage: ExpressibleByArgument {}

extension PublicationAudience: ExpressibleByArgument {}
