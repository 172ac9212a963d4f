import ArgumentParser
import CommandKit
import Composition
import Desk
import EvidenceReading
import Foundation
import RecordViews
import TerminalPages
import TimelineBuilding

/// `mayday import`: a postmortem, with its evidence, into the record.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Put a postmortem into the record, so that the pages show it.",
    usage: "mayday import <files> ... [--evidence <path>] [options]",
    discussion: """
      The same text again changes nothing; a changed one becomes a new revision.

        mayday import postmortem.md --evidence evidence/
      """)

  @Argument(help: "Postmortems as Markdown.", completion: .file(extensions: ["md"]))
  var files: [String]

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Evidence of the incident; its timeline goes into the record too.", valueName: "path"),
    completion: .file())
  var evidence: [String] = []

  @Option(help: ArgumentHelp("The incident that it belongs to: INC-1.", valueName: "id"))
  var incident: String?

  @Flag(help: "Take the place of that incident's postmortem although its title and start are others.")
  var revise = false

  @OptionGroup var record: RecordArguments

  func run() async throws {
    let target = try incident.map { text in
      guard let id = IncidentID(text) else {
        throw CommandFailure("--incident: '\(text)' is not an incident", hint: "Write it as INC-1.")
      }
      return id
    }
    guard files.count == 1 || (evidence.isEmpty && target == nil) else {
      throw CommandFailure(
        "--evidence and --incident belong to one postmortem, and \(files.count) were given",
        hint: "Import them one by one.")
    }
    let documents = try files.map { (path: $0, text: try DocumentFile.read($0)) }
    let report = try timeline()
    let desk = try DeskOpening.open(record: record.pathMakingFolder())
    for document in documents {
      let receipt = try await desk.importPostmortem(
        ImportRequest(
          text: document.text, path: document.path, timeline: report, incident: target, isRevisionMeant: revise))
      try Output.write(Self.sentence(receipt, path: document.path), to: nil)
    }
  }

  private static func sentence(_ receipt: ImportReceipt, path: String) -> String {
    let place = "\(receipt.postmortem) \(receipt.incident)  '\(path)'"
    if receipt.isUnchanged { return place + " is already in the record" }
    guard let title = receipt.replacedTitle else { return place + " is in the record" }
    return place + " is in the record, in place of its former text '\(TerminalText.harmless(title))'"
  }

  private func timeline() throws -> TimelineReport? {
    guard !evidence.isEmpty else { return nil }
    let line = ProgressLine()
    defer { line.finish() }
    return try EvidenceTimeline().build(paths: evidence) { progress in
      line.update(bytesRead: progress.bytesRead, bytesTotal: progress.bytesTotal, file: progress.file)
    }
  }
}
