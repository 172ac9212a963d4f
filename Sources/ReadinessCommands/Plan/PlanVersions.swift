import ArgumentParser
import CommandKit
import Interchange
import Plans
import Schemas
import TerminalPages
import TextComparing

/// `mayday plan versions`: how a plan came to be.
struct PlanVersions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions", abstract: "List when a plan was saved; show what changed since one of them.",
    usage: "mayday plan versions <name> [<version>] [--text] [options]")

  @Argument(help: "Name of the plan.")
  var name: String

  @Argument(help: "A version: what changed from it until now.")
  var version: Int64?

  @Flag(help: "The Markdown as it was then, for a file.")
  var text = false

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    if text, version == nil { throw ValidationError("Of which version? mayday plan versions \(name) lists them.") }
  }

  func run() async throws {
    let client = try await options.open()
    guard let version else { return try await list(client) }
    let answer: Answered<PlanVersionAnswer> = try await client.ask(
      .readPlanVersion, path: ["plan": name, "version": "\(version)"])
    if text { return try Output.write(answer.value.text, to: nil) }
    try client.show(answer) { then in
      guard then.text != then.present else { return "Version \(version) is the text as it is now." }
      return ComparisonLines(old: then.text, new: then.present).text(wordMarks: true)
    }
  }

  private func list(_ client: CommandClient) async throws {
    let answer: Answered<PlanAnswer> = try await client.ask(.readPlan, path: ["plan": name])
    try client.show(answer) { plan in
      var lines = TextLines(client.terminal)
      for saved in plan.versions.reversed() {
        let note = saved.note.isEmpty ? "" : "  \(saved.note)"
        lines.add(
          "\(saved.version)", "\(client.zone.short(saved.at, beside: client.now)) by \(saved.by)\(note)", columns: 6)
      }
      return lines.text
    }
  }
}
