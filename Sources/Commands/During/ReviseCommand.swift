import ArgumentParser
import CommandKit
import Interchange
import Schemas

/// `mayday revise`: what an incident is about, and how severe it is.
struct ReviseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise",
    abstract: "Say anew how severe an incident is, what it is about, what users feel.",
    usage: "mayday revise [--sev <n>] [--title …] [--impact …] [options]",
    discussion: """
      A lower severity, and the mark of a drill, need a reason.

        mayday revise --sev 1
        mayday revise --impact "One order in three is charged twice"
      """)

  @Option(name: [.customLong("sev"), .customLong("severity")], help: "Severity: 1 is the worst.")
  var severity: Int?

  @Option(help: "What is wrong, in a line; the headline of the next word to customers.")
  var title: String?

  @Option(help: "What users feel.")
  var impact: String?

  @Option(
    name: .customLong("component"), parsing: .singleValue,
    help: ArgumentHelp("What is affected, in place of what was named; several times.", valueName: "id"))
  var components: [String] = []

  @Flag(inversion: .prefixedNo, help: "Whether it is a drill.")
  var drill: Bool?

  @Option(help: "Why.")
  var reason: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let change: Answered<ChangeAnswer> = try await client.ask(
      .reviseIncident, path: try await incident.path(with: client),
      body: .members([
        "severity": severity.map { .integer(Int64($0)) }, "title": title.map { .string($0) },
        "impact": impact.map { .string($0) },
        "components": components.isEmpty ? nil : .array(components.map { .string($0) }),
        "isDrill": drill.map { .bool($0) }, "reason": reason.map { .string($0) },
      ]))
    try client.showEntry(change)
  }
}

/// `mayday access`: who may know of an incident.
struct AccessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Say who may know of an incident.", usage: "mayday access [--private | --open] [--add <name>] [options]",
    discussion: """
        mayday access --private --add lee --reason "personal data may be concerned"
        mayday access --open -i INC-104233
      """)

  @Flag(name: .customLong("private"), help: "Only its declarer, those with a role and those added may know of it.")
  var isPrivate = false

  @Flag(name: .customLong("open"), help: "The whole team may know of it.")
  var isOpen = false

  @Option(
    name: .customLong("add"), parsing: .singleValue,
    help: ArgumentHelp("May know of it; several times.", valueName: "name"))
  var added: [String] = []

  @Option(
    name: .customLong("remove"), parsing: .singleValue,
    help: ArgumentHelp("May no longer; several times.", valueName: "name"))
  var removed: [String] = []

  @Option(help: "Why.")
  var reason: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    if isPrivate, isOpen { throw ValidationError("--private and --open contradict each other.") }
  }

  func run() async throws {
    let client = try await options.open()
    let path = try await incident.path(with: client)
    let change: Answered<ChangeAnswer> = try await client.ask(
      .changeAccess, path: path,
      body: .members([
        "isPrivate": isPrivate ? true : isOpen ? false : nil, "added": .array(added.map { .string($0) }),
        "removed": .array(removed.map { .string($0) }), "reason": reason.map { .string($0) },
      ]))
    try client.showEntry(change)
  }
}
