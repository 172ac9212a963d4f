import ArgumentParser
import CommandKit
import Interchange
import Postmortems
import Schemas
import TerminalPages

extension PostmortemsCommand {
  /// `mayday postmortem assumption`.
  struct AssumptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "assumption", abstract: "Write what we believed, what the day showed, what we believe now.",
      discussion: """
          mayday postmortem assumption add PM-1 "Green means all hosts"
            --shown "It counts answers"
          mayday postmortem assumption change PM-1 B1 --now "It says nothing of builds"
          mayday postmortem assumption remove PM-1 B1
        """, subcommands: [AddAssumption.self, ChangeAssumption.self, RemoveAssumption.self])
  }

  /// `mayday postmortem assumption add`.
  struct AddAssumption: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add what we believed.",
      usage: """
        mayday postmortem assumption add <PM-1> <words> ...
          [--shown …] [--now …] [options]
        """)

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "What we believed; quotes may be left out.")
    var words: [String]

    @OptionGroup var content: AssumptionArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.writePart(
        .addAssumption, path: try postmortem.path,
        body: content.body(believed: words.joined(separator: " "), before: nil), "B", "stands")
    }
  }

  /// `mayday postmortem assumption change`.
  struct ChangeAssumption: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Write an assumption anew; what is left out stays.",
      usage: """
        mayday postmortem assumption change <PM-1> <B1>
          [--believed …] [--shown …] [--now …] [options]
        """)

    @OptionGroup var assumption: PartArguments

    @Option(help: "What we believed.")
    var believed: String?

    @OptionGroup var content: AssumptionArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(assumption.part, "B", "assumption")
      let known = try await client.known(try assumption.postmortem.path).assumptions
        .first { String($0.number) == number }
      try await client.writePart(
        .changeAssumption, path: try assumption.postmortem.path("assumption", number),
        body: content.body(believed: believed ?? known?.believed ?? "", before: known), "B", "is written")
    }
  }

  /// `mayday postmortem assumption remove`.
  struct RemoveAssumption: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take an assumption out.",
      usage: "mayday postmortem assumption remove <PM-1> <B1> [options]")

    @OptionGroup var assumption: PartArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(assumption.part, "B", "assumption")
      try await client.writePart(
        .removeAssumption, path: try assumption.postmortem.path("assumption", number), body: [:], "B",
        "stands no longer")
    }
  }

  /// `mayday postmortem luck`.
  struct LuckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "luck", abstract: "Say where we were lucky.",
      discussion: """
          mayday postmortem luck add PM-1 "It was a quiet hour"
          mayday postmortem luck change PM-1 K1 "It was four in the morning"
          mayday postmortem luck remove PM-1 K1
        """, subcommands: [AddLuck.self, ChangeLuck.self, RemoveLuck.self])
  }

  /// `mayday postmortem luck add`.
  struct AddLuck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Say what could have gone worse and did not.",
      usage: "mayday postmortem luck add <PM-1> <words> ... [options]")

    @OptionGroup var postmortem: PostmortemArguments

    @Argument(help: "What could have gone worse and did not; quotes may be left out.")
    var words: [String]

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      try await client.writePart(
        .addLuck, path: try postmortem.path, body: ["text": .string(words.joined(separator: " "))], "K", "stands")
    }
  }

  /// `mayday postmortem luck change`.
  struct ChangeLuck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Say anew where we were lucky.",
      usage: "mayday postmortem luck change <PM-1> <K1> <words> ... [options]")

    @OptionGroup var luck: PartArguments

    @Argument(help: "What could have gone worse and did not; quotes may be left out.")
    var words: [String]

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(luck.part, "K", "piece of luck")
      try await client.writePart(
        .changeLuck, path: try luck.postmortem.path("luck", number),
        body: ["text": .string(words.joined(separator: " "))], "K", "is written")
    }
  }

  /// `mayday postmortem luck remove`.
  struct RemoveLuck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a piece of luck out.",
      usage: "mayday postmortem luck remove <PM-1> <K1> [options]")

    @OptionGroup var luck: PartArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let number = try PartName.read(luck.part, "K", "piece of luck")
      try await client.writePart(
        .removeLuck, path: try luck.postmortem.path("luck", number), body: [:], "K", "stands no longer")
    }
  }
}

/// What an assumption is, beside what was believed.
struct AssumptionArguments: ParsableArguments {
  @Option(help: "What the day showed.") var shown: String?
  @Option(help: "What we believe now.") var now: String?
  @Option(help: ArgumentHelp("Where it can be seen; several times.", valueName: "words")) var evidence: [String] = []

  func body(believed: String, before: Assumption?) -> [String: JSONValue?] {
    [
      "believed": .string(believed), "shown": .string(shown ?? before?.shown ?? ""),
      "now": .string(now ?? before?.now ?? ""),
      "evidence": .texts(evidence.isEmpty ? before?.evidence ?? [] : evidence),
    ]
  }
}
