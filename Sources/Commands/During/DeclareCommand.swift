import ArgumentParser
import Chronology
import CommandKit
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday declare`: the first minute, in one line.
struct DeclareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare",
    abstract: "Declare an incident, or record one that is over.",
    usage: "mayday declare <title> [--sev <n>] [--lead] [options]",
    discussion: """
      In doubt, declare, and take the higher severity: both can be taken back.

        mayday declare "Payments fail at checkout" --sev 2 --lead
        mayday declare "Orders lost on Sunday" --state closed \\
          --started "2031-05-04 09:10" --resolved "2031-05-04 10:40"
      """)

  @Argument(help: "What is wrong, in a line.")
  var title: String

  @Option(name: [.customLong("sev"), .customLong("severity")], help: "Severity: 1 is the worst (mayday policy show).")
  var severity: Int?

  @Option(help: "What users feel, in a sentence.")
  var impact: String?

  @Option(
    name: .customLong("component"), parsing: .singleValue,
    help: ArgumentHelp("A component that is affected; can be given several times.", valueName: "id"))
  var components: [String] = []

  @Flag(help: "You lead from now on.")
  var lead = false

  @Option(help: ArgumentHelp("This person leads from now on.", valueName: "name"))
  var leader: String?

  @Flag(name: .customLong("private"), help: "Only you, those with a role and those you add may know of it.")
  var isPrivate = false

  @Flag(name: .customLong("drill"), help: "A drill: kept out of statistics and of every public surface.")
  var isDrill = false

  @Option(help: "The state it is in: triage, active, … ; closed or resolved records a past incident.")
  var state: IncidentState?

  @OptionGroup(title: "When") var instants: DeclaredInstants
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    if lead, leader != nil { throw ValidationError("--lead is you, and --leader somebody: give one of them.") }
  }

  func run() async throws {
    let client = try await options.open(mayBegin: true)
    var commander = leader
    if lead {
      let me: Answered<MeAnswer> = try await client.ask(.readMe)
      commander = me.value.account
    }
    let named = try instants.read(with: client)
    let change: Answered<ChangeAnswer> = try await client.ask(
      .declareIncident,
      body: .members([
        "title": .string(title), "severity": severity.map { .integer(Int64($0)) }, "impact": impact.map { .string($0) },
        "components": components.isEmpty ? nil : .array(components.map { .string($0) }),
        "isPrivate": isPrivate ? true : nil, "isDrill": isDrill ? true : nil,
        "commander": commander.map { .string($0) }, "state": state.map { .string($0.rawValue) },
        "instants": named.isEmpty ? nil : .object(named),
      ]))
    let id = change.value.incident.id
    let incident: Answered<IncidentAnswer> = try await client.ask(.readIncident, path: ["incident": id])
    let policy: Answered<PolicyAnswer> = try await client.ask(.readPolicy)
    try client.show(incident) { incident in
      DeclaredText(incident: incident, policy: policy.value.policy, zone: client.zone, now: client.now)
        .render(for: client.terminal)
    }
  }
}

/// The named instants that are known when an incident is declared.
struct DeclaredInstants: ParsableArguments {
  @Option(help: ArgumentHelp("When users began to be affected: 02:58, '10 min ago'.", valueName: "time"))
  var started: String?

  @Option(help: ArgumentHelp("When somebody or something first noticed.", valueName: "time"))
  var detected: String?

  @Option(help: ArgumentHelp("When it was declared, where that was before now.", valueName: "time"))
  var declared: String?

  @Option(help: ArgumentHelp("When users were no longer affected.", valueName: "time"))
  var mitigated: String?

  @Option(help: ArgumentHelp("When it was over.", valueName: "time"))
  var resolved: String?

  func read(with client: CommandClient) throws -> [String: JSONValue] {
    let given: [(InstantName, String?, String)] = [
      (.impactStarted, started, "--started"), (.detected, detected, "--detected"), (.declared, declared, "--declared"),
      (.mitigated, mitigated, "--mitigated"), (.resolved, resolved, "--resolved"),
    ]
    var named: [String: JSONValue] = [:]
    for (name, text, option) in given {
      if let instant = try client.instant(text, option: option) { named[name.rawValue] = .instant(instant) }
    }
    return named
  }
}

extension IncidentState: ExpressibleByArgument {}
