import ArgumentParser
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday instant`: the instants by which an incident is measured.
struct InstantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instant",
    abstract: "State or correct a named instant, or list them.",
    usage: "mayday instant [<instant> [<time> | --unknown]] [options]",
    discussion: """
      The instants: impact-started, detected, declared, acknowledged, first-public-update, mitigated, resolved. What is \
      not known stays so; correcting what was known needs a reason.

        mayday instant impact-started 02:58
        mayday instant mitigated 03:50 --reason "the last double charge in the log"
      """)

  @Argument(help: ArgumentHelp("Which one; left out: list them.", valueName: "instant"))
  var name: InstantName?

  @Argument(help: "When it was: 02:58, 'yesterday 23:50', '10 min ago'.")
  var time: String?

  @Flag(help: "It is not known after all.")
  var unknown = false

  @Option(help: "Why it is so.")
  var reason: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    guard name != nil else { return }
    if (time != nil) == unknown { throw ValidationError("Say when it was, or --unknown.") }
  }

  func run() async throws {
    let client = try await options.open()
    var path = try await incident.path(with: client)
    guard let name else {
      let answer: Answered<IncidentAnswer> = try await client.ask(.readIncident, path: path)
      return try client.show(answer) { incident in
        var lines = TextLines(client.terminal)
        lines.add("\(incident.summary.id)  \(incident.summary.title)", style: .strong)
        InstantLines(incident: incident, zone: client.zone, now: client.now).add(to: &lines)
        return lines.text
      }
    }
    let at = try client.instant(time, option: "the time")
    path["instant"] = name.rawValue
    let change: Answered<ChangeAnswer> = try await client.ask(
      .stateInstant, path: path,
      body: .members(["at": at.map { .instant($0) } ?? .null, "reason": reason.map { .string($0) }]))
    try client.showEntry(change)
  }
}

extension InstantName: ExpressibleByArgument {}
