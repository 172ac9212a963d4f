import ArgumentParser
import Chronology
import CommandKit
import DocumentImport
import Documents
import EvidenceRecords
import Interchange
import Schemas
import TerminalPages

/// Files, folders and repositories that documents are read from.
struct ReadingArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders, git repositories or their addresses: Markdown, HTML, plain text.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("Read repositories as they were at this commit, branch or tag.", valueName: "reference"))
  var reference: String?

  @Flag(help: "Also what does not look like a postmortem.")
  var all = false

  /// Reads everything; throws ``CommandFailure`` where a path is not there.
  func read() throws -> (outcomes: [ImportOutcome], skipped: LibraryReading.Skipped) {
    var outcomes: [ImportOutcome] = []
    var fetched: [FetchedRepository] = []
    defer { for repository in fetched { repository.remove() } }
    let places: [LibraryReading.Place] = try paths.map { path in
      guard FetchedRepository.isAddress(path) else { return (path, reference) }
      let repository = try FetchedFolder.fetch(path, reference)
      fetched.append(repository)
      return (repository.folder, nil)
    }
    do {
      let skipped = try LibraryReading(places).read { outcomes.append($0) }
      return (outcomes, skipped)
    } catch let refusal as ImportRefusal {
      throw CommandFailure(TerminalText.harmless(refusal.description), hint: nil)
    }
  }

  /// Those that are to come in.
  func taken(_ outcomes: [ImportOutcome]) -> [ImportedDocument] {
    outcomes.compactMap { outcome in
      guard case .document(let document) = outcome, all || document.leftOut == nil else { return nil }
      return document
    }
  }
}

/// `mayday library read`: looks, and changes nothing.
struct ReadLibrary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Show what would be brought in of files, folders or repositories; change nothing.",
    usage: "mayday library read <paths> ... [--reference <commit>] [--all]",
    discussion: "Exit status: 1 when something could not be read.")

  @OptionGroup(title: "What") var reading: ReadingArguments

  @Option(help: "Form of the result.")
  var format: OutputFormat = .text

  func run() throws {
    let (outcomes, skipped) = try reading.read()
    switch format {
    case .text:
      try Output.write(
        ReadingText(outcomes: outcomes, skipped: skipped, takesAll: reading.all).render(for: .standardOutput()),
        to: nil)
    case .json:
      try Output.write(
        JSONValue.members(["schemaVersion": 1, "documents": .array(outcomes.map { json($0) })]).indented, to: nil)
    }
    let isRefused = outcomes.contains { if case .refused = $0 { true } else { false } }
    if isRefused { throw ExitStatus.findings }
  }

  private func json(_ outcome: ImportOutcome) -> JSONValue {
    switch outcome {
    case .refused(let path, let origin, let refusal):
      .members([
        "path": .string(path), "origin": .string(origin), "refused": .string(refusal.description),
        "isTaken": .bool(false),
      ])
    case .document(let document):
      .members([
        "path": .string(document.path), "origin": .string(document.origin), "title": .string(document.title),
        "kind": .string(document.kind.rawValue), "date": document.date.map { .string($0.description) },
        "sections": .array(document.sections.map { .string($0.rawValue) }),
        "notes": .array(document.notes.map { .string($0.sentence) }),
        "leftOut": document.leftOut.map { .string($0) },
        "isTaken": .bool(reading.all || document.leftOut == nil),
      ])
    }
  }
}
