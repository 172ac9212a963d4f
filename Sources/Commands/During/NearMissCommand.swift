import ArgumentParser
import CommandKit
import Interchange
import Schemas
import TerminalPages

/// `mayday near-miss`: what nearly went wrong, in three fields.
struct NearMissCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near-miss",
    abstract: "Report what nearly went wrong, in three fields, or list what was reported.",
    usage: "mayday near-miss [<what>] [--stopped-by …] [--idea …] [options]",
    discussion: """
        mayday near-miss "The wrong database was about to be dropped" \\
          --stopped-by "a colleague looked at the prompt" \\
          --idea "ask for the name of the database"
        mayday near-miss                         lists them
      """)

  @Argument(help: "What nearly happened; left out: list them.")
  var what: String?

  @Option(help: "What stopped it.")
  var stoppedBy: String?

  @Option(help: "What would stop it for certain.")
  var idea: String?

  @Option(help: "How many are listed at most.")
  var limit: Int = 200

  @OptionGroup(title: "Where and how") var options: ClientArguments

  func validate() throws {
    guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
  }

  func run() async throws {
    let client = try await options.open()
    guard let what else {
      let found: (items: [NearMissAnswer], hasMore: Bool) = try await client.first(limit, .listNearMisses)
      return try client.show(found.items) {
        text(found.items, client) + (found.hasMore ? "\nThere are more; see them with --limit." : "")
      }
    }
    let answer: Answered<NearMissAnswer> = try await client.ask(
      .reportNearMiss,
      body: .members([
        "what": .string(what), "stoppedBy": stoppedBy.map { .string($0) }, "idea": idea.map { .string($0) },
      ]))
    try client.show(answer) { text([$0], client) }
  }

  private func text(_ found: [NearMissAnswer], _ client: CommandClient) -> String {
    var lines = TextLines(client.terminal)
    for nearMiss in found {
      let head = "\(nearMiss.id)  "
      lines.add(head, nearMiss.what, indent: 0, columns: TerminalText.width(head), style: .strong)
      if !nearMiss.stoppedBy.isEmpty { lines.add("stopped by", nearMiss.stoppedBy, columns: 13) }
      if !nearMiss.idea.isEmpty { lines.add("idea", nearMiss.idea, columns: 13) }
      lines.add(
        "\(client.zone.short(nearMiss.reported, beside: client.now)) by \(nearMiss.by)", indent: 2, style: .faint)
    }
    if found.isEmpty { lines.add("None was reported yet: mayday near-miss \"What nearly happened\"") }
    return lines.text
  }
}
