import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas

/// `mayday decide`: what was chosen, why, and what was known.
struct DecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Record a decision: what, why, what else was seen, what was known.",
    usage: "mayday decide <what> [--why …] [--option …] [--known …] [options]",
    discussion: """
      Later readers judge a decision by what was known when it was made; what is not written down then is lost.

        mayday decide "Roll checkout back to Monday's release" \\
          --why "fastest way to working payments" \\
          --option "turn the flag off" --known "failures began with the release"
      """)

  @Argument(help: "What was decided.")
  var what: String

  @Option(help: "Why.")
  var why: String?

  @Option(
    name: .customLong("option"), parsing: .singleValue, help: "What else was weighed; can be given several times.")
  var alternatives: [String] = []

  @Option(help: "What was known, and what was not.")
  var known: String?

  @Option(help: ArgumentHelp("Whoever decided; left out: you.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("When it was decided; left out: now.", valueName: "time"))
  var at: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let at = try client.instant(at, option: "--at")
    let change: Answered<ChangeAnswer> = try await client.ask(
      .recordDecision, path: try await incident.path(with: client),
      body: .members([
        "what": .string(what), "why": why.map { .string($0) },
        "options": alternatives.isEmpty ? nil : .array(alternatives.map { .string($0) }),
        "known": known.map { .string($0) }, "by": by.map { .string($0) }, "at": at.map { .instant($0) },
      ]))
    try client.showEntry(change) { entry in
      "Seen differently? mayday dissent \(entry.version) \"…\""
    }
  }
}

/// `mayday dissent`: a decision seen differently, without drama.
struct DissentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dissent",
    abstract: "Record that somebody sees a decision differently.",
    usage: "mayday dissent <decision> <text> [--by <name>] [options]",
    discussion: """
      The decision stands; the other view stands beside it.

        mayday dissent 12 "The flag alone would do, and keeps the new receipts"
      """)

  @Argument(help: "Number of the decision, as 'mayday status INC-7' shows it.")
  var decision: Int

  @Argument(help: "How it is seen.")
  var text: String

  @Option(help: ArgumentHelp("Whoever sees it so; left out: you.", valueName: "name"))
  var by: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    var path = try await incident.path(with: client)
    path["entry"] = String(decision)
    let change: Answered<ChangeAnswer> = try await client.ask(
      .recordDissent, path: path, body: .members(["text": .string(text), "by": by.map { .string($0) }]))
    try client.showEntry(change)
  }
}
