import ArgumentParser
import Chronology
import CommandKit
import Foundation
import Incidents
import Interchange
import Learning
import PublicStatus
import Schemas
import StatusPages
import TerminalPages

/// `mayday status`: what is running, or one incident whole; and the status page as files.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what is running, or one incident whole.",
    discussion: """
      Without an incident: all that are running, in a few lines each. With one: roles, clocks, tasks, decisions, \
      updates and the timeline. Exit status: 1 when a promised word is late.

        mayday status
        mayday status INC-7
        mayday status INC-7 --as-of 03:12        as it was known then
        mayday status --watch                    follows until Control-C
        mayday status export public/             the status page as files
      """,
    subcommands: [Show.self, Export.self], defaultSubcommand: Show.self)

  /// `mayday status show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show what is running, or one incident whole.",
      usage: "mayday status [INC-7] [--as-of <time>] [--watch] [options]",
      discussion: "Exit status: 1 when a promised word is late.")

    @Argument(help: ArgumentHelp("The incident; left out: all that are running.", valueName: "INC-7"))
    var incident: String?

    @Option(help: ArgumentHelp("As it was known at this time: 03:12, 'yesterday 23:50'.", valueName: "time"))
    var asOf: String?

    @Flag(name: .shortAndLong, help: "Follow along, and draw anew what has changed, until Control-C.")
    var watch = false

    @Flag(help: "The whole timeline, not its newest 200 entries.")
    var all = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func validate() throws {
      if watch, asOf != nil { throw ValidationError("--watch follows what is now; --as-of is what was.") }
      if watch, options.format == .json { throw ValidationError("--watch is for people; poll with --format json.") }
    }

    func run() async throws {
      let client = try await options.open()
      let name = try incident.map { try IncidentName.read($0, option: "the incident") }
      guard !watch else { return try await follow(client, name) }
      let asOf = try client.instant(asOf, option: "--as-of")
      let view = try await StatusView.read(name, asOf: asOf, isWhole: all, with: client)
      switch client.format {
      case .text: try Output.write(view.render(client, for: client.terminal), to: nil)
      case .json: try Output.write(view.json.indented, to: nil)
      }
      if asOf == nil, view.isLate { throw ExitStatus.findings }
    }

    /// Reads every few seconds and draws only what differs, so that nothing flickers.
    private func follow(_ client: CommandClient, _ name: String?) async throws {
      guard Terminal.isOutputTerminal else {
        throw CommandFailure("--watch draws on a terminal, and this is none", hint: "Leave it out, and ask again.")
      }
      var screen = LiveScreen()
      while true {
        let now = client.at(ClientArguments.clock())
        let terminal = Terminal.standardOutput()
        let view = try await StatusView.read(name, asOf: nil, isWhole: false, with: now)
        let text = view.render(now, for: terminal)
        if let bytes = screen.draw(text, rows: Terminal.rows) { try Output.writeRaw(bytes) }
        try await Task.sleep(for: .seconds(2))
      }
    }
  }

  /// `mayday status export`: a static copy that outlives us.
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the public status page as files, for any web server.",
      usage: "mayday status export <folder> [--address <url>] [options]",
      discussion: """
        Pages, feed, calendar and JSON, linked relatively; nothing in them needs Mayday to run.

          mayday status export public/ --address https://status.example.org
        """)

    @Argument(help: "The folder; made where it is not there.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("Where the copy will stand, for the addresses in feed and JSON.", valueName: "url"))
    var address: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let report: Answered<StatusReport> = try await client.ask(.readStatusReport)
      let files = StatusExport.files(report.value, address: address)
      let root = URL(fileURLWithPath: folder, isDirectory: true)
      for file in files {
        let url = root.appendingPathComponent(file.path)
        do {
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(file.bytes).write(to: url, options: .atomic)
        } catch {
          throw CommandFailure(
            "'\(url.path)' cannot be written: \(Output.reason(error))", hint: "Name a folder that you may write to.")
        }
      }
      try Output.write(
        "\(files.count) files in '\(folder)'. Open \(folder.hasSuffix("/") ? folder : folder + "/")index.html", to: nil)
    }
  }
}

/// What `mayday status` shows: all that is running, or one incident.
struct StatusView {
  var incidents: [IncidentAnswer]
  var isOne: Bool
  var asOf: Instant?
  var json: JSONValue
  /// What the one incident looks like, while it runs.
  var alike: [Likeness] = []

  static func read(
    _ name: String?, asOf: Instant?, isWhole: Bool, with client: CommandClient
  ) async throws -> StatusView {
    let query = ["as_of": asOf?.rfc3339]
    guard let name else {
      let running: [IncidentSummaryAnswer] = try await client.all(
        .listIncidents, query: ["open": "true", "as_of": asOf?.rfc3339], max: 200)
      var incidents: [IncidentAnswer] = []
      var documents: [JSONValue] = []
      for summary in running {
        let answer: Answered<IncidentAnswer> = try await client.ask(
          .readIncident, path: ["incident": summary.id], query: query)
        incidents.append(answer.value)
        documents.append(answer.json)
      }
      return StatusView(incidents: incidents, isOne: false, asOf: asOf, json: .array(documents))
    }
    var answer: Answered<IncidentAnswer> = try await client.ask(.readIncident, path: ["incident": name], query: query)
    if isWhole, answer.value.entries.count < answer.value.entryCount {
      answer.value.entries = try await client.all(.listEntries, path: ["incident": name], query: query, max: 50_000)
    }
    var view = StatusView(incidents: [answer.value], isOne: true, asOf: asOf, json: answer.json)
    if asOf == nil, answer.value.summary.isRunning {
      // What it looks like is an aid: where it cannot be told, the status is told all the same.
      let like: Answered<ListAnswer<Likeness>>? = try? await client.ask(.likeIncident, path: ["incident": name])
      view.alike = like?.value.items ?? []
    }
    return view
  }

  var isLate: Bool { incidents.contains { $0.promises.contains { $0.standing == .late } } }

  func render(_ client: CommandClient, for terminal: Terminal) -> String {
    if isOne, let incident = incidents.first {
      return IncidentText(
        incident: incident, zone: client.zone, now: client.now,
        likeness: LikenessText.line(for: incident.summary.id, alike)
      ).render(for: terminal)
    }
    return RunningText(incidents: incidents, asOf: asOf, zone: client.zone, now: client.now).render(for: terminal)
  }
}
