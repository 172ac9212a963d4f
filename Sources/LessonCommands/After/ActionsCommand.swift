package import ArgumentParser
import Chronology
import CommandKit
import Incidents
import Interchange
import Postmortems
import Publishing
import TerminalPages

/// `mayday actions`: the board over all postmortems.
package struct ActionsCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "List the actions of all postmortems, the most pressing first.",
    usage: "mayday actions [--mine | --owner <name>] [--overdue] [options]",
    discussion: """
        mayday actions --mine
        mayday actions --overdue
        mayday actions --all --csv > actions.csv

      What is verified or declined is shown with --all. Days are those of UTC. Exit status: 1 where one of them is overdue.
      """)

  @Flag(help: "Only those that are yours.")
  var mine = false

  @Option(help: ArgumentHelp("Only those of this owner.", valueName: "name"))
  var owner: String?

  @Flag(help: "Only those whose day has passed.")
  var overdue = false

  @Flag(help: "Only those that are not verified or declined; what is shown where nothing is said.")
  var open = false

  @Flag(help: "Those that are verified or declined too.")
  var all = false

  @Option(help: "Only those in this state.")
  var state: ActionState?

  @Option(help: "Only those of this kind.")
  var kind: ActionKind?

  @Option(name: [.customShort("i"), .long], help: ArgumentHelp("Only those of this incident.", valueName: "INC-7"))
  var incident: String?

  @Option(name: [.customShort("p"), .long], help: ArgumentHelp("Only those of this postmortem.", valueName: "PM-3"))
  var postmortem: String?

  @Option(help: "How many at most (default: 200; of CSV and calendar all).")
  var limit: Int?

  @Flag(help: "As CSV, a row each.")
  var csv = false

  @Flag(help: "As an iCalendar file, a day each.")
  var calendar = false

  @OptionGroup(title: "Where and how") var options: ClientArguments

  package init() {}

  package func validate() throws {
    if mine, owner != nil { throw ValidationError("--mine and --owner contradict each other.") }
    if open, all { throw ValidationError("--open and --all contradict each other.") }
    if csv, calendar { throw ValidationError("--csv and --calendar are two forms.") }
    guard (1...100_000).contains(limit ?? 1) else { throw ValidationError("--limit is from 1 to 100000.") }
  }

  package func run() async throws {
    let client = try await options.open()
    var owner = owner
    if mine {
      let me: Answered<MeAnswer> = try await client.ask(.readMe)
      owner = me.value.account
    }
    let incident = try incident.map { try IncidentName.read($0, option: "--incident") }
    let postmortem = try postmortem.map { try ActionName.postmortem($0, option: "--postmortem") }
    let found: (items: [ActionAnswer], hasMore: Bool) = try await client.first(
      limit ?? (csv || calendar ? nil : 200), .listActions,
      query: [
        "open": all || state != nil ? nil : "true", "state": state?.rawValue, "overdue": overdue ? "true" : nil,
        "owner": owner, "kind": kind?.rawValue,
        "incident": incident, "postmortem": postmortem,
      ])
    let shown = found.items
    if shown.isEmpty { try await checkThere(incident, postmortem, client) }
    if csv {
      try Output.writeRaw(ActionTable(actions: shown).csv)
    } else if calendar {
      try Output.writeRaw(ActionCalendar(actions: shown, host: "mayday.invalid", now: client.now).ics)
    } else {
      try client.show(shown) {
        ActionsText(actions: shown, hasMore: found.hasMore, today: CivilDate(client.now))
          .render(for: client.terminal)
      }
    }
    if shown.contains(where: \.isOverdue) { throw ExitStatus.findings }
  }

  /// Throws where none were found since there is no such incident or postmortem.
  private func checkThere(_ incident: String?, _ postmortem: String?, _ client: CommandClient) async throws {
    if let incident {
      let _: Answered<IncidentAnswer> = try await client.ask(.readIncident, path: ["incident": incident])
    }
    if let postmortem {
      let _: Answered<PostmortemAnswer> = try await client.ask(.readPostmortem, path: ["postmortem": postmortem])
    }
  }
}

extension ActionState: ExpressibleByArgument {}
extension ActionKind: ExpressibleByArgument {}

/// `PM-3` and `PM-3-A2`, as people write them.
enum ActionName {
  /// Reads `PM-3` and `3`; `option` is where it stands, nil for what needs no option.
  static func postmortem(_ text: String, option: String? = nil) throws -> String {
    guard let number = WireName.number(text, prefix: "PM") ?? WireName.number("PM-" + text, prefix: "PM") else {
      let place = option.map { "\($0): " } ?? ""
      throw CommandFailure(
        "\(place)'\(TerminalText.harmless(text.prefix(60)))' is not a postmortem", hint: "Write it as PM-3.")
    }
    return WireName.postmortem(number)
  }

  static func read(_ text: String) throws -> ActionID {
    guard let id = ActionID(text) else {
      throw CommandFailure("'\(TerminalText.harmless(text))' is not an action", hint: "Write it as PM-3-A2.")
    }
    return id
  }
}
