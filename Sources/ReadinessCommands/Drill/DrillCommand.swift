package import ArgumentParser
import CommandKit
import Drills
import Interchange
import Schemas
import TerminalPages

/// `mayday drill`: failures played through, before they come by themselves.
package struct DrillCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Play failures through: pick one, play it, see what the plan lacks.",
    discussion: """
        mayday drill next
        mayday drill run sunday-certificate --speed 4      alone, in this terminal
        mayday drill plan sunday-certificate --facilitator kim --responder rob
        mayday drill outcome 3
        mayday drill changes 3 --accept 1,2

      Nothing of a drill reaches customers or a statistic.
      """,
    subcommands: [
      List.self, Next.self, ScenarioCommand.self, PlanDrill.self, Show.self, RunDrill.self, StartDrill.self,
      HaltDrill.self, GoOnDrill.self, EndDrill.self, CancelDrill.self, FileOfDrill.self, ReleaseInject.self,
      DelayInject.self,
      SkipInject.self, AddInject.self, JudgeDrill.self, NoteDrill.self, Outcome.self, Changes.self, Postmortem.self,
    ], defaultSubcommand: List.self)

  package init() {}

  /// `mayday drill list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List drills, the newest first.", usage: "mayday drill list [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open(mayBegin: true)
      let answer: Answered<ListAnswer<DrillListing>> = try await client.ask(.listDrills)
      try client.show(answer) { DrillListText(drills: $0.items).render(for: client.terminal) }
    }
  }

  /// `mayday drill next`.
  struct Next: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "next", abstract: "Pick one for us: longest not played, weighed by risk.",
      usage: "mayday drill next [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open(mayBegin: true)
      let answer: Answered<ListAnswer<DrillSuggestion>> = try await client.ask(.suggestDrills)
      try client.show(answer) { DrillSuggestionsText($0.items).render(for: client.terminal) }
    }
  }

  /// `mayday drill show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a drill, as far as you may know of it.",
      usage: "mayday drill show [<number>] [options]")

    @OptionGroup var drill: DrillArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<DrillWhole> = try await client.ask(.readDrill, path: try await drill.path(with: client))
      try client.show(answer) { DrillText($0).render(for: client.terminal) }
    }
  }

  /// `mayday drill outcome`.
  struct Outcome: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "outcome", abstract: "Show what was expected and what happened.",
      usage: "mayday drill outcome [<number>] [options]")

    @OptionGroup var drill: DrillArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<DrillOutcome> = try await client.ask(
        .readOutcome, path: try await drill.path(with: client))
      try client.show(answer) { DrillOutcomeText($0).render(for: client.terminal) }
    }
  }

  /// `mayday drill changes`.
  struct Changes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "changes", abstract: "Show what a drill suggests to change in its plan; take it over.",
      usage: "mayday drill changes [<number>] [--accept 1,3] [options]")

    @OptionGroup var drill: DrillArguments

    @Option(help: ArgumentHelp("Numbers of those to take over, or 'all'.", valueName: "numbers"))
    var accept: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let path = try await drill.path(with: client)
      let answer: Answered<PlanChanges> = try await client.ask(.listPlanChanges, path: path)
      guard let accept else {
        return try client.show(answer) { PlanChangesText($0).render(for: client.terminal) }
      }
      let numbers = try accept == "all" ? answer.value.changes.map(\.number) : Self.numbers(accept)
      let plan: Answered<PlanAnswer> = try await client.ask(
        .acceptPlanChanges, path: path,
        body: .object([
          "changes": .array(numbers.map { .integer(Int64($0)) }), "planVersion": .integer(answer.value.planVersion),
        ]))
      try client.showLine(plan) {
        "Taken over into the plan '\($0.entry.name)': \(numbers.count). Now it has \($0.steps.count) steps."
      }
    }

    private static func numbers(_ text: String) throws -> [Int] {
      try text.split(separator: ",").map { part in
        guard let number = Int(part.filter { $0 != " " }) else {
          throw CommandFailure("--accept: '\(part)' is no number", hint: "Write --accept 1,3 or --accept all.")
        }
        return number
      }
    }
  }

  /// `mayday drill postmortem`.
  struct Postmortem: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "postmortem", abstract: "Begin the postmortem of a drill that is over.",
      usage: "mayday drill postmortem [<number>] [options]")

    @OptionGroup var drill: DrillArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<DrillWhole> = try await client.ask(
        .startDrillPostmortem, path: try await drill.path(with: client))
      try client.showLine(answer) { whole in
        let name = whole.drill.postmortem.map { "PM-\($0)" } ?? "It"
        return "\(name) is begun, with what was expected and what happened: mayday postmortem show \(name)"
      }
    }
  }
}

/// Which drill a command is about.
struct DrillArguments: ParsableArguments {
  @Argument(help: "Number of the drill; left out: the one that runs, else the newest.")
  var number: Int?

  func path(with client: CommandClient) async throws -> [String: String] {
    if let number { return ["drill": "\(number)"] }
    let answer: Answered<ListAnswer<DrillListing>> = try await client.ask(.listDrills)
    let running = answer.value.items.filter { [.running, .paused].contains($0.state) }
    guard running.count < 2 else {
      let list = running.map { "drill \($0.number)" }.joined(separator: ", ")
      throw CommandFailure("several drills run: \(list)", hint: "Name one by its number.")
    }
    guard let drill = running.first ?? answer.value.items.first else {
      throw CommandFailure("no drill was planned yet", hint: "What to play first: mayday drill next")
    }
    return ["drill": "\(drill.number)"]
  }
}
