import ArgumentParser
import CommandKit
import Interchange
import Schemas

/// `mayday note`: what was seen, said or done.
struct NoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write down what was seen, said or done.", usage: "mayday note <words> ... [--at <time>] [options]",
    discussion: """
        mayday note "Error rate falls since the rollback"
        mayday note "Provider says all is well on their side" --at 03:12
      """)

  @Argument(help: "What it was; quotes may be left out.")
  var words: [String]

  @Option(help: ArgumentHelp("When it happened: 03:12, '5 min ago'; left out: now.", valueName: "time"))
  var at: String?

  @OptionGroup var incident: IncidentArguments
  @OptionGroup(title: "Where and how") var options: ClientArguments

  func run() async throws {
    let client = try await options.open()
    let at = try client.instant(at, option: "--at")
    let change: Answered<ChangeAnswer> = try await client.ask(
      .writeNote, path: try await incident.path(with: client),
      body: .members(["text": .string(words.joined(separator: " ")), "at": at.map { .instant($0) }]))
    try client.showEntry(change)
  }
}
