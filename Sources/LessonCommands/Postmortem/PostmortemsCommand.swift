package import ArgumentParser
import CommandKit
import Interchange
import Postmortems
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
      List.self, Start.self, Show.self, Edit.self, Ask.self, Account.self, Open.self, Take.self, Line.self,
      FactorCommand.self, AssumptionCommand.self, LuckCommand.self, Comment.self, Reviewers.self, Review.self,
      Approve.self, Final.self, Reopen.self, Publish.self, Withdraw.self, Export.self, Versions.self, Compare.self,
    ], defaultSubcommand: List.self, aliases: ["postmortems"])

  package init() {}

  /// `mayday postmortem list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List postmortems, newest first.",
      usage: "mayday postmortem list [--stage …] [--limit <n>] [options]")

    @Option(help: "Only those of this stage: draft, in-review, final.")
    var stage: PostmortemStage?

    @Option(help: "How many at most.")
    var limit: Int = 20

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
    }

    func run() async throws {
      let client = try await options.open()
      let found: [PostmortemSummaryAnswer] = try await client.all(
        .listPostmortems, query: ["stage": stage?.rawValue], max: limit)
      let shown = Array(found.prefix(limit))
      try client.show(shown) {
        PostmortemListText(postmortems: shown, hasMore: found.count > limit).render(for: client.terminal)
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
      let name = try incident.map { try IncidentName.read($0, option: "incident") }
      let text = try file.map { try DocumentFile.read($0) }
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
        return "\(id) \(done): \(change.postmortem.title). Read it: mayday postmortem show \(id)\(notes)"
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
      let answer: Answered<PostmortemAnswer> = try await client.ask(.readPostmortem, path: path)
      try client.show(answer) {
        PostmortemText(postmortem: $0, zone: client.zone, now: client.now).render(for: client.terminal)
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
