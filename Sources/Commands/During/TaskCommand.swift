import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday task`: what is to be done now.
struct TaskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "Keep the list of what is to be done now.",
    discussion: """
        mayday task add "Count the orders that were charged twice" --owner sam
        mayday task done 2 --result "214 orders; the list is in the evidence"
      """,
    subcommands: [List.self, Add.self, Change.self, Done.self, Drop.self], defaultSubcommand: List.self)

  /// `mayday task list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the tasks in their order.", usage: "mayday task list [options]")

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<IncidentAnswer> = try await client.ask(
        .readIncident, path: try await incident.path(with: client))
      try client.show(answer.value.tasks) {
        var lines = TextLines(client.terminal)
        lines.add("\(answer.value.summary.id)  \(answer.value.summary.title)", style: .strong)
        TaskLines(tasks: answer.value.tasks).add(to: &lines)
        if answer.value.tasks.isEmpty { lines.add("No tasks yet: mayday task add \"What is to be done\"", indent: 2) }
        return lines.text
      }
    }
  }

  /// `mayday task add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add something to do.",
      usage: "mayday task add <words> ... [--owner <name>] [options]")

    @Argument(help: "What is to be done; quotes may be left out.")
    var words: [String]

    @Option(help: ArgumentHelp("Who does it.", valueName: "name"))
    var owner: String?

    @Option(help: "Its place: lower comes first; left out: last.")
    var order: Int?

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let change: Answered<ChangeAnswer> = try await client.ask(
        .addTask, path: try await incident.path(with: client),
        body: .members([
          "text": .string(words.joined(separator: " ")), "owner": owner.map { .string($0) },
          "order": order.map { .integer(Int64($0)) },
        ]))
      try client.showEntry(change)
    }
  }

  /// `mayday task change`.
  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change", abstract: "Give a task to somebody, word it anew, move it, or take it up again.",
      usage: "mayday task change <number> [--owner <name>] [options]")

    @Argument(help: "Number of the task.")
    var number: Int

    @Option(help: ArgumentHelp("Who does it; '' for nobody.", valueName: "name"))
    var owner: String?

    @Option(help: "What is to be done.")
    var text: String?

    @Option(help: "Its place: lower comes first.")
    var order: Int?

    @Flag(help: "It is to be done again.")
    var reopen = false

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      try await TaskCommand.change(
        number, incident, options,
        [
          "owner": owner.map { .string($0) }, "text": text.map { .string($0) },
          "order": order.map { .integer(Int64($0)) }, "state": reopen ? "open" : nil,
        ])
    }
  }

  /// `mayday task done`.
  struct Done: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "done", abstract: "Say that a task is done.",
      usage: "mayday task done <number> [--result …] [options]")

    @Argument(help: "Number of the task.")
    var number: Int

    @Option(help: "What came of it.")
    var result: String?

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      try await TaskCommand.change(
        number, incident, options, ["state": "done", "result": result.map { .string($0) }])
    }
  }

  /// `mayday task drop`.
  struct Drop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "drop", abstract: "Say that a task is not needed any more.",
      usage: "mayday task drop <number> [--result …] [options]")

    @Argument(help: "Number of the task.")
    var number: Int

    @Option(help: "Why.")
    var result: String?

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      try await TaskCommand.change(
        number, incident, options, ["state": "dropped", "result": result.map { .string($0) }])
    }
  }

  private static func change(
    _ number: Int, _ incident: IncidentArguments, _ options: ClientArguments, _ body: [String: JSONValue?]
  ) async throws {
    let client = try await options.open()
    var path = try await incident.path(with: client)
    path["task"] = String(number)
    let change: Answered<ChangeAnswer> = try await client.ask(.changeTask, path: path, body: .members(body))
    try client.showEntry(change)
  }
}
