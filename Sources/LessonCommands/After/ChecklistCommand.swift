package import ArgumentParser
import CommandKit
import Foundation
import Guards
import Incidents
import Interchange
import Postmortems
import Schemas
import TerminalPages

/// `mayday checklist`: what a process asks before it goes on.
package struct ChecklistCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Go through the checklist of a process; it stops where a line is not good.",
    discussion: """
        mayday checklist deploy --subject "release 649bdfb"
        mayday checklist deploy --answer 2=no --answer 3=done
        mayday checklist add deploy "Every host reports the same build"
          --check one-build --incident INC-1
        mayday checklist print deploy | lp

      Exit status of a run: 0 every line is good, 1 a line stopped it, 2 wrong use or failure, 3 a line could not be \
      checked.
      """,
    subcommands: [RunChecklist.self, List.self, Show.self, Edit.self, Add.self, Retire.self, Print.self],
    defaultSubcommand: RunChecklist.self)

  package init() {}

  /// `mayday checklist list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the checklists.", usage: "mayday checklist list [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PageAnswer<ChecklistAnswer>> = try await client.ask(.listChecklists)
      try client.show(answer) {
        ChecklistsText(checklists: $0.items, zone: client.zone).render(for: client.terminal)
      }
    }
  }

  /// `mayday checklist show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a checklist: where each line came from, and what it caught.",
      usage: "mayday checklist show <process> [options]")

    @Argument(help: "The process: deploy.")
    var process: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<ChecklistAnswer> = try await client.ask(.readChecklist, path: ["process": process])
      try ChecklistCommand.show(answer, with: client)
    }
  }

  /// `mayday checklist edit`.
  struct Edit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: "Write a checklist anew, as a whole, from a JSON file.",
      usage: "mayday checklist edit <process> <file> [options]",
      discussion: "Begin with: mayday checklist show deploy --format json. A line without a number is a new one.")

    @Argument(help: "The process: deploy.")
    var process: String

    @Argument(help: "The file; - for standard input.", completion: .file(extensions: ["json"]))
    var file: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let text = try DocumentFile.read(file)
      let written: JSONValue
      do {
        written = try Schemas.JSONText.parse(Array(text.utf8))
      } catch {
        throw CommandFailure(
          "'\(file)' is not JSON: \(error)", hint: "Begin with: mayday checklist show \(process) --format json")
      }
      let client = try await options.open()
      let answer: Answered<ChecklistAnswer> = try await client.ask(
        .writeChecklist, path: ["process": process], body: Self.body(written))
      try ChecklistCommand.show(answer, with: client)
    }

    /// What can be written; what is only told, such as how often a line was asked, is left out.
    private static func body(_ written: JSONValue) -> JSONValue {
      let keys = ["number", "text", "expects", "check", "incident", "action", "reading"]
      let lines = (written["lines"]?.array ?? []).map { line in
        JSONValue.members(Dictionary(uniqueKeysWithValues: keys.map { ($0, line[$0]) }))
      }
      return .members(["title": written["title"], "lines": .array(lines)])
    }
  }

  /// `mayday checklist add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Put a line into a checklist; a process that has none gets its first.",
      usage: "mayday checklist add <process> <words> ... [options]")

    @Argument(help: "The process: deploy.")
    var process: String

    @Argument(help: "What to do, or what is asked; quotes may be left out.")
    var words: [String]

    @Option(help: "What counts as good.")
    var expects: ChecklistLine.Expectation?

    @Option(help: ArgumentHelp("The guard that must hold.", valueName: "guard"))
    var check: String?

    @Option(name: [.customShort("i"), .long], help: ArgumentHelp("What put it there.", valueName: "INC-7"))
    var incident: String?

    @Option(help: ArgumentHelp("The action that put it there.", valueName: "PM-3-A2"))
    var action: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<ChecklistAnswer> = try await client.ask(
        .addChecklistLine, path: ["process": process],
        body: .members([
          "text": .string(words.joined(separator: " ")), "expects": expects.map { .string($0.rawValue) },
          "check": check.map { .string($0) },
          "incident": try incident.map { .string(try IncidentName.read($0, option: "--incident")) },
          "action": try action.map { .string(try ActionName.read($0).description) },
        ]))
      try ChecklistCommand.show(answer, with: client)
    }
  }

  /// `mayday checklist retire`.
  struct Retire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retire", abstract: "Take a line out of a checklist; its record stays.",
      usage: "mayday checklist retire <process> <number> [options]")

    @Argument(help: "The process: deploy.")
    var process: String

    @Argument(help: "Number of the line.")
    var number: Int

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<ChecklistAnswer> = try await client.ask(
        .retireChecklistLine, path: ["process": process, "line": String(number)])
      try ChecklistCommand.show(answer, with: client)
    }
  }

  /// `mayday checklist print`.
  struct Print: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "print", abstract: "Print a checklist for paper.",
      usage: "mayday checklist print <process> [options]")

    @Argument(help: "The process: deploy.")
    var process: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<ChecklistAnswer> = try await client.ask(.readChecklist, path: ["process": process])
      try client.show(answer) {
        ChecklistPaper(checklist: $0).render(for: Terminal(columns: 80, usesColour: false))
      }
    }
  }

  private static func show(_ answer: Answered<ChecklistAnswer>, with client: CommandClient) throws {
    try client.show(answer) { ChecklistText(checklist: $0, zone: client.zone).render(for: client.terminal) }
  }
}

extension ChecklistLine.Expectation: ExpressibleByArgument {}
