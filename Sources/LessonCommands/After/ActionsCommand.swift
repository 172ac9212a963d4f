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

  @Option(help: "How many at most.")
  var limit: Int = 200

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
    guard (1...100_000).contains(limit) else { throw ValidationError("--limit is from 1 to 100000.") }
  }

  package func run() async throws {
    let client = try await options.open()
    var owner = owner
    if mine {
      let me: Answered<MeAnswer> = try await client.ask(.readMe)
      owner = me.value.account
    }
    let found: [ActionAnswer] = try await client.all(
      .listActions,
      query: [
        "open": all || state != nil ? nil : "true", "state": state?.rawValue, "overdue": overdue ? "true" : nil,
        "owner": owner, "kind": kind?.rawValue,
        "incident": try incident.map { try IncidentName.read($0, option: "--incident") },
        "postmortem": try postmortem.map { try ActionName.postmortem($0, option: "--postmortem") },
      ], max: limit)
    let shown = Array(found.prefix(limit))
    if csv {
      try Output.writeRaw(ActionTable(actions: shown).csv)
    } else if calendar {
      try Output.writeRaw(ActionCalendar(actions: shown, host: "mayday.invalid", now: client.now).ics)
    } else {
      try client.show(shown) {
        ActionsText(actions: shown, hasMore: found.count > limit, today: CivilDate(client.now))
          .render(for: client.terminal)
      }
    }
    if shown.contains(where: \.isOverdue) { throw ExitStatus.findings }
  }
}

extension ActionState: ExpressibleByArgument {}
extension ActionKind: ExpressibleByArgument {}

/// `PM-3` and `PM-3-A2`, as people write them.
enum ActionName {
  static func postmortem(_ text: String, option: String) throws -> String {
    guard let number = WireName.number(text, prefix: "PM") ?? WireName.number("PM-" + text, prefix: "PM") else {
      throw CommandFailure("\(option): '\(TerminalText.harmless(text))' is not a postmortem", hint: "Write it as PM-3.")
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
