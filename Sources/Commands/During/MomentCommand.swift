import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday moment`: what the evidence shows, and what of it stands in the timeline.
struct MomentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moment",
    abstract: "See what the evidence shows, and take moments into the timeline.",
    discussion: """
        mayday moment list
        mayday moment pick m12
      """,
    subcommands: [List.self, Pick.self], defaultSubcommand: List.self)

  /// `mayday moment list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the moments that matter, in order of time.",
      usage: "mayday moment list [--all] [options]")

    @Flag(help: "All of them, not only the forty that tell the story.")
    var all = false

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let moments: [MomentAnswer] = try await client.all(
        .listMoments, path: try await incident.path(with: client))
      let shown = all ? moments : moments.filter { $0.rank <= 40 || $0.isPicked }
      try client.show(all ? moments : shown) {
        MomentsText(moments: shown, hiddenCount: moments.count - shown.count, zone: client.zone)
          .render(for: client.terminal)
      }
    }
  }

  /// `mayday moment pick`.
  struct Pick: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pick", abstract: "Take a moment into the incident's timeline.",
      usage: "mayday moment pick <moment> [options]")

    @Argument(help: "The moment, as 'mayday moment list' names it.")
    var moment: String

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let change: Answered<ChangeAnswer> = try await client.ask(
        .pickMoment, path: try await incident.path(with: client),
        body: ["moment": .string(moment)])
      try client.showEntry(change)
    }
  }
}

/// `mayday suspect`: changes worth examining, never verdicts.
struct SuspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspect",
    abstract: "See changes worth examining, and say how they stand.",
    discussion: """
        mayday suspect list
        mayday suspect dismiss C-1 --reason "it reached no host that failed"
      """,
    subcommands: [List.self, Confirm.self, Dismiss.self], defaultSubcommand: List.self)

  /// `mayday suspect list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List them, best first.", usage: "mayday suspect list [options]")

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PageAnswer<SuspectAnswer>> = try await client.ask(
        .listSuspects, path: try await incident.path(with: client))
      try client.show(answer) {
        SuspectsText(suspects: $0.items, zone: client.zone, now: client.now).render(for: client.terminal)
      }
    }
  }

  /// `mayday suspect confirm`.
  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "confirm", abstract: "Say that a change contributed, and by what one can tell.",
      usage: "mayday suspect confirm <suspect> --reason … [options]")

    @OptionGroup var judgement: JudgementArguments

    func run() async throws { try await judgement.judge(.confirmed) }
  }

  /// `mayday suspect dismiss`.
  struct Dismiss: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dismiss", abstract: "Set a change aside, and say by what one can tell.",
      usage: "mayday suspect dismiss <suspect> --reason … [options]")

    @OptionGroup var judgement: JudgementArguments

    func run() async throws { try await judgement.judge(.dismissed) }
  }
}

/// Which suspect is judged, and why.
struct JudgementArguments: ParsableArguments {
  @Argument(help: "The suspect, as 'mayday suspect list' names it.")
  var suspect: String

  @Option(help: "By what one can tell.")
  var reason: String

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func judge(_ standing: SuspectStanding) async throws {
    let client = try await options.open()
    var path = try await incident.path(with: client)
    path["suspect"] = suspect
    let change: Answered<ChangeAnswer> = try await client.ask(
      .judgeSuspect, path: path, body: ["standing": .string(standing.rawValue), "reason": .string(reason)])
    try client.showEntry(change)
  }
}
