import ArgumentParser
import CommandKit
import Drills
import Interchange
import Schemas
import TerminalPages

/// `mayday drill plan`.
struct PlanDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plan a drill: what is played, when, and who takes which part.",
    usage: "mayday drill plan <scenario> [--facilitator <name>] [options]",
    discussion: """
      Responders do not learn the scenario's name. Without anybody named you practise alone, by the clock.

        mayday drill plan sunday-certificate --day 2026-02-12 \\
          --facilitator kim --responder rob --responder lee --speed 4
      """)

  @Argument(help: "Name of the scenario: mayday drill scenario")
  var scenario: String

  @Option(help: ArgumentHelp("On which it is played: 2026-02-12.", valueName: "day"))
  var day: String?

  @Option(help: ArgumentHelp("Who leads it and knows the answer.", valueName: "name"))
  var facilitator: [String] = []

  @Option(help: ArgumentHelp("Who responds.", valueName: "name"))
  var responder: [String] = []

  @Option(help: ArgumentHelp("Who looks on.", valueName: "name"))
  var observer: [String] = []

  @Option(help: ArgumentHelp("Seconds of drill time in one second.", valueName: "1-60"))
  var speed: Int = 1

  @Flag(help: "Whoever leads releases each message; else the clock does.")
  var byHand = false

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open(mayBegin: true)
    let answer: Answered<DrillWhole> = try await client.ask(.planDrill, body: body)
    try client.show(answer) { DrillText($0).render(for: client.terminal) }
  }

  private var body: JSONValue {
    func part(_ names: [String], _ part: DrillPerson.Part) -> [JSONValue] {
      names.map { .object(["name": .string($0), "part": .string(part.rawValue)]) }
    }
    return .members([
      "scenario": .string(scenario), "day": day.map { .string($0) },
      "people": .array(part(facilitator, .facilitator) + part(responder, .responder) + part(observer, .observer)),
      "speed": .integer(Int64(speed)), "isByClock": .bool(!byHand),
    ])
  }
}

/// `mayday drill start`.
struct StartDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start a drill: its clock runs from now on.",
    usage: "mayday drill start [<number>] [options]")

  @OptionGroup var drill: DrillArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws { try await DrillMove.to("running", drill, options) }
}

/// `mayday drill halt`.
struct HaltDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "halt", abstract: "Halt a drill: its clock stands still.",
    usage: "mayday drill halt [<number>] [options]")

  @OptionGroup var drill: DrillArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws { try await DrillMove.to("paused", drill, options) }
}

/// `mayday drill go`.
struct GoOnDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "go", abstract: "Let a halted drill go on.", usage: "mayday drill go [<number>] [options]")

  @OptionGroup var drill: DrillArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws { try await DrillMove.to("running", drill, options) }
}

/// `mayday drill end`.
struct EndDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End a drill: everybody may see what it was about.",
    usage: "mayday drill end [<number>] [options]")

  @OptionGroup var drill: DrillArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws { try await DrillMove.to("ended", drill, options) }
}

/// `mayday drill cancel`.
struct CancelDrill: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel a drill, with the reason.",
    usage: "mayday drill cancel [<number>] --reason <words> [options]")

  @OptionGroup var drill: DrillArguments

  @Option(help: ArgumentHelp("Why.", valueName: "words"))
  var reason: String

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws { try await DrillMove.to("cancelled", drill, options, reason: reason) }
}

/// Moves a drill on and shows it.
enum DrillMove {
  static func to(
    _ state: String, _ drill: DrillArguments, _ options: ClientArguments, reason: String? = nil
  ) async throws {
    let client = try await options.open()
    let answer: Answered<DrillWhole> = try await client.ask(
      .moveDrill, path: try await drill.path(with: client),
      body: .members(["state": .string(state), "reason": reason.map { .string($0) }]))
    try client.showLine(answer) { "Drill \($0.drill.number) is \($0.drill.state.rawValue)." }
  }
}
