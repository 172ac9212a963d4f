import ArgumentParser
import CommandKit
import Drills
import Findings
import Interchange
import Plans
import Schemas
import TerminalPages

/// `mayday drill scenario`: what can be played.
struct ScenarioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "Keep scenarios: list, read, check, save, make one from an incident.",
    discussion: """
      A scenario is Markdown: a head, the situation, a table of injects, what a good response shows, a part for the \
      facilitator. Files of evidence are part of it: below '## Files' a heading with the name of each, '### edge-2.log', \
      and one block between ``` and ```. The column 'file' of an inject names those that come with it; they go into \
      the evidence of the drill's incident. Their stamps stay as they are; 'starts: 2027-03-07T08:06:00Z' in the head \
      says when the story begins.
      """,
    subcommands: [List.self, Show.self, Check.self, Save.self, From.self, Retire.self], defaultSubcommand: List.self)

  /// `mayday drill scenario list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List what can be played; nothing here tells the answer.",
      usage: "mayday drill scenario list [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open(mayBegin: true)
      let answer: Answered<ListAnswer<ScenarioListing>> = try await client.ask(.listScenarios)
      try client.show(answer) { ScenarioListText(scenarios: $0.items).render(for: client.terminal) }
    }
  }

  /// `mayday drill scenario show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print a scenario's text: whoever reads it knows the answer.",
      usage: "mayday drill scenario show <name> [options]")

    @Argument(help: "Name of the scenario.")
    var name: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open(mayBegin: true)
      let answer: Answered<ScenarioWhole> = try await client.ask(.readScenario, path: ["scenario": name])
      try client.show(answer) { $0.text }
    }
  }

  /// `mayday drill scenario check`.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Find what would let people down when they play a scenario.",
      usage: "mayday drill scenario check <files> ... [options]",
      discussion: "Exit status: 0 clean or notes only, 1 findings at warning or error, 2 a file could not be read.")

    @Argument(
      help: "Scenarios as Markdown, folders, or addresses of repositories.", completion: .file(extensions: ["md"]))
    var files: [String]

    @Option(help: ArgumentHelp("Branch, tag or commit of a repository that is fetched.", valueName: "name"))
    var reference: String?

    @Flag(help: "Tell notes too; without it warnings and errors.")
    var notes = false

    @Option(help: "Form of the result.")
    var format: CheckPlans.Format = .text

    func run() async throws {
      try await MarkdownFile.all(of: files, reference: reference) { found in
        let read = try ReadDocuments(scenarios: found)
        if let failure = read.failures.first { throw failure }
        var findings: [Finding] = []
        var documents: [String: String] = [:]
        for (file, scenario) in read.taken {
          documents[file.name] = scenario.text
          findings += ScenarioCheck.findings(scenario, path: file.name)
        }
        let heavy = findings.filter { $0.severity != .note }
        try CheckPlans.show(notes ? findings : heavy, documents, ScenarioRule.all, format)
        if !heavy.isEmpty { throw ExitStatus.findings }
      }
    }
  }

  /// `mayday drill scenario save`.
  struct Save: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save", abstract: "Save scenarios from files or folders into the record.",
      usage: "mayday drill scenario save <files> ... [options]",
      discussion: "Each is kept under its key 'scenario', else under a name made from its title.")

    @Argument(
      help: "Scenarios as Markdown, folders, or addresses of repositories.", completion: .file(extensions: ["md"]))
    var files: [String]

    @Option(help: ArgumentHelp("Branch, tag or commit of a repository that is fetched.", valueName: "name"))
    var reference: String?

    @Option(help: ArgumentHelp("What changed, in a line.", valueName: "words"))
    var note: String = ""

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      try await MarkdownFile.all(of: files, reference: reference) { found in
        let read = try ReadDocuments(scenarios: found)
        if let failure = read.failures.first { throw failure }
        let saving = TextSaving(
          client: try await options.open(mayBegin: true), operation: .writeScenario, kind: "scenario", note: note)
        for (file, scenario) in read.taken {
          try await saving.save(scenario.text, named: scenario.name, from: file) { (whole: ScenarioWhole) in
            let count = whole.scenario.errorCount + whole.scenario.warningCount
            return "Saved: \(whole.scenario.name)" + (count == 0 ? "" : "  (\(count) to mend)")
          }
        }
      }
    }
  }

  /// `mayday drill scenario from`.
  struct From: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "from", abstract: "Make a scenario of an incident that is over: its moments come again.",
      usage: "mayday drill scenario from <INC-7> [--plan <name>] [options]",
      discussion: """
        It is printed and not saved: read it first, since what was written in haste may tell the answer.

          mayday drill scenario from INC-7 > ours.md
          mayday drill scenario save ours.md
        """)

    @Argument(help: ArgumentHelp("The incident.", valueName: "INC-7"))
    var incident: String

    @Option(help: ArgumentHelp("The plan that it rehearses.", valueName: "name"))
    var plan: String?

    @OptionGroup(title: "Where and how") var options: ClientArguments

    private struct Draft: Codable { var text: String }

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<Draft> = try await client.ask(
        .makeScenario,
        body: .members([
          "incident": .string(try IncidentName.read(incident, option: "the incident")),
          "plan": plan.map { .string($0) },
        ]))
      try client.show(answer) { $0.text }
    }
  }

  /// `mayday drill scenario retire`.
  struct Retire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retire", abstract: "Keep a scenario no longer.",
      usage: "mayday drill scenario retire <name> --reason <words> [options]")

    @Argument(help: "Name of the scenario.")
    var name: String

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<ScenarioWhole> = try await client.ask(
        .retireScenario, path: ["scenario": name], body: .object(["reason": .string(reason)]))
      try client.showLine(answer) { "Retired: \($0.scenario.name)" }
    }
  }
}
