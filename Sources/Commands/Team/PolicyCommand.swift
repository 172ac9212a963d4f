import ArgumentParser
import CommandKit
import Foundation
import Incidents
import Interchange
import Schemas
import TerminalPages

/// `mayday policy`: what the team has agreed on for the time of an incident.
struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "See what the team has agreed on: severities, roles, who speaks when.",
    discussion: """
        mayday policy show
        mayday policy show --format json > policy.json
        mayday policy set policy.json
      """,
    subcommands: [Show.self, Set.self], defaultSubcommand: Show.self)

  /// `mayday policy show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show it; as JSON to change it.", usage: "mayday policy show [options]")

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PolicyAnswer> = try await client.ask(.readPolicy)
      // The policy alone, so that what is printed can be set again.
      try client.show(answer.value.policy) {
        PolicyText(policy: answer.value.policy, version: answer.value.version).render(for: client.terminal)
      }
    }
  }

  /// `mayday policy set`.
  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Agree on a policy anew, as a whole, from a JSON file.",
      usage: "mayday policy set <file> [options]")

    @Argument(help: "The file; - for standard input.", completion: .file(extensions: ["json"]))
    var file: String

    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let text = try DocumentFile.read(file)
      let policy: JSONValue
      do {
        policy = try Schemas.JSONText.parse(Array(text.utf8))
      } catch {
        throw CommandFailure("'\(file)' is not JSON: \(error)", hint: "Begin with: mayday policy show --format json")
      }
      let client = try await options.open(mayBegin: true)
      let before: Answered<PolicyAnswer> = try await client.ask(.readPolicy)
      let answer: Answered<PolicyAnswer> = try await client.ask(.replacePolicy, body: policy, ifMatch: before.tag)
      try client.show(answer) {
        PolicyText(policy: $0.policy, version: $0.version).render(for: client.terminal)
      }
    }
  }
}
