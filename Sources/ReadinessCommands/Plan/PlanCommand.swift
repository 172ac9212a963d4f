package import ArgumentParser
import CommandKit
import Findings
import Interchange
import Plans
import Schemas
import ShippedDocuments
import TerminalPages

/// `mayday plan`: what a team will do when it comes.
package struct PlanCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Keep plans for what could go wrong; check them; follow them in an incident.",
    discussion: """
        mayday plan adopt --all
        mayday plan check plans/
        mayday plan follow wrong-certificate
        mayday plan tick 3 "same fingerprint from all three hosts"

      Exit status of a check: 0 clean, 1 findings, 2 a file could not be read.
      """,
    subcommands: [
      List.self, Show.self, CheckPlans.self, Save.self, PlanVersions.self, Adopt.self, Retire.self, FollowPlan.self,
      NextSteps.self, TickStep.self, EndPlan.self,
    ], defaultSubcommand: List.self)

  package init() {}

  /// `mayday plan list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the register, the greatest risk first.", usage: "mayday plan list [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open(mayBegin: true)
      let answer: Answered<PageAnswer<PlanEntryAnswer>> = try await client.ask(.listPlans)
      try client.show(answer) { RegisterText(plans: $0.items).render(for: client.terminal) }
    }
  }

  /// `mayday plan show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show a plan's steps; its whole text with --text.",
      usage: "mayday plan show <name> [--text] [options]")

    @Argument(help: "Name of the plan.")
    var name: String

    @Flag(help: "The Markdown as it is kept, for a file.")
    var text = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PlanAnswer> = try await client.ask(.readPlan, path: ["plan": name])
      if text { return try Output.write(answer.value.text, to: nil) }
      try client.show(answer) { plan in
        let findings = plan.findings.filter { $0.severity != .note }
        let note = findings.isEmpty ? nil : "\(findings.count) to mend; the first: \(findings[0].message)"
        let roles = findings.first { $0.rule == "unknown-role" && $0.fix?.contains("mayday policy") == true }?.fix
        return PlanStepsText(
          title: plan.entry.title, steps: plan.steps, note: [note, roles].compactMap(\.self).joined(separator: "\n")
        ).render(for: client.terminal)
      }
    }
  }

  /// `mayday plan save`.
  struct Save: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "save", abstract: "Save plans from files, folders or git repositories into the record.",
      usage: "mayday plan save <files> ... [options]",
      discussion: """
        Each is kept under its key 'plan', else under a name made from its title.

          mayday plan save plans/
          mayday plan save https://git.example/team/readiness.git
        """)

    @Argument(
      help: "Plans as Markdown, folders, or addresses of repositories.", completion: .file(extensions: ["md"]))
    var files: [String]

    @Option(help: ArgumentHelp("Branch, tag or commit of a repository that is fetched.", valueName: "name"))
    var reference: String?

    @Option(help: ArgumentHelp("What changed, in a line.", valueName: "words"))
    var note: String = ""

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      try await MarkdownFile.all(of: files, reference: reference) { found in
        let read = try ReadDocuments(plans: found)
        if let failure = read.failures.first { throw failure }
        let saving = TextSaving(
          client: try await options.open(mayBegin: true), operation: .writePlan, kind: "plan", note: note)
        for (file, plan) in read.taken {
          try await saving.save(plan.text, named: plan.name, from: file) { (saved: PlanAnswer) in
            "Saved: \(saved.entry.name)  \(saved.entry.title)"
          }
        }
      }
    }
  }

  /// `mayday plan adopt`.
  struct Adopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "adopt", abstract: "Take over plans that ship with Mayday, to edit them.",
      usage: "mayday plan adopt [<names> ...] [--all] [options]",
      discussion: "Without a name it lists them. A plan of that name that is there already is left alone.")

    @Argument(help: "Names of starter plans.")
    var names: [String] = []

    @Flag(help: "All of them.")
    var all = false

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let shipped = ShippedDocument.all(of: .plan)
      guard all || !names.isEmpty else {
        var lines = TextLines(.standardOutput())
        for document in shipped { lines.add(document.name, Plan(parsing: document.text).title, columns: 22) }
        return try Output.write(lines.text, to: nil)
      }
      let chosen =
        try all
        ? shipped
        : names.map { name in
          guard let document = ShippedDocument.named(name, of: .plan) else {
            throw CommandFailure("no starter plan is called '\(name)'", hint: "All of them: mayday plan adopt")
          }
          return document
        }
      let client = try await options.open(mayBegin: true)
      let known: Answered<PageAnswer<PlanEntryAnswer>> = try await client.ask(.listPlans)
      let taken = Set(known.value.items.map(\.name))
      for document in chosen where !taken.contains(document.name) {
        let answer: Answered<PlanAnswer> = try await client.ask(
          .writePlan, path: ["plan": document.name],
          body: .object([
            "text": .string(document.text), "note": .string("Taken over from the starter set."),
            "origin": .string("starter"),
          ]))
        try client.showLine(answer) { "Adopted: \($0.entry.name)  \($0.entry.title)" }
      }
      for document in chosen where taken.contains(document.name) { Output.say("\(document.name): there already") }
    }
  }

  /// `mayday plan retire`.
  struct Retire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retire", abstract: "Keep a plan no longer; its texts stay on the record.",
      usage: "mayday plan retire <name> --reason <words> [options]")

    @Argument(help: "Name of the plan.")
    var name: String

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PlanAnswer> = try await client.ask(
        .retirePlan, path: ["plan": name], body: .object(["reason": .string(reason)]))
      try client.showLine(answer) { "Retired: \($0.entry.name)" }
    }
  }
}
