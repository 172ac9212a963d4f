import ArgumentParser
import CommandKit
import EvidenceReading
import Foundation
import TerminalPages
import TimelineBuilding

/// `mayday sources`: what was recognised, how surely, and what was not understood.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Show what each file was read as, in which zone, and what was not understood.",
    usage: "mayday sources <evidence> ... [options]")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var input: EvidenceArguments

  @Option(help: "Zone in which times are shown: UTC, local, Europe/Berlin, +02:00.")
  var zone: String = "UTC"

  @Option(help: "Form of the result.")
  var format: Format = .text

  func run() throws {
    guard let display = DisplayZone(zone) else {
      throw CommandFailure(
        "--zone: '\(zone)' is not a time zone", hint: "Write UTC, local, a name such as Europe/Berlin, or +02:00.")
    }
    let report = try input.report()
    switch format {
    case .text:
      let text = SourcesText(sources: report.sources, clockNotes: report.clockNotes, zone: display)
      try Output.write(text.render(for: .standardOutput()), to: nil)
    case .json:
      try Output.write(
        JSONText.encode(SourcesDocument(sources: report.sources, clockNotes: report.clockNotes)), to: nil)
    }
  }
}

/// The object that `mayday sources --format json` prints.
struct SourcesDocument: Encodable {
  var schemaVersion = 1
  var sources: [SourceSummary]
  var clockNotes: [String]
}
