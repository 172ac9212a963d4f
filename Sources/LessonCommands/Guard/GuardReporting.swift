import ArgumentParser
import CommandKit
import Desk
import Foundation
import Guards
import Incidents
import Interchange
import Postmortems
import RecordViews
import Schemas
import TerminalPages

/// Where results of guards are reported to.
struct GuardReportingArguments: ParsableArguments {
  @Flag(help: "Report the results to the record of this machine, or to a server: $MAYDAY_URL and $MAYDAY_TOKEN.")
  var report = false

  @Option(help: ArgumentHelp("The server (default: $MAYDAY_URL); its token: $MAYDAY_TOKEN.", valueName: "url"))
  var server: String?

  @OptionGroup var record: RecordArguments

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who you are on a record of this machine.", valueName: "name"))
  var actor: String?

  @Option(help: ArgumentHelp("Where they ran (default: the job and the host).", valueName: "words"))
  var place: String?

  func validate() throws {
    guard !report, server != nil || record.record != nil || actor != nil || place != nil else { return }
    throw ValidationError("--server, --record, --as and --place say where to report to: add --report.")
  }

  /// Reports each result; says on standard error what became of it where that is worth knowing.
  ///
  /// Throws where one could not be reported, after trying all.
  func send(_ results: [GuardResult]) async throws {
    var words: [String] = []
    for (name, value) in [("--server", server), ("--record", record.record), ("--as", actor)] {
      if let value { words += [name, value] }
    }
    let client = try await ClientArguments.parse(words).open()
    var failure: CommandFailure?
    var count = 0
    for result in results {
      do {
        let answer: Answered<GuardReportAnswer> = try await client.ask(
          .reportGuard, path: ["guard": result.name], body: Self.body(result, place: placeOrDefault))
        count += 1
        if let action = answer.value.reopened {
          Output.say("\(result.name): \(TerminalText.harmless(action)) is open again, because this guard is broken.")
        }
      } catch let problem as Problem {
        failure = CommandFailure(problem)
        Output.say("mayday: error: the result of '\(result.name)' was not recorded: \(CommandFailure(problem))")
      }
    }
    if count > 0 { Output.say("Reported \(count == 1 ? "1 result" : "\(count) results") to \(target).") }
    if failure != nil {
      throw CommandFailure("not all results were recorded", hint: "What each came to is said above.")
    }
  }

  /// The server or the record that results go to.
  private var target: String {
    let url = ProcessInfo.processInfo.environment["MAYDAY_URL"].flatMap { $0.isEmpty ? nil : $0 }
    let place = server ?? (record.record == nil ? url : nil) ?? record.path()
    return TerminalText.harmless(place)
  }

  private static func body(_ result: GuardResult, place: String) -> JSONValue {
    let report = Postmortems.GuardReport(result, place: place)
    return .members([
      "standing": .string(report.standing.rawValue), "summary": .string(report.summary),
      "detail": .string(report.detail), "place": .string(report.place), "title": .string(result.title),
      "incident": result.protects.flatMap { IncidentID($0) }.map { .string($0.description) },
      "action": result.action.flatMap { ActionID($0) }.map { .string($0.description) },
    ])
  }

  /// The job, where a build system names it, and the host.
  private var placeOrDefault: String {
    if let place { return place }
    let environment = ProcessInfo.processInfo.environment
    let job = ["GITHUB_JOB", "CI_JOB_NAME", "JOB_NAME", "BUILDKITE_LABEL", "CIRCLE_JOB"]
      .compactMap { environment[$0].flatMap { $0.isEmpty ? nil : $0 } }.first
    return TerminalText.harmless([job, ProcessInfo.processInfo.hostName].compactMap(\.self).joined(separator: " on "))
  }
}
