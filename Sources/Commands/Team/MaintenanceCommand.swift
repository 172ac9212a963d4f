import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday maintenance`: work that customers are told of beforehand.
struct MaintenanceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maintenance",
    abstract: "Announce maintenance on the status page, and say how far it is.",
    discussion: """
        mayday maintenance schedule "New database servers" --component orders \\
          --from "tomorrow 22:00" --until "tomorrow 23:00" \\
          --text "Orders can be placed; the history is not shown meanwhile."
        mayday maintenance progress MW-3 in-progress
      """,
    subcommands: [List.self, Schedule.self, Reschedule.self, Progress.self], defaultSubcommand: List.self)

  /// `mayday maintenance list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List them, the latest first.", usage: "mayday maintenance list [--all] [options]")

    @Flag(help: "Those that are over too.")
    var all = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let found: [MaintenanceAnswer] = try await client.all(
        .listMaintenances, query: ["open": all ? nil : "true"], max: 500)
      try client.show(found) {
        MaintenancesText(maintenances: found, zone: client.zone, now: client.now).render(for: client.terminal)
      }
    }
  }

  /// `mayday maintenance schedule`.
  struct Schedule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schedule", abstract: "Announce a maintenance.",
      usage: "mayday maintenance schedule <title> --from … --until … [options]")

    @Argument(help: "What is done, in a line.")
    var title: String

    @OptionGroup var plan: PlanArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      guard plan.from != nil, plan.until != nil else {
        throw CommandFailure(
          "it is not said from when and until when", hint: "--from \"tomorrow 22:00\" --until \"tomorrow 23:00\"")
      }
      let answer: Answered<MaintenanceAnswer> = try await client.ask(
        .scheduleMaintenance, body: try plan.body(title: title, before: nil, with: client))
      try MaintenanceCommand.show(answer, with: client)
    }
  }

  /// `mayday maintenance reschedule`.
  struct Reschedule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reschedule", abstract: "Plan a maintenance anew; what is left out stays.",
      usage: "mayday maintenance reschedule MW-3 [options]")

    @Argument(help: ArgumentHelp("Which one.", valueName: "MW-3"))
    var maintenance: String

    @Option(help: "What is done, in a line.")
    var title: String?

    @OptionGroup var plan: PlanArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let path = ["maintenance": try MaintenanceCommand.name(maintenance)]
      let before: Answered<MaintenanceAnswer> = try await client.ask(.readMaintenance, path: path)
      let answer: Answered<MaintenanceAnswer> = try await client.ask(
        .rescheduleMaintenance, path: path,
        body: try plan.body(title: title ?? before.value.title, before: before.value, with: client))
      try MaintenanceCommand.show(answer, with: client)
    }
  }

  /// `mayday maintenance progress`.
  struct Progress: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "progress", abstract: "Say how far it is.",
      usage: "mayday maintenance progress MW-3 <state> [--note …] [options]")

    @Argument(help: ArgumentHelp("Which one.", valueName: "MW-3"))
    var maintenance: String

    @Argument(help: "How far it is.")
    var state: MaintenanceState

    @Option(help: "What readers are told.")
    var note: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<MaintenanceAnswer> = try await client.ask(
        .progressMaintenance, path: ["maintenance": try MaintenanceCommand.name(maintenance)],
        body: .members(["state": .string(state.rawValue), "note": note.map { .string($0) }]))
      try MaintenanceCommand.show(answer, with: client)
    }
  }

  private static func name(_ text: String) throws -> String {
    guard let number = WireName.number(text, prefix: "MW") ?? WireName.number("MW-" + text, prefix: "MW") else {
      throw CommandFailure("'\(TerminalText.harmless(text))' is not a maintenance", hint: "Write it as MW-3.")
    }
    return WireName.maintenance(number)
  }

  private static func show(_ answer: Answered<MaintenanceAnswer>, with client: CommandClient) throws {
    try client.show(answer) {
      MaintenancesText(maintenances: [$0], zone: client.zone, now: client.now).render(for: client.terminal)
    }
  }
}

/// When a maintenance is, what readers are told of it, and what it touches.
struct PlanArguments: ParsableArguments {
  @Option(help: ArgumentHelp("When it begins: 'tomorrow 22:00'.", valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("When it is over at the latest.", valueName: "time"))
  var until: String?

  @Option(help: "What is done, and what readers will notice.")
  var text: String?

  @Option(
    name: .customLong("component"), parsing: .singleValue,
    help: ArgumentHelp("What it touches; several times.", valueName: "id"))
  var components: [String] = []

  func body(title: String, before: MaintenanceAnswer?, with client: CommandClient) throws -> JSONValue {
    let from = try client.instant(from, as: .planned, option: "--from") ?? before?.from
    let until = try client.instant(until, as: .planned, option: "--until") ?? before?.until
    let touched = components.isEmpty ? before?.components ?? [] : components
    return .members([
      "title": .string(title), "text": .string(text ?? before?.text ?? ""), "from": from.map { .instant($0) },
      "until": until.map { .instant($0) }, "components": .array(touched.map { .string($0) }),
    ])
  }
}

extension MaintenanceState: ExpressibleByArgument {}
