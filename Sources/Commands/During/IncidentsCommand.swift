import ArgumentParser
import Chronology
import CommandKit
import Incidents
import Interchange
import TerminalPages

/// `mayday incidents`: the list, newest first.
struct IncidentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incidents",
    abstract: "List incidents, newest first.", usage: "mayday incidents [--running | --over] [--sev <n>] [options]",
    discussion: """
        mayday incidents --running
        mayday incidents --sev 1 --component checkout --limit 5
        mayday incidents --as-of "yesterday 18:00"
      """)

  @Flag(help: "Only those that somebody is working on.")
  var running = false

  @Flag(help: "Only those that are over.")
  var over = false

  @Option(help: "Only those in this state.")
  var state: IncidentState?

  @Option(name: [.customLong("sev"), .customLong("severity")], help: "Only those of this severity.")
  var severity: Int?

  @Option(help: ArgumentHelp("Only those that touch this component.", valueName: "id"))
  var component: String?

  @Flag(name: .customLong("drills"), inversion: .prefixedNo, help: "Only drills, or none of them.")
  var drills: Bool?

  @Option(help: ArgumentHelp("As the list was known at this time.", valueName: "time"))
  var asOf: String?

  @Option(help: "How many at most.")
  var limit: Int = 20

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    if running, over { throw ValidationError("--running and --over contradict each other.") }
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
  }

  func run() async throws {
    let client = try await options.open()
    let asOf = try client.instant(asOf, option: "--as-of")
    let found: (items: [IncidentSummaryAnswer], hasMore: Bool) = try await client.first(
      limit, .listIncidents,
      query: [
        "open": running ? "true" : over ? "false" : nil, "state": state?.rawValue,
        "severity": severity.map(String.init),
        "component": component, "drill": drills.map(String.init), "as_of": asOf?.rfc3339,
      ])
    try client.show(found.items) {
      IncidentListText(incidents: found.items, hasMore: found.hasMore, asOf: asOf, zone: client.zone, now: client.now)
        .render(for: client.terminal)
    }
  }
}

/// `mayday search`: everything that people wrote.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search what people wrote: all words must be found.", usage: "mayday search <words> ... [options]",
    discussion: "  mayday search double charge")

  @Argument(help: "Words.")
  var words: [String]

  @Option(help: "How many at most.")
  var limit: Int = 50

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
  }

  func run() async throws {
    let client = try await options.open()
    let found: (items: [SearchHitAnswer], hasMore: Bool) = try await client.first(
      limit, .search, query: ["q": words.joined(separator: " ")])
    try client.show(found.items) {
      var lines = TextLines(client.terminal)
      for hit in found.items {
        lines.add("\(hit.id)\(hit.entry.map { " #\($0)" } ?? "")  \(hit.title)", hanging: 2, style: .strong)
        lines.add(hit.excerpt, indent: 2)
      }
      if found.items.isEmpty { lines.add("Nothing found.") }
      if found.hasMore { lines.add("There are more; see them with --limit.", style: .faint) }
      return lines.text
    }
  }
}
