import ArgumentParser
import Chronology
import CommandKit
import Findings
import Interchange
import Plans
import TerminalPages

/// `mayday plan check`: what would let people down when they follow a plan.
struct CheckPlans: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what would let people down when they follow a plan.",
    usage: "mayday plan check [<files> ...] [--links] [options]",
    discussion: """
      Files, folders and git repositories are checked without a record. Without files the plans of the record are checked, with what \
      is known of people, roles, components and drills. Exit status: 0 clean or notes only, 1 findings at warning or error, 2 a file \
      could not be read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(
    help: "Plans as Markdown, folders, or addresses of repositories; - for standard input.",
    completion: .file(extensions: ["md"]))
  var files: [String] = []

  @Flag(help: "Try the addresses that steps point to.")
  var links = false

  @Flag(help: "Tell notes too; without it warnings and errors.")
  var notes = false

  @Option(help: "Form of the result.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Branch, tag or commit of a repository that is fetched.", valueName: "name"))
  var reference: String?

  @OptionGroup(title: "Where and who, without files") var place: PlaceArguments

  /// What was checked, and what was found in it.
  private struct Checked {
    var documents: [String: String] = [:]
    var findings: [Finding] = []
  }

  func run() async throws {
    guard files.isEmpty else {
      return try await MarkdownFile.all(of: files, reference: reference) { found in
        let read = try ReadDocuments(plans: found)
        for failure in read.failures { Output.say("mayday: error: \(failure)") }
        try tell(await check(read), isWhole: read.failures.isEmpty)
      }
    }
    guard place.isThere() else {
      throw CommandFailure(
        "no file is named, and there is no record here", hint: "Name files or a folder: mayday plan check plans/")
    }
    try tell(await checkRecord(), isWhole: true)
  }

  private func tell(_ checked: Checked, isWhole: Bool) throws {
    guard !checked.documents.isEmpty else { throw ExitStatus.failure }
    let heavy = checked.findings.filter { $0.severity != .note }
    try Self.show(notes ? checked.findings : heavy, checked.documents, PlanRule.all, format)
    if !isWhole { throw ExitStatus.failure }
    if !heavy.isEmpty { throw ExitStatus.findings }
  }

  private func check(_ read: ReadDocuments<Plan>) async throws -> Checked {
    var checked = Checked()
    let today = CivilDate(ClientArguments.clock())
    for (file, plan) in read.taken {
      checked.documents[file.name] = plan.text
      var states = PlanLinks.states(of: plan, in: file)
      if links { states.merge(await LinkTrial.states(of: plan)) { first, _ in first } }
      checked.findings += PlanCheck.findings(
        plan, path: file.name, context: PlanContext(today: today, linkStates: states))
    }
    return checked
  }

  /// The plans of the register, with what whoever keeps the record knows beside them.
  private func checkRecord() async throws -> Checked {
    let client = try await place.open(mayBegin: true)
    let register: Answered<PageAnswer<PlanEntryAnswer>> = try await client.ask(.listPlans)
    guard !register.value.items.isEmpty else {
      throw CommandFailure(
        "no file is named, and the record holds no plan",
        hint: "Name files: mayday plan check plans/  Or take over ours: mayday plan adopt --all")
    }
    var checked = Checked()
    for entry in register.value.items {
      let answer: Answered<PlanAnswer> = try await client.ask(.readPlan, path: ["plan": entry.name])
      let name = answer.value.findings.first?.path ?? "\(entry.name).md"
      checked.documents[name] = answer.value.text
      checked.findings += answer.value.findings
      guard links else { continue }
      let plan = Plan(parsing: answer.value.text)
      let tried = PlanCheck.findings(
        plan, path: name, context: PlanContext(linkStates: await LinkTrial.states(of: plan)))
      checked.findings += tried.filter { $0.rule == "dead-link" }
    }
    return checked
  }

  static func show(
    _ findings: [Finding], _ documents: [String: String], _ rules: [FindingRule], _ format: Format
  ) throws {
    switch format {
    case .text:
      try Output.write(FindingsText(findings: findings, documents: documents).render(for: .standardOutput()), to: nil)
    case .json: try Output.write(JSONText.encode(FindingsDocument(findings: findings)), to: nil)
    case .sarif:
      try Output.write(
        JSONText.encode(SARIF(findings: findings, rules: rules, version: Version.current)), to: nil)
    }
  }
}
