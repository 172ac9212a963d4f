package import ArgumentParser
package import Chronology
import Composition
import Foundation
import Interchange
import TerminalPages

extension OutputFormat: ExpressibleByArgument {}

/// Which record or server a command works on, who asks, and how the result is shown.
package struct ClientArguments: ParsableArguments {
  @OptionGroup package var place: PlaceArguments

  @Option(help: "Form of the result.")
  package var format: OutputFormat = .text

  package init() {}

  /// See ``PlaceArguments/isThere(environment:)``.
  package var isThere: Bool { place.isThere() }

  /// Opens the record or the way to the server; `mayBegin`: also where there is no record yet and something is read.
  package func open(
    mayBegin: Bool = false, environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> CommandClient {
    try await place.open(format: format, mayBegin: mayBegin, environment: environment)
  }

  /// This machine's clock, to the second.
  package static func clock() -> Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }
}

/// Which record or server a command works on, and who asks.
package struct PlaceArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The server (default: $MAYDAY_URL); its token: $MAYDAY_TOKEN.", valueName: "url"))
  package var server: String?

  @OptionGroup package var record: RecordArguments

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who you are on a record of this machine (default: $MAYDAY_USER, else your account here).", valueName: "name"))
  package var actor: String?

  @Option(help: "Zone in which times are shown and read: local, UTC, Europe/Berlin, +02:00.")
  package var zone: String = "local"

  package init() {}

  /// Opens the record or the way to the server.
  package func open(
    format: OutputFormat = .text, mayBegin: Bool = false,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> CommandClient {
    guard let display = DisplayZone(zone) else {
      throw CommandFailure(
        "--zone: '\(zone)' is not a time zone", hint: "Write local, UTC, a name such as Europe/Berlin, or +02:00.")
    }
    return CommandClient(
      client: try client(environment, mayBegin: mayBegin), zone: display, format: format, now: ClientArguments.clock())
  }

  /// Whether there is something to ask: a server is named, or the record of this machine is there.
  package func isThere(environment: [String: String] = ProcessInfo.processInfo.environment) -> Bool {
    if server != nil || record.record == nil && environment["MAYDAY_URL"]?.isEmpty == false { return true }
    return FileManager.default.fileExists(atPath: record.path(environment: environment))
  }

  private func client(_ environment: [String: String], mayBegin: Bool) throws -> any APIClient {
    func stated(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    guard let url = server ?? (record.record == nil ? stated("MAYDAY_URL") : nil) else {
      return RecordClient(
        path: record.path(environment: environment), account: try localName(stated("MAYDAY_USER")), mayBegin: mayBegin)
    }
    guard record.record == nil else {
      throw CommandFailure("--server and --record are two places", hint: "Leave out one or the other.")
    }
    guard actor == nil else {
      throw CommandFailure(
        "--as says nothing to a server: the token tells who you are", hint: "Leave out --as, or use another token.")
    }
    guard let token = stated("MAYDAY_TOKEN") else {
      throw CommandFailure(
        "there is no token for \(url)", hint: "Make one on your page there, then: export MAYDAY_TOKEN=mdy_…")
    }
    return try ClientOpening.remote(url: url, token: token)
  }

  /// The name that the record is to know this person by.
  package func localName(_ stated: String?) throws -> String {
    let name = (actor ?? stated ?? NSUserName()).trimmingCharacters(in: .whitespaces)
    guard !name.isEmpty, name.unicodeScalars.count <= 80, name == TerminalText.harmless(name) else {
      throw CommandFailure(
        "'\(TerminalText.harmless(name))' cannot stand for a person",
        hint: "Name yourself with --as NAME, up to 80 letters.")
    }
    return name
  }
}

/// The incident that a command is about.
package struct IncidentArguments: ParsableArguments {
  @Option(
    name: [.customShort("i"), .customLong("incident")],
    help: ArgumentHelp(
      "The incident (default: $MAYDAY_INCIDENT, else the only one that is running).", valueName: "INC-7"))
  package var incident: String?

  package init() {}

  /// Its name.
  ///
  /// Throws ``CommandFailure`` that lists them when several are running and none is named.
  package func name(
    with client: CommandClient, environment: [String: String] = ProcessInfo.processInfo.environment
  ) async throws -> String {
    if let incident { return try IncidentName.read(incident, option: "--incident") }
    if let stated = environment["MAYDAY_INCIDENT"], !stated.isEmpty {
      return try IncidentName.read(stated, option: "MAYDAY_INCIDENT")
    }
    let running: [IncidentSummaryAnswer] = try await client.all(.listIncidents, query: ["open": "true"], max: 200)
    guard let first = running.first else {
      throw CommandFailure(
        "no incident is running", hint: "Name one with -i INC-7, or declare one: mayday declare \"What is wrong\"")
    }
    guard running.count == 1 else {
      let list = running.prefix(9).map { "\($0.id)  \($0.severityName)  \(TerminalText.harmless($0.title))" }
      throw CommandFailure(
        "\(running.count) incidents are running, and it is not said which is meant",
        hint: (list + ["Name one with -i \(first.id), or: export MAYDAY_INCIDENT=\(first.id)"]).joined(
          separator: "\n  "))
    }
    return first.id
  }

  /// As the path of an operation names it.
  package func path(with client: CommandClient) async throws -> [String: String] {
    ["incident": try await name(with: client)]
  }
}

/// `INC-7`, as people write it.
package enum IncidentName {
  /// Reads `INC-7`, `inc-7` and `7`; `option` is where it stands, nil for what needs no option.
  package static func read(_ text: String, option: String?) throws -> String {
    let number = WireName.number(text, prefix: "INC") ?? WireName.number("INC-" + text, prefix: "INC")
    guard let number else {
      let place = option.map { "\($0): " } ?? ""
      throw CommandFailure(
        "\(place)'\(TerminalText.harmless(text.prefix(60)))' is not an incident", hint: "Write it as INC-7.")
    }
    return WireName.incident(number)
  }
}
