import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday state`: how far an incident is.
struct StateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: "Move an incident on: mitigated, resolved, learning, closed, active again.",
    usage: "mayday state [<state>] [--reason …] [options]",
    discussion: """
      Without a state it says where the incident stands and what can follow. Declining, cancelling and opening again \
      need a reason.

        mayday state mitigated --reason "No double charge since 03:50"
        mayday state resolved
      """)

  @Argument(help: "The state that it is in from now on.")
  var state: IncidentState?

  @Option(help: "Why.")
  var reason: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let path = try await incident.path(with: client)
    guard let state else {
      let answer: Answered<IncidentAnswer> = try await client.ask(.readIncident, path: path)
      return try client.show(answer) { incident in
        let following = incident.nextStates.map(\.rawValue).joined(separator: ", ")
        var lines = TextLines(client.terminal)
        lines.add("\(incident.summary.id) is \(incident.summary.status). It can become: \(following)")
        return lines.text
      }
    }
    guard state != .merged else {
      throw CommandFailure(
        "merging names the other incident", hint: "mayday merge \(path["incident", default: "INC-8"]) into INC-7")
    }
    let change: Answered<ChangeAnswer> = try await client.ask(
      .changeState, path: path,
      body: .members(["state": .string(state.rawValue), "reason": reason.map { .string($0) }]))
    try client.showEntry(change) { _ in Self.advice(after: change.value.incident) }
  }

  private static func advice(after incident: IncidentSummaryAnswer) -> String? {
    switch incident.state {
    case .mitigated: "People outside wait for a word: mayday update new --to customers --state monitoring"
    case .resolved where incident.nextWord != nil:
      "Whoever was told something is owed the last word: mayday update new --state resolved"
    default: nil
    }
  }
}

/// `mayday merge`: two incidents are one.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Say that an incident is part of another; its old links lead on.",
    usage: "mayday merge INC-8 into INC-7 [options]",
    discussion: "  mayday merge INC-8 into INC-7")

  @Argument(
    help: ArgumentHelp("The incident that is part of the other, 'into', and the other.", valueName: "INC-8 into INC-7"))
  var words: [String]

  @Option(help: "Why.")
  var reason: String?

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let names = words.filter { $0.lowercased() != "into" }
    guard names.count == 2 else {
      throw CommandFailure(
        "merging names two incidents, and \(names.count) are named", hint: "Write it as: mayday merge INC-8 into INC-7")
    }
    let part = try IncidentName.read(names[0], option: "the first")
    let whole = try IncidentName.read(names[1], option: "the second")
    let client = try await options.open()
    let change: Answered<ChangeAnswer> = try await client.ask(
      .changeState, path: ["incident": part],
      body: .members([
        "state": .string(IncidentState.merged.rawValue), "into": .string(whole), "reason": reason.map { .string($0) },
      ]))
    try client.showEntry(change)
  }
}
