import ArgumentParser
import Chronology
import CommandKit
import Findings
import Plans
import TerminalPages

/// `mayday plan check`: what would let people down when they follow a plan.
struct CheckPlans: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what would let people down when they follow a plan.",
    usage: "mayday plan check <files> ... [--links] [options]",
    discussion: """
      Works on files, folders and git repositories, without a record. Exit status: 0 clean or notes only, 1 findings at warning or error, \
      2 a file could not be read. What is known of people and rehearsals is checked on the page of the plan.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(
    help: "Plans as Markdown, folders, or addresses of repositories; - for standard input.",
    completion: .file(extensions: ["md"]))
  var files: [String]

  @Flag(help: "Try the addresses that steps point to.")
  var links = false

  @Flag(help: "Tell notes too; without it warnings and errors.")
  var notes = false

  @Option(help: "Form of the result.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Branch, tag or commit of a repository that is fetched.", valueName: "name"))
  var reference: String?

  func run() async throws {
    try await MarkdownFile.all(of: files, reference: reference) { try await check(ReadDocuments(plans: $0)) }
  }

  private func check(_ read: ReadDocuments<Plan>) async throws {
    var findings: [Finding] = []
    var documents: [String: String] = [:]
    let today = CivilDate(ClientArguments.clock())
    for (file, plan) in read.taken {
      documents[file.name] = plan.text
      var states = PlanLinks.states(of: plan, in: file)
      if links { states.merge(await LinkTrial.states(of: plan)) { first, _ in first } }
      findings += PlanCheck.findings(plan, path: file.name, context: PlanContext(today: today, linkStates: states))
    }
    for failure in read.failures { Output.say("mayday: error: \(failure)") }
    guard !documents.isEmpty else { throw ExitStatus.failure }
    let heavy = findings.filter { $0.severity != .note }
    try Self.show(notes ? findings : heavy, documents, PlanRule.all, format)
    if !read.failures.isEmpty { throw ExitStatus.failure }
    if !heavy.isEmpty { throw ExitStatus.findings }
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
